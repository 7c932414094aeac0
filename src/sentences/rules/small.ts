/** What small cohorts need: several years together, how far chance moves them, what was to be expected. */
import type { Figure } from "../../../pipelines/contract.ts";
import { counted, listed, shownBenchmark, shownCount, shownNumber, shownYear } from "../../format.ts";
import { compareWithBenchmark } from "../../statistics/chance.ts";
import { pooledShare, smallCohort } from "../../statistics/pooling.ts";
import { expectedNext, type Pair, yearToYearCorrelation } from "../../statistics/regression-to-mean.ts";
import { chanceOfMove } from "../../statistics/sample-size.ts";
import { nationalBeside } from "../evidence.ts";
import { totalsOf } from "../place.ts";
import { fullYears, type Reading, type ValueReading } from "../reading.ts";
import { nextYear } from "../years.ts";
import type { Rule } from "./rule.ts";

/** A cohort larger than this moves so little by chance that it need not be said. */
const movesVisibly = 60;

/** The years of a small school taken together, told whether or not a single year can be spoken of; null where one year is enough. */
export function pooledWords(reading: Reading): string | null {
  const { measure, figure } = reading;
  if (measure.unit !== "percent" || measure.interval !== "wilson" || !figure) return null;
  const years = fullYears(reading);
  const latest = years.findLast(({ denominator }) => denominator !== null);
  if (!latest || latest.denominator! >= smallCohort) return null;
  const pooled = pooledShare(years);
  if (!pooled) return null;
  const range = `${shownNumber(pooled.lower, "percent", pooled.denominator)} to ${shownNumber(pooled.upper, "percent", pooled.denominator)}`;
  const cohorts = pooled.years.map(
    ({ time_period, denominator }) => `${shownYear(time_period)}: ${shownCount(denominator)}`,
  );
  const together = pooled.years.length === 3 ? "Three years together" : "Two years together";
  return `${together}: ${shownNumber(pooled.value, "percent", pooled.denominator)}, ${shownCount(pooled.numerator)} of ${shownCount(pooled.denominator)}, likely range ${range} (${listed(cohorts)}).`;
}

/** Each that fires is told. */
export const smallRules: readonly Rule[] = [
  {
    name: "Years together",
    fires: "a share counts fewer than 30 in its last full year: the latest three years that are shown, two at least",
    tell: (reading) => {
      const sentence = pooledWords(reading);
      return sentence === null ? null : { sentence };
    },
  },
  {
    name: "How far chance moves a cohort",
    fires: `published results of ${movesVisibly} pupils or fewer`,
    tell: ({ measure, figure }) => {
      const { denominator, value } = figure;
      if (measure.counts !== "published" || measure.unit !== "percent" || measure.interval !== "wilson") return null;
      if (denominator === null || denominator > movesVisibly || value <= 0 || value >= 1) return null;
      const cohort = Math.round(denominator);
      const pupils = Math.max(1, Math.round(cohort / 10));
      const chance = shownNumber(chanceOfMove(cohort, value, pupils), "percent");
      return {
        sentence: `With ${counted(cohort, "pupil")}, ${counted(pupils, "pupil")} or more up or down (${shownNumber(pupils / cohort, "percent")}) is what chance alone gives in ${chance} of years.`,
      };
    },
  },
  {
    name: "Expected with nothing changed (regression to the mean)",
    fires:
      "published attainment of a school lay below the national or the trust's figure, beyond chance; from ten pairs of neighbouring years on, what such schools go on to",
    tell: (reading) => {
      const { before, measure, place, figure, comparisons } = reading;
      if (measure.policy_measure !== "attainment" || measure.counts !== "published" || place.urn === null) return null;
      if (!before || nextYear(before.time_period) !== figure.time_period) return null;
      const mean = meanBeside(reading, before);
      if (mean === null || compareWithBenchmark(before, mean) !== "lower") return null;
      const pairs = comparisons ? neighbouringPairs(comparisons.figures, measure.id) : [];
      const rho = yearToYearCorrelation(pairs);
      const shown = (value: number) => shownBenchmark(Math.round(value * 100) / 100, measure.unit);
      if (rho === null) {
        return {
          sentence: `Schools as low as the ${shown(before.value!)} of ${shownYear(before.time_period)} usually rise somewhat with nothing changed; how far cannot be said from the figures at hand.`,
        };
      }
      const value = expectedNext(before.value!, mean, Math.max(0, rho));
      return {
        sentence: `Schools as low as the ${shown(before.value!)} of ${shownYear(before.time_period)} usually rise to about ${shown(value)} with nothing changed (from ${counted(pairs.length, "pair")} of neighbouring years). Their correlation is ${rho.toFixed(2)}.`,
        drawn: { expected: { time_period: figure.time_period, value } },
      };
    },
  },
];

/** The national figure of a year, else the trust's. */
function meanBeside({ place, whole, measure }: ValueReading, figure: Figure): number | null {
  const national = nationalBeside(figure, place.benchmarks);
  if (national?.value != null && national.time_period === figure.time_period) return national.value;
  const total = whole && totalsOf(whole, measure.id).find(({ time_period }) => time_period === figure.time_period);
  return total?.value ?? null;
}

/** Every school's value beside its own of the year after, within one series. */
function neighbouringPairs(figures: readonly Figure[], measureId: string): Pair[] {
  const totals = figures.filter(({ measure_id, breakdown }) => measure_id === measureId && breakdown === "total");
  return totals.flatMap((first) => {
    const second = totals.find(
      ({ school_urn, time_period, status }) =>
        school_urn === first.school_urn && time_period === nextYear(first.time_period) && status !== "[b]",
    );
    return first.value === null || second?.value == null ? [] : [{ first: first.value, second: second.value }];
  });
}
