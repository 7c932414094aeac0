/** The small trend on a card, laid out in a box of fixed size so that the server can draw it as plain shapes. */
import type { Benchmark, Figure, PublishedMeasure } from "../../pipelines/contract.ts";
import { valueAxis } from "./axis.ts";
import { drawnFigures } from "./spoken.ts";
import { timelineOf } from "./timeline.ts";

/** The box, in its own units. */
export const trendBox = { width: 320, height: 96, left: 14, right: 306, top: 8, bottom: 72 };

/** A trend laid out: places in the box, from the upper left. */
export interface Trend {
  /** Our points; a year that is not over is hollow, one that a rule marks stands out. */
  points: { x: number; y: number; isRunning: boolean; isSignal: boolean }[];
  /** The likely range behind each point that has one. */
  ranges: { x: number; from: number; to: number }[];
  /** Our line: a path for each stretch without a gap or a break. */
  lines: string[];
  /** The national figures, as one path; null where there are none. */
  national: string | null;
  /** What stands where a value is missing. */
  gaps: { x: number; text: string }[];
  /** Where a new series begins. */
  breaks: number[];
  /** The first and the last year. */
  labels: { x: number; text: string; anchor: "start" | "end" }[];
}

/** What several small trends share, so that they can be read beside one another. */
export interface TrendScale {
  /** Every year shown, oldest first; two at least. */
  years: readonly number[];
  /** The ends of the value axis. */
  low: number;
  high: number;
  /** Figures of everybody, drawn in grey behind each. */
  beside: readonly Figure[];
}

/**
 * Lays out the figures of one place along the years; null with fewer than two values, because one point is no trend. On a shared scale a
 * place without any value is laid out too: its gaps say why.
 *
 * @param asOf - the day of the release
 * @param signals - the years that the rules mark
 * @param scale - shared with other places; left out, the place's own
 */
export function trendOf(
  measure: PublishedMeasure,
  published: readonly Figure[],
  benchmarks: readonly Benchmark[],
  asOf: string,
  signals: readonly number[] = [],
  scale?: TrendScale,
): Trend | null {
  const figures = drawnFigures(measure, published);
  if (!scale && figures.filter(({ value }) => value !== null).length < 2) return null;
  const filled = scale ? figures.filter(({ time_period }) => scale.years.includes(time_period)) : figures;
  const { years, labels, figures: byYear, marks, isRunning } = timelineOf(filled, [], asOf, scale?.years);
  const national = scale
    ? scale.beside
    : benchmarks.filter((row) => row.measure_id === measure.id && row.geography === "national");
  const [low, high] = scale ? [scale.low, scale.high] : extentOf(measure, [...figures, ...national]);
  const { left, right, top, bottom } = trendBox;
  const x = (at: number) => round(left + ((right - left) * at) / (years.length - 1));
  const y = (value: number) => round(bottom - ((bottom - top) * (value - low)) / (high - low || 1));

  const values = byYear.map((figure) => figure?.value ?? null);
  const nationalValues = years.map((year) => national.find(({ time_period }) => time_period === year)?.value ?? null);
  const path = (run: [at: number, value: number][]) => `M${run.map(([at, value]) => `${x(at)} ${y(value)}`).join("L")}`;
  const nationalRun = nationalValues.flatMap((value, at): [number, number][] => (value === null ? [] : [[at, value]]));
  return {
    points: values.flatMap((value, at) =>
      value === null
        ? []
        : [{ x: x(at), y: y(value), isRunning: isRunning[at]!, isSignal: signals.includes(years[at]!) }],
    ),
    ranges: marks.ranges.flatMap((range, at) => (range ? [{ x: x(at), from: y(range[1]), to: y(range[0]) }] : [])),
    lines: stretches(values, marks.breaks).map(path),
    national: nationalRun.length > 1 ? path(nationalRun) : null,
    gaps: marks.gaps.map(({ at, text }) => ({ x: x(at), text })),
    breaks: marks.breaks.map((at) => round((x(at - 1) + x(at)) / 2)),
    labels: [
      { x: x(0), text: labels[0]!, anchor: "start" },
      { x: x(years.length - 1), text: labels.at(-1)!, anchor: "end" },
    ],
  };
}

/** The lowest and the highest value of the box: the whole axis for shares and ratings, else what is shown. */
export function extentOf(
  measure: Pick<PublishedMeasure, "unit">,
  shown: readonly { value: number | null; lower?: number | null; upper?: number | null }[],
): [low: number, high: number] {
  const axis = valueAxis(measure.unit, shown);
  const all = shown.flatMap(({ value, lower, upper }) => [value, lower, upper]).filter((value) => value != null);
  const [lowest, highest] = [Math.min(...all), Math.max(...all)];
  const margin = (highest - lowest) * 0.15;
  const low = axis.min ?? lowest - margin;
  return [low, axis.max ?? highest + (low === 0 ? 0 : margin)];
}

/** The stretches of neighbouring values that a line may join. */
function stretches(values: readonly (number | null)[], breaks: readonly number[]): [at: number, value: number][][] {
  const runs: [number, number][][] = [[]];
  values.forEach((value, at) => {
    if (value === null || breaks.includes(at)) runs.push([]);
    if (value !== null) runs.at(-1)!.push([at, value]);
  });
  return runs.filter((run) => run.length > 1);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
