import type { Figure } from "../contract.ts";

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
