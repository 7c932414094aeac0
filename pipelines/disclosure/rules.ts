import type { MeasureDefinition } from "../contract.ts";

/** How many stand behind a figure and how many of them did. */
export interface Count {
  numerator: number;
  denominator: number;
  /** How many different people gave the answers; null where they are not known, or the figure counts people itself. */
  people: number | null;
}

/** Why a figure is hidden: too few people, all or none of them, or because another would follow from it by subtraction. */
export type SuppressionRule = "primary" | "homogeneity" | "complementary";

/**
 * Why this count may not be shown by itself; null when it may.
 *
 * Of answers, the number of people who gave them matters, and not how often each answered; of people, also the number who did and the number who did not, as either
 * group may be the one that is told on. Nobody at all tells on nobody. A least number of people is the practice of the Department for
 * Education in its performance tables and of HESA; the rule on none or all of them is the Office for Students' for its transparency information:
 * suppress when the numerator is 2 or less, or within 2 of the denominator.
 *
 * @param threshold - the smallest number that may be shown
 */
export function unsafe(
  { numerator, denominator, people }: Count,
  measure: Pick<MeasureDefinition, "counts" | "is_sensitive">,
  threshold: number,
): SuppressionRule | null {
  const isSmall = (count: number) => count > 0 && count < threshold;
  if (isSmall(denominator) || isSmall(people ?? 0)) return "primary";
  const complement = denominator - numerator;
  if (measure.counts === "people" && (isSmall(numerator) || isSmall(complement))) return "primary";
  if (measure.is_sensitive && denominator > 0 && Math.min(numerator, complement) <= 2) return "homogeneity";
  return null;
}

/** The three things about a figure's place that make the rule for it stricter. */
export interface Place {
  isSchool: boolean;
  isCategory: boolean;
  /** How many different people the same school's or trust's total is about, asked or counted. */
  inScope: number;
}

/**
 * Why a figure must be hidden whatever stands beside it; null when it need not be.
 *
 * Answers cut by a group of people need twice the threshold, and so do the people of a school who were asked or counted:
 * whoever knows so small a school knows them all by name. HESA, too, asks for more people behind a percentage than behind a count.
 */
export function primaryRule(
  count: Count,
  place: Place,
  measure: Pick<MeasureDefinition, "counts" | "is_sensitive">,
  threshold: number,
): SuppressionRule | null {
  if (count.denominator <= 0) return null;
  const respondents = Math.min(count.denominator, count.people ?? count.denominator);
  if (measure.counts === "answers" && place.isCategory && respondents < 2 * threshold) return "primary";
  if (place.isSchool && place.inScope < 2 * threshold) return "primary";
  return unsafe(count, measure, threshold);
}
