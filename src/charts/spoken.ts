/** Figures as charts draw them: one that is too little to be spoken of leaves a gap, as a hidden one does. */
import type { Figure, PublishedMeasure } from "../../pipelines/contract.ts";
import { tooLittle } from "../statistics/too-little.ts";
import { type Drawable, tooFew } from "./timeline.ts";

/** The figures as a chart draws them, in the same order; `gap` is the status, or `few`. */
export function drawnFigures(measure: PublishedMeasure, figures: readonly Figure[]): (Drawable & { gap: string })[] {
  return figures.map((figure) =>
    tooLittle(measure, figure)
      ? { ...figure, value: null, lower: null, upper: null, gap: tooFew }
      : { ...figure, gap: figure.status },
  );
}
