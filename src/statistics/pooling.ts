/** The latest three years of a small school taken together. */
import type { Figure } from "../../pipelines/contract.ts";
import { wilsonInterval } from "./wilson.ts";

/** A cohort smaller than this is told three years together. */
export const smallCohort = 30;
const mostYears = 3;
const fewestYears = 2;

/** A share over several years. */
export interface PooledShare {
  /** The years that are in it, oldest first, each with how many it counts. */
  years: { time_period: number; denominator: number }[];
  numerator: number;
  denominator: number;
  /** Σx/Σn, between 0 and 1. */
  value: number;
  /** The 95% Wilson score interval. */
  lower: number;
  upper: number;
}

/**
 * Σx/Σn over the latest three years, from those that are shown: a hidden year is left out of both sums.
 *
 * @param totals - shares of one place and category, oldest first, none of a running year
 * @returns null with fewer than two years since the last series break
 */
export function pooledShare(totals: readonly Figure[]): PooledShare | null {
  const latest = totals.at(-1);
  if (!latest) return null;
  const lastBreak = totals.findLastIndex(({ status }) => status === "[b]");
  // Academic years are counted by the year in which they begin.
  const begins = (timePeriod: number) => Math.floor(timePeriod / 100);
  const shown = totals
    .slice(Math.max(0, lastBreak))
    .filter(({ time_period }) => begins(time_period) > begins(latest.time_period) - mostYears)
    .filter(({ status }) => status === "" || status === "[b]")
    .flatMap(({ time_period, numerator, denominator }) =>
      numerator !== null && denominator !== null && denominator > 0 ? [{ time_period, numerator, denominator }] : [],
    );
  if (shown.length < fewestYears) return null;
  const numerator = shown.reduce((sum, year) => sum + year.numerator, 0);
  const denominator = shown.reduce((sum, year) => sum + year.denominator, 0);
  if (numerator > denominator) return null;
  const [lower, upper] = wilsonInterval(numerator, denominator);
  const years = shown.map((year) => ({ time_period: year.time_period, denominator: year.denominator }));
  return { years, numerator, denominator, value: numerator / denominator, lower, upper };
}
