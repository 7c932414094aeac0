/** One category beside the others of its kind: it is coloured, they are grey, in the order in which they are published. */
import type { Figure, PublishedMeasure } from "../../pipelines/contract.ts";
import { barChart } from "./bars.ts";
import type { PlainChart } from "./plain-chart.ts";

/** Bars of every category of one year, with one of them ours. */
export function oneOfMany(measure: PublishedMeasure, figures: readonly Figure[], category: string): PlainChart {
  const plain = barChart(measure, figures, undefined);
  const { marks } = plain.options.plugins;
  const ours = figures.findIndex((figure) => figure.category === category);
  const [us, others] = plain.data.datasets;
  const values = us!.data as (number | null)[];
  const part = (isOurs: boolean) => values.map((value, at) => ((at === ours) === isOurs ? value : null));
  return {
    ...plain,
    data: {
      ...plain.data,
      datasets: [
        { ...us!, label: category, data: part(true) },
        { ...others!, label: "The others", data: part(false) },
      ],
    },
    options: {
      ...plain.options,
      plugins: {
        marks: { ...marks, names: marks.names.map((name) => ({ ...name, dataset: name.index === ours ? 0 : 1 })) },
      },
    },
  };
}
