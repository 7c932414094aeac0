/** How to read each kind of chart, in one or two short sentences; it stands under every chart of that kind. */
import type { PlainChart } from "../charts/plain-chart.ts";

/** The kinds of charts on the pages. */
export type ChartKind = "line" | "columns" | "bars" | "counts" | "funnel" | "multiples";

/** One sentence or two for each kind. */
export const chartHelp: Readonly<Record<ChartKind, string>> = {
  line: "Each dot is a year, and the soft bar behind it the likely range. A turned square is a signal; a gap with [c] is hidden. A dashed upright line starts a new series; a letter is explained below.",
  columns:
    "Each column is a year, and its height is the figure. A gap with [c] is hidden; a dashed upright line starts a new series.",
  bars: "The longer the bar, the larger the figure; the thin line through its end is the likely range. Where two of those lines overlap a lot, chance may be all there is between them.",
  counts:
    "The longer the bar, the larger the number beside it. The title speaks of the coloured bars; the others are grey.",
  funnel:
    "Each dot is one place, the large ones further right. Between the lines, chance alone can account for where it lies; a turned square lies beyond them.",
  multiples:
    "One picture for each, so compare their shapes and not their places. A gap with [c] is hidden, “few” is too little data; a turned square is a signal.",
};

/** The kind of a drawn chart. */
export function kindOf({ type, options }: Pick<PlainChart, "type" | "options">): Exclude<ChartKind, "multiples"> {
  if (type === "scatter") return "funnel";
  if (type === "line") return "line";
  if (options.indexAxis !== "y") return "columns";
  return options.plugins.marks.ranges.some((range) => range !== null) ? "bars" : "counts";
}
