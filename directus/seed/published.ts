/** A published number before it is a row; a status and no value where there is none. */
export interface Published {
  measure: string;
  value?: number;
  limits?: [number, number];
  population?: number;
  unit: "percent" | "points" | "count" | "ratio" | "money";
  status?: { code: "c" | "x" | "z"; source: string };
}

/** To this many decimal places, and never minus zero. */
export function round(value: number, places: number): number {
  return Number(value.toFixed(places)) + 0;
}
