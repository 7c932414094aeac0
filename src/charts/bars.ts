/** One year's figures by category, such as staff group: a bar for each, with its likely range. */
import type { Figure, PublishedMeasure } from "../../pipelines/contract.ts";
import { shownFigure } from "../format.ts";
import { categoryAxis, valueAxis } from "./axis.ts";
import type { Colour, PlainChart } from "./plain-chart.ts";
import { drawnFigures } from "./spoken.ts";
import { describeFigure } from "./timeline.ts";

/**
 * Bars of one breakdown in one year, everybody last in grey. A category that is hidden keeps its place and says `[c]`.
 *
 * @param categories - the figures of one place, year and breakdown, in the order in which to show them
 * @param total - everybody in the same place and year
 */
export function barChart(
  measure: PublishedMeasure,
  categories: readonly Figure[],
  total: Figure | undefined,
): PlainChart {
  const figures = drawnFigures(measure, total ? [...categories, total] : categories);
  const isTotal = (at: number) => total !== undefined && at === figures.length - 1;
  const labels = figures.map((figure, at) => (isTotal(at) ? "Everybody" : figure.category));
  const colours = figures.map((_, at): Colour => (isTotal(at) ? "others" : "us"));
  const datasets = (["us", "others"] as const).map((colour) => ({
    label: colour === "us" ? "By category" : "Everybody",
    data: figures.map(({ value }, at) => (colours[at] === colour ? value : null)),
    borderColor: colour,
    backgroundColor: colour,
    grouped: false,
    maxBarThickness: 26,
    borderRadius: 3,
    describe: figures.map((figure, at) => describeFigure(figure, labels[at]!, measure)),
  }));
  return {
    type: "bar",
    data: { labels: labels.map(inLines), datasets },
    options: {
      indexAxis: "y",
      scales: {
        x: valueAxis(measure.unit, figures),
        y: { ...categoryAxis(), ticks: { autoSkip: false } },
      },
      plugins: {
        marks: {
          ranges: figures.map(({ lower, upper }) => (lower !== null && upper !== null ? [lower, upper] : null)),
          gaps: figures.flatMap(({ value, gap }, at) => (value === null ? [{ at, text: gap }] : [])),
          events: [],
          breaks: [],
          names: figures.flatMap((figure, index) =>
            figure.value === null
              ? []
              : [
                  {
                    dataset: isTotal(index) ? 1 : 0,
                    index,
                    text: shownFigure(figure, measure.unit),
                    colour: "ink" as const,
                  },
                ],
          ),
        },
      },
    },
  };
}

/** How many characters of a category's name stand in one line, so that on a telephone the bars keep their room. */
const charactersInLine = 16;

/** A name in one or two lines; what does not fit is cut, and stands whole in the table. */
export function inLines(name: string): string | string[] {
  const lines: string[] = [];
  for (const word of name.split(" ")) {
    const longer = `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && longer.length <= charactersInLine) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  if (lines.length === 1) return lines[0]!;
  const [first, second] = lines as [string, string];
  return [first, lines.length > 2 ? `${second.replace(/[,:;]$/, "")} …` : second];
}
