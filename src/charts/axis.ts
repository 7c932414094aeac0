import type { Figure, Unit } from "../../pipelines/contract.ts";
import type { PlainAxis } from "./plain-chart.ts";

/** How the numbers on an axis are written, for `Intl.NumberFormat`. */
function tickFormat(unit: Unit): Intl.NumberFormatOptions {
  if (unit === "percent") return { style: "percent", maximumFractionDigits: 0 };
  if (unit === "money") return { style: "currency", currency: "GBP", maximumFractionDigits: 0 };
  return { maximumFractionDigits: 1 };
}

/**
 * The axis that values are read from. Shares start at zero and end at the next whole ten per cent, so that a small change looks
 * small; averages of answers do likewise in whole steps; points, which have no natural zero, get the room they need.
 *
 * @param shown - the figures, and anything else with a value or a range, that must fit
 */
export function valueAxis(unit: Unit, shown: readonly Partial<Pick<Figure, "value" | "lower" | "upper">>[]): PlainAxis {
  const highest = Math.max(0, ...shown.flatMap(({ value, upper }) => [value ?? 0, upper ?? 0]));
  const lowest = Math.min(0, ...shown.flatMap(({ value, lower }) => [value ?? 0, lower ?? 0]));
  const ticks = { maxTicksLimit: 6, format: tickFormat(unit) };
  const axis: PlainAxis = { type: "linear", grid: { display: true }, ticks };
  if (unit === "percent") return { ...axis, min: 0, max: Math.min(1, Math.max(0.1, Math.ceil(highest * 10) / 10)) };
  if (unit === "mean") return { ...axis, min: Math.min(0, Math.floor(lowest)), max: Math.max(1, Math.ceil(highest)) };
  if (unit === "points") return axis;
  return { ...axis, min: 0 };
}

/** The axis of names or years. */
export function categoryAxis(): PlainAxis {
  return { type: "category", offset: true, grid: { display: false }, ticks: { autoSkip: true, maxRotation: 0 } };
}
