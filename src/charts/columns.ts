/** A measure over the years where length means quantity: a column for each year, from zero. */
import type { PublishedMeasure } from "../../pipelines/contract.ts";
import { categoryAxis, valueAxis } from "./axis.ts";
import type { TimeSeries } from "./line.ts";
import type { PlainChart } from "./plain-chart.ts";
import { drawnFigures } from "./spoken.ts";
import { describeFigure, timelineOf } from "./timeline.ts";

/** A column chart: amounts of money, hours and counts, where a line would suggest something in between. */
export function columnChart(measure: PublishedMeasure, series: TimeSeries): PlainChart {
  const { labels, figures, marks } = timelineOf(drawnFigures(measure, series.figures), series.events, series.asOf);
  const beside = series.beside;
  const besideValues = figures.map(
    (_, at) => beside?.figures.find(({ time_period }) => time_period === figures[at]?.time_period) ?? null,
  );
  const others = beside
    ? [
        {
          label: beside.name,
          data: besideValues.map((figure) => figure?.value ?? null),
          borderColor: "others" as const,
          backgroundColor: "others" as const,
          maxBarThickness: 40,
          borderRadius: 3,
          describe: besideValues.map((figure, at) =>
            figure ? describeFigure(figure, `${beside.name}, ${labels[at]}`, measure) : "",
          ),
        },
      ]
    : [];
  return {
    type: "bar",
    data: {
      labels,
      datasets: [
        {
          label: series.name,
          data: figures.map((figure) => figure?.value ?? null),
          borderColor: "us",
          backgroundColor: "us",
          maxBarThickness: 40,
          borderRadius: 3,
          describe: figures.map((figure, at) =>
            figure ? describeFigure(figure, `${series.name}, ${labels[at]}`, measure) : "",
          ),
        },
        ...others,
      ],
    },
    options: {
      scales: { x: categoryAxis(), y: valueAxis(measure.unit, [...series.figures, ...(beside?.figures ?? [])]) },
      plugins: { marks: { ...marks, names: [] } },
    },
  };
}
