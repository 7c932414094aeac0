/** Counts or sums of records side by side: a bar for each, with its number beside it. */
import type { Unit } from "../../pipelines/contract.ts";
import { categoryAxis, valueAxis } from "./axis.ts";
import { inLines } from "./bars.ts";
import { noMarks, type PlainChart } from "./plain-chart.ts";

/** One bar. */
export interface CountBar {
  label: string;
  value: number;
  /** The number as it is read, such as `£1,240` or `12 activities`. */
  text: string;
  /** Whether the finding speaks of it: those that it does not are grey. */
  isOurs: boolean;
}

/** Horizontal bars from zero, in the order given. There is no likely range: records are counted, not sampled. */
export function countBars(bars: readonly CountBar[], unit: Unit, label: string): PlainChart {
  const datasets = ([true, false] as const).map((isOurs) => ({
    label,
    data: bars.map((bar) => (bar.isOurs === isOurs ? bar.value : null)),
    borderColor: isOurs ? ("us" as const) : ("others" as const),
    backgroundColor: isOurs ? ("us" as const) : ("others" as const),
    grouped: false,
    maxBarThickness: 26,
    borderRadius: 3,
    describe: bars.map((bar) => `${bar.label}: ${bar.text}`),
  }));
  const axis = valueAxis(
    unit,
    bars.map(({ value }) => ({ value, lower: null, upper: null })),
  );
  const highest = Math.max(0, ...bars.map(({ value }) => value));
  // There is no half of a record.
  const ticks = {
    ...axis.ticks,
    maxRotation: 0,
    maxTicksLimit: unit === "count" ? Math.min(6, highest + 1) : 5,
  };
  return {
    type: "bar",
    data: { labels: bars.map((bar) => inLines(bar.label)), datasets },
    options: {
      indexAxis: "y",
      scales: {
        x: { ...axis, ticks },
        y: { ...categoryAxis(), ticks: { autoSkip: false } },
      },
      plugins: {
        marks: {
          ...noMarks,
          ranges: bars.map(() => null),
          names: bars.map((bar, index) => ({
            dataset: bar.isOurs ? 0 : 1,
            index,
            text: bar.text,
            colour: "ink" as const,
          })),
        },
      },
    },
  };
}
