/** The years under a chart on paper, where nothing can be pointed at to hear which year it is. */
import type { PlainChart } from "../../charts/plain-chart.ts";

/** In pixels: a year as `2025/26` and as `25/26`, with room to the next, and the numbers of the other axis. */
const widths = { year: 56, shortYear: 34, axis: 52 };
/** The part of a chart that names at the ends of lines may take; in half a one they stand above the lines. */
const forNames = { half: 0, whole: 0.36 };

/**
 * The chart with every year under its axis. Years that do not fit in full are written in short; where those do not fit either, Chart.js leaves
 * some out.
 *
 * @param width - of the chart, in pixels
 * @param isHalf - whether another chart stands beside it
 */
export function withEveryYear(chart: PlainChart, width: number, isHalf: boolean): PlainChart {
  const { labels = [] } = chart.data;
  const { x } = chart.options.scales;
  if (x.type !== "category" || chart.options.indexAxis === "y") return chart;
  const each = (width * (1 - forNames[isHalf ? "half" : "whole"]) - widths.axis) / labels.length;
  if (each < widths.shortYear) return chart;
  const shown = each < widths.year ? labels.map(inShort) : labels;
  const scales = { ...chart.options.scales, x: { ...x, ticks: { ...x.ticks, autoSkip: false } } };
  return { ...chart, data: { ...chart.data, labels: shown }, options: { ...chart.options, scales } };
}

function inShort(label: string | string[]): string | string[] {
  return typeof label === "string" ? label.replace(/^\d\d(?=\d\d\/\d\d$)/, "") : label;
}
