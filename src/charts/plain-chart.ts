/**
 * A chart as plain data: a Chart.js configuration without functions, so that it can be made on the server, compared
 * with a saved copy, and sent to the browser (or to a paper) as JSON. Colours are names of the tokens in
 * `styles/tokens.css`; whoever draws it looks them up, so that a chart follows the theme.
 */

/** A colour, by the name of its token. */
export type Colour = "us" | "us-soft" | "us-band" | "others" | "signal" | "panel" | "ink" | "soft" | "line";

/** A point of a scatter chart. */
export interface Spot {
  x: number;
  y: number;
}

/** One line, row of bars or cloud of points. */
export interface PlainDataset {
  label: string;
  data: (number | null)[] | Spot[];
  borderColor: Colour;
  backgroundColor: Colour;
  borderWidth?: number;
  borderDash?: number[];
  pointRadius?: number;
  pointHoverRadius?: number;
  /** One for each point: a year that is not over is drawn hollow. */
  pointBackgroundColor?: Colour[];
  pointBorderWidth?: number;
  pointStyle?: "circle" | "rectRot";
  showLine?: boolean;
  maxBarThickness?: number;
  /** False: bars of different datasets share one place, because each category has only one. */
  grouped?: boolean;
  borderRadius?: number;
  /** What the tooltip says of each point; an empty list keeps the dataset out of tooltips. */
  describe: string[];
}

/** What our own plugin draws around the data; see `marks.ts`. */
export interface Marks {
  /** The likely range behind each point, by the place on the category axis; null where there is none. */
  ranges: ([lower: number, upper: number] | null)[];
  /** What stands in the gap of a value that is missing, such as `[c]`. */
  gaps: { at: number; text: string }[];
  /** Things that happened, as letters explained under the chart; `at` counts categories and may lie between two. */
  events: { at: number; text: string }[];
  /** Where the series starts anew, drawn as a line before that category. */
  breaks: number[];
  /** Names written beside points or the ends of lines. */
  names: { dataset: number; index: number; text: string; colour: Colour }[];
}

/** One axis, as far as our charts set it. */
export interface PlainAxis {
  type: "category" | "linear";
  min?: number;
  max?: number;
  suggestedMin?: number;
  suggestedMax?: number;
  offset?: boolean;
  grid: { display: boolean };
  title?: { display: boolean; text: string };
  ticks: {
    maxTicksLimit?: number;
    autoSkip?: boolean;
    maxRotation?: number;
    format?: Intl.NumberFormatOptions;
    /** Whether the numbers are net scores, written `+50` for 0.5. */
    isNet?: boolean;
  };
}

/** A whole chart. */
export interface PlainChart {
  type: "line" | "bar" | "scatter";
  data: { labels?: (string | string[])[]; datasets: PlainDataset[] };
  options: { indexAxis?: "y"; scales: { x: PlainAxis; y: PlainAxis }; plugins: { marks: Marks } };
}

/** Marks of a chart that has none. */
export const noMarks: Marks = { ranges: [], gaps: [], events: [], breaks: [], names: [] };
