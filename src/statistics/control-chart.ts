/** A series over time with limits of its own: individual values and moving ranges (XmR). */
import { mean } from "simple-statistics";

/** With fewer points than this the limits move too much to be drawn. */
export const fewestForLimits = 12;
/** How many points in a row on one side of the mean are more than chance gives. */
const longRun = 7;
/** How many points in a row, each above or each below the last, are more than chance gives. */
const longTrend = 6;

/** The limits of a series, in its own unit. */
export interface ControlLimits {
  mean: number;
  /** The mean distance between neighbouring values. */
  meanRange: number;
  lower: number;
  upper: number;
  /** The largest distance between neighbouring values that chance gives. */
  upperRange: number;
}

/** The four rules, by name; no others are used. */
export type ControlRule = "outside_limits" | "run_on_one_side" | "trend" | "outer_third";

/** One rule that fired and the places of the values that made it, in the series. */
export interface ControlSignal {
  rule: ControlRule;
  at: number[];
}

/**
 * The limits of a series: X̄ ± 2.66·m̄R, and 3.268·m̄R for the moving range.
 *
 * @param values - in order of time; two or more
 * @throws RangeError with fewer than two values
 * @see D. J. Wheeler (2000), Understanding Variation; NHS Scotland, Statistical Process Control tutorial, appendix A
 */
export function controlLimits(values: readonly number[]): ControlLimits {
  if (values.length < 2) throw new RangeError("limits of fewer than two values");
  const centre = mean([...values]);
  const meanRange = mean(values.slice(1).map((value, at) => Math.abs(value - values[at]!)));
  return {
    mean: centre,
    meanRange,
    lower: centre - 2.66 * meanRange,
    upper: centre + 2.66 * meanRange,
    upperRange: 3.268 * meanRange,
  };
}

/**
 * What a series shows beyond chance, by four rules only: a value outside the limits; seven or more on one side of the mean; six or more
 * rising or falling; two of three in the outer third on one side.
 *
 * @param values - in order of time; two or more
 * @see NHS England, Making Data Count
 */
export function controlSignals(values: readonly number[], limits: ControlLimits): ControlSignal[] {
  const { mean: centre, lower, upper } = limits;
  const outerThird = ((upper - centre) * 2) / 3;
  const sides = values.map((value) => Math.sign(value - centre));
  const steps = values.map((value, at) => (at === 0 ? 0 : Math.sign(value - values[at - 1]!)));
  const isOuter = (at: number, side: number) => side * (values[at]! - centre) > outerThird;
  const outer = values.flatMap((_, at) =>
    at < 2 ? [] : [1, -1].flatMap((side) => twoOfThree([at - 2, at - 1, at].filter((place) => isOuter(place, side)))),
  );
  const found: ControlSignal[] = [
    { rule: "outside_limits", at: values.flatMap((value, at) => (value < lower || value > upper ? [at] : [])) },
    { rule: "run_on_one_side", at: runsOf(sides, longRun) },
    // Six points that rise are five steps, and the point before the first step belongs to them.
    { rule: "trend", at: withFirst(runsOf(steps, longTrend - 1)) },
    { rule: "outer_third", at: [...new Set(outer)].sort((one, other) => one - other) },
  ];
  return found.filter(({ at }) => at.length > 0);
}

/** Every place in a run of the same non-zero sign that is at least `least` long. */
function runsOf(signs: readonly number[], least: number): number[] {
  const places: number[] = [];
  let from = 0;
  for (let at = 1; at <= signs.length; at++) {
    if (at < signs.length && signs[at] === signs[from]) continue;
    if (signs[from] !== 0 && at - from >= least) for (let place = from; place < at; place++) places.push(place);
    from = at;
  }
  return places;
}

function withFirst(places: readonly number[]): number[] {
  return [...new Set(places.flatMap((at) => [at - 1, at]))].sort((one, other) => one - other);
}

function twoOfThree(places: number[]): number[] {
  return places.length >= 2 ? places : [];
}
