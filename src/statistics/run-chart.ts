/** A short series over time: its median, and how long it stays on one side of that. */
import { median } from "simple-statistics";

/** With fewer points than this a median says nothing that the points do not. */
export const fewestForMedian = 4;
/** How many in a row on one side of the median are more than chance gives. */
export const longShift = 6;

/** A series read as a run chart. */
export interface RunChart {
  median: number;
  /** How many values in a row lie on one side of the median at most; values on it are passed over. */
  longestRun: number;
  /** Whether the longest run is more than chance gives. */
  isShift: boolean;
}

/**
 * Reads a series as a run chart.
 *
 * @param values - in order of time; one or more
 * @throws Error with no values
 * @see R. J. Perla, L. P. Provost and S. K. Murray (2011), BMJ Quality & Safety 20, 46–51
 */
export function runChart(values: readonly number[]): RunChart {
  const middle = median([...values]);
  const sides = values.map((value) => Math.sign(value - middle)).filter((side) => side !== 0);
  let longestRun = 0;
  let run = 0;
  for (const [at, side] of sides.entries()) {
    run = side === sides[at - 1] ? run + 1 : 1;
    longestRun = Math.max(longestRun, run);
  }
  return { median: middle, longestRun, isShift: longestRun >= longShift };
}
