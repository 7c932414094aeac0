/** A measure over the years: our line with its likely ranges, and the lines it is read beside. */
import type { Benchmark, ChartEvent, Figure, PublishedMeasure } from "../../pipelines/contract.ts";
import { shownNumber, shownYear } from "../format.ts";
import type { Drawn } from "../sentences/rules/rule.ts";
import { categoryAxis, valueAxis } from "./axis.ts";
import type { Colour, PlainChart, PlainDataset } from "./plain-chart.ts";
import { ruleLines, signalPoints } from "./rule-marks.ts";
import { drawnFigures } from "./spoken.ts";
import { describeFigure, timelineOf } from "./timeline.ts";

/** What a time chart is drawn from. */
export interface TimeSeries {
  /** Who the figures are about, written at the end of the line. */
  name: string;
  /** One place and category, one figure for each year at most. */
  figures: readonly Figure[];
  /** The trust's figures, where a school is shown beside it. */
  beside?: { name: string; figures: readonly Figure[] } | undefined;
  /** Published figures; only the national ones are drawn. */
  benchmarks: readonly Benchmark[];
  events: readonly ChartEvent[];
  /** The day of the release. */
  asOf: string;
  /** What the rules mark on it. */
  drawn?: readonly Drawn[] | undefined;
}

/**
 * A line chart. A hidden value, and one too little to be spoken of, leaves a gap; a series break starts a new line; the year that is not over is a hollow point.
 */
export function lineChart(measure: PublishedMeasure, series: TimeSeries): PlainChart {
  const { labels, years, figures, marks, isRunning } = timelineOf(
    drawnFigures(measure, series.figures),
    series.events,
    series.asOf,
  );
  const national = series.benchmarks.filter(
    ({ measure_id, geography }) => measure_id === measure.id && geography === "national",
  );
  const others = [
    ...(series.beside
      ? [{ name: series.beside.name, rows: drawnFigures(measure, series.beside.figures), dash: [] as number[] }]
      : []),
    ...(national.length > 0 ? [{ name: national[0]!.geography_name, rows: national, dash: [5, 4] }] : []),
  ].map(({ name, rows, dash }) => otherLine(measure, years, name, rows, dash));

  const ours = runsBetween(years.length, marks.breaks).map(([from, to]) => ({
    ...ourLine(series.name),
    data: figures.map((figure, at) => (at >= from && at < to ? (figure?.value ?? null) : null)),
    pointBackgroundColor: isRunning.map((running): Colour => (running ? "panel" : "us")),
    describe: figures.map((figure, at) =>
      figure ? describeFigure(figure, `${series.name}, ${labels[at]}`, measure) : "",
    ),
  }));
  const { drawn = [] } = series;
  const values = figures.map((figure) => figure?.value ?? null);
  const datasets = [...signalPoints(years, values, drawn), ...others, ...ours, ...ruleLines(measure, years, drawn)];
  return {
    type: "line",
    data: { labels, datasets },
    options: {
      scales: {
        x: categoryAxis(),
        y: valueAxis(measure.unit, [...series.figures, ...(series.beside?.figures ?? []), ...national]),
      },
      plugins: { marks: { ...marks, names: endNames(datasets) } },
    },
  };
}

function ourLine(label: string): Omit<PlainDataset, "data" | "describe"> {
  return {
    label,
    borderColor: "us",
    backgroundColor: "us",
    borderWidth: 2.5,
    pointRadius: 5,
    pointHoverRadius: 7,
    pointBorderWidth: 2,
  };
}

function otherLine(
  measure: PublishedMeasure,
  years: readonly number[],
  name: string,
  rows: readonly { time_period: number; value: number | null }[],
  borderDash: number[],
): PlainDataset {
  const values = years.map((year) => rows.find(({ time_period }) => time_period === year)?.value ?? null);
  return {
    label: name,
    data: values,
    borderColor: "others",
    backgroundColor: "others",
    borderWidth: 2,
    borderDash,
    pointRadius: 2,
    pointHoverRadius: 5,
    describe: values.map((value, at) =>
      value === null ? "" : `${name}, ${shownYear(years[at]!)}: ${shownNumber(value, measure.unit)}`,
    ),
  };
}

/** The stretches of years between series breaks, each drawn as a line of its own. */
function runsBetween(length: number, breaks: readonly number[]): [from: number, to: number][] {
  const starts = [0, ...breaks];
  return starts.map((from, index) => [from, starts[index + 1] ?? length]);
}

/** The name of each line at its last point, except of signals and level lines, which the words below the chart tell; a line in several stretches is named once, at its end. */
function endNames(datasets: readonly PlainDataset[]): PlainChart["options"]["plugins"]["marks"]["names"] {
  return datasets.flatMap((dataset, at) => {
    const isNamedLater = datasets
      .slice(at + 1)
      .some(({ label, data }) => label === dataset.label && data.some(isValue));
    const index = dataset.data.findLastIndex(isValue);
    if (isNamedLater || index === -1 || dataset.describe.length === 0) return [];
    const colour: Colour = dataset.borderColor === "us" ? "us" : "soft";
    return [{ dataset: at, index, text: dataset.label, colour }];
  });
}

function isValue(value: unknown): boolean {
  return value !== null;
}
