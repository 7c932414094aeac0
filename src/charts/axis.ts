import type { Figure, Unit } from "../../pipelines/contract.ts";
import type { PlainAxis } from "./plain-chart.ts";

/** The whole scale of a net score, from everybody against to everybody for. */
const netScale = { min: -1, max: 1 };

/** How the numbers on an axis are written, for `Intl.NumberFormat`; both ends of the decimals are set, because Chart.js sets the lower one itself. */
function tickFormat(unit: Unit): Intl.NumberFormatOptions {
  if (unit === "percent") return { style: "percent", minimumFractionDigits: 0, maximumFractionDigits: 0 };
  if (unit === "money")
    return { style: "currency", currency: "GBP", minimumFractionDigits: 0, maximumFractionDigits: 0 };
  return { minimumFractionDigits: 0, maximumFractionDigits: 1 };
}

/** Where the axis of a share may end: ends that whole steps reach. */
const shareScales = [0.1, 0.2, 0.4, 0.6, 0.8, 1];

/**
 * The axis that values are read from. Shares start at zero and end at a round one, so that a small change looks
 * small; averages of answers do likewise in whole steps; points, which have no natural zero, get the room they need.
 *
 * @param shown - the figures, and anything else with a value or a range, that must fit
 */
export function valueAxis(unit: Unit, shown: readonly Partial<Pick<Figure, "value" | "lower" | "upper">>[]): PlainAxis {
  const highest = Math.max(0, ...shown.flatMap(({ value, upper }) => [value ?? 0, upper ?? 0]));
  const lowest = Math.min(0, ...shown.flatMap(({ value, lower }) => [value ?? 0, lower ?? 0]));
  const ticks = { maxTicksLimit: 6, format: tickFormat(unit) };
  const axis: PlainAxis = { type: "linear", grid: { display: true }, ticks };
  if (unit === "percent") return { ...axis, min: 0, max: shareScales.find((top) => top >= highest) ?? 1 };
  if (unit === "net") return { ...axis, ...netScale, ticks: { ...ticks, isNet: true } };
  if (unit === "mean") return { ...axis, min: Math.min(0, Math.floor(lowest)), max: Math.max(1, Math.ceil(highest)) };
  if (unit === "points") return axis;
  return { ...axis, min: 0 };
}

/** The axis of names or years. */
export function categoryAxis(): PlainAxis {
  return { type: "category", offset: true, grid: { display: false }, ticks: { autoSkip: true, maxRotation: 0 } };
}
