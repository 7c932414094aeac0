/** Whether two figures differ by more than chance gives. */
import type { Figure } from "../../pipelines/contract.ts";

/** What can be said of one figure beside another. */
export type Comparison = "higher" | "lower" | "no_signal" | "cannot_tell";

type Estimate = Pick<Figure, "value" | "lower" | "upper">;

/**
 * The 95% likely range of the difference between two figures, from the range of each (square-and-add).
 * For shares with Wilson intervals this is Newcombe's hybrid score interval.
 *
 * @returns the limits of `left - right` in the figures' own unit; null when either has no value or no range
 * @see R. G. Newcombe (1998), Statistics in Medicine 17, 873–890, method 10
 */
export function differenceInterval(left: Estimate, right: Estimate): [lower: number, upper: number] | null {
  if (left.value === null || left.lower === null || left.upper === null) return null;
  if (right.value === null || right.lower === null || right.upper === null) return null;
  const difference = left.value - right.value;
  return [
    difference - Math.hypot(left.value - left.lower, right.upper - right.value),
    difference + Math.hypot(left.upper - left.value, right.value - right.lower),
  ];
}

/** Whether one figure is higher or lower than another beyond chance: the likely range of the difference leaves out zero. */
export function compare(left: Estimate, right: Estimate): Comparison {
  const interval = differenceInterval(left, right);
  if (!interval) return "cannot_tell";
  if (interval[0] > 0) return "higher";
  if (interval[1] < 0) return "lower";
  return "no_signal";
}

/** From the 1.96 of a 95% range to the 3.09 of a 99.8% one. */
const widening = 3.09 / 1.96;

/**
 * Whether the higher of two figures that were picked as the ends of many is higher beyond chance. The ends of many always differ,
 * so the bar is the 99.8% range of the difference rather than the 95% one.
 */
export function isHigherOfMany(higher: Estimate, lower: Estimate): boolean {
  const interval = differenceInterval(higher, lower);
  if (!interval) return false;
  const difference = higher.value! - lower.value!;
  return difference - widening * (difference - interval[0]) > 0;
}

/**
 * A figure beside a published one for a whole country, which is taken as exact: it differs beyond chance when it lies
 * outside the figure's own likely range.
 */
export function compareWithBenchmark(figure: Estimate, benchmark: number): Comparison {
  if (figure.value === null || figure.lower === null || figure.upper === null) return "cannot_tell";
  if (figure.lower > benchmark) return "higher";
  if (figure.upper < benchmark) return "lower";
  return "no_signal";
}

/** Whether a comparison found a difference. */
export function isBeyondChance(comparison: Comparison): boolean {
  return comparison === "higher" || comparison === "lower";
}
