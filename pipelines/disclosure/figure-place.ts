import type { Figure, Hides, SuppressionRule } from "../contract.ts";

/** What tells a figure from all others. */
export type FigurePlace = Pick<Figure, "measure_id" | "school_urn" | "time_period" | "breakdown" | "category">;

/** The place of a figure, without its numbers. */
export function placeOf({ measure_id, school_urn, time_period, breakdown, category }: FigurePlace): FigurePlace {
  return { measure_id, school_urn, time_period, breakdown, category };
}

/** The place of a figure as one text. */
export function keyOf({ measure_id, school_urn, time_period, breakdown, category }: FigurePlace): string {
  return JSON.stringify([measure_id, school_urn, time_period, breakdown, category]);
}

/** Why something is hidden, and what of it. */
export interface Hidden {
  rule: SuppressionRule;
  hides: Hides;
}

/** One hidden figure; never a number. */
export interface HiddenFigure extends FigurePlace, Hidden {}
