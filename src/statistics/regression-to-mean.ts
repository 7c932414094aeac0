/** What is to be expected next of a unit that was chosen, or noticed, because it was low. */
import { sampleCorrelation } from "simple-statistics";

/** With fewer pairs than this the correlation from year to year is a guess. */
export const fewestPairs = 10;

/** A value and the one of the year after. */
export interface Pair {
  first: number;
  second: number;
}

/**
 * The correlation ρ of a value with the same school's of the year after.
 *
 * @returns between −1 and 1; null with fewer than ten pairs, or where the values do not differ
 */
export function yearToYearCorrelation(pairs: readonly Pair[]): number | null {
  if (pairs.length < fewestPairs) return null;
  const rho = sampleCorrelation(
    pairs.map(({ first }) => first),
    pairs.map(({ second }) => second),
  );
  return Number.isFinite(rho) ? rho : null;
}

/**
 * The next value to expect when nothing changes: μ + ρ(Y₁ − μ). With ρ below 1 it lies nearer the mean than Y₁, and that is no success.
 *
 * @param mean - μ, of all units
 * @param rho - ρ, from year to year
 * @see F. Galton (1886), Journal of the Anthropological Institute 15, 246–263
 */
export function expectedNext(first: number, mean: number, rho: number): number {
  return mean + rho * (first - mean);
}
