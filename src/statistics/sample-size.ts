/** How small a difference a number of pupils can show at all, and how often chance makes a large one. */
import { binomialDistribution } from "simple-statistics";

/** The quantiles of 95% confidence (1.96) and 80% power (0.8416) together. */
const confidenceAndPower = 2.8016;

/**
 * The smallest difference, in standard deviations, that two groups of a size show in four of five cases: 2.8016·√(2/n).
 *
 * @param groupSize - in each group; 1 or more
 * @see H. S. Bloom (1995), Evaluation Review 19, 547–556
 */
export function detectableEffect(groupSize: number): number {
  return confidenceAndPower * Math.sqrt(2 / groupSize);
}

/**
 * How many pupils each of two groups needs to show a difference: 2·(2.8016/d)²·[1 + (m − 1)ρ].
 *
 * @param effect - d, in standard deviations; not 0
 * @param classSize - m, pupils taught together; 1 where nobody is
 * @param correlation - ρ, how alike pupils of one class are, between 0 and 1
 * @see A. Donner and N. Klar (2000), Design and Analysis of Cluster Randomization Trials
 */
export function pupilsNeeded(effect: number, classSize = 1, correlation = 0): number {
  return 2 * (confidenceAndPower / effect) ** 2 * (1 + (classSize - 1) * correlation);
}

/**
 * How likely two cohorts are to differ by as many pupils when nothing has changed, counted outcome by outcome.
 *
 * @param cohort - pupils in each; a whole number of 1 or more
 * @param share - what each pupil's chance is, between 0 and 1
 * @param pupils - how many pupils more or fewer, 1 or more
 * @returns between 0 and 1
 */
export function chanceOfMove(cohort: number, share: number, pupils: number): number {
  const chances = binomialDistribution(cohort, share)!;
  let within = 0;
  for (const [first, chance] of chances.entries()) {
    for (let second = first - pupils + 1; second < first + pupils; second++) within += chance * (chances[second] ?? 0);
  }
  return 1 - within / chances.reduce((sum, chance) => sum + chance, 0) ** 2;
}
