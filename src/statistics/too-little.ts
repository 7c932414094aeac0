/** Whether a figure can be spoken of at all: "too little data" is an answer, beside a value, hidden and not available. */
import type { Figure, PublishedMeasure } from "../../pipelines/contract.ts";

/** The fewest answers or people behind a figure of each unit that is spoken of. Sums, and published numbers without a likely range, have none. */
export const fewestBehind: Partial<Record<PublishedMeasure["unit"], number>> = { percent: 10, net: 30, mean: 30 };
/** A share whose likely range is wider than this could be most of the scale. */
export const widestRange = 0.55;

/** Why a figure is not spoken of. */
export interface TooLittle {
  reason: "few" | "wide";
  /** How many stand behind it. */
  size: number;
  /** How many there would have to be; null where it is the range that is too wide. */
  needed: number | null;
}

/**
 * Whether a published figure is too little to be spoken of: a share of fewer than 10, a net score or a mean of fewer than 30, or a share
 * whose likely range covers more than 55 points. Figures that chance plays no part in are always spoken of.
 *
 * @returns null where the figure can be spoken of, or has no value
 */
export function tooLittle(
  { unit, interval }: Pick<PublishedMeasure, "unit" | "interval">,
  figure: Pick<Figure, "value" | "lower" | "upper" | "denominator">,
): TooLittle | null {
  const { value, lower, upper, denominator } = figure;
  if (value === null || denominator === null || interval === "none") return null;
  const needed = fewestBehind[unit];
  if (needed !== undefined && denominator < needed) return { reason: "few", size: denominator, needed };
  const isWide = unit === "percent" && lower !== null && upper !== null && upper - lower > widestRange;
  return isWide ? { reason: "wide", size: denominator, needed: null } : null;
}
