/** Which years of a measure form one series: breaks and missing years end it. */
import type { Figure } from "../../pipelines/contract.ts";
import { nextYear } from "../sentences/years.ts";

/** A published value of one year. */
export interface Point {
  time_period: number;
  value: number;
}

/**
 * The latest stretch of years that may be read as one series: neighbouring years with a value, none of them running, from the last
 * series break on. A hidden or missing year ends it too, and so does a figure with low coverage.
 *
 * @param totals - the figures of one place and category, oldest first
 * @param currentYear - the academic year that is not over
 */
export function latestStretch(totals: readonly Figure[], currentYear: number): Point[] {
  const stretch: Point[] = [];
  for (const { time_period, value, status } of totals) {
    if (time_period >= currentYear) break;
    const last = stretch.at(-1);
    const isNext = last !== undefined && nextYear(last.time_period) === time_period;
    if (!isNext || status === "[b]") stretch.length = 0;
    if (value === null || status === "[low]") stretch.length = 0;
    else stretch.push({ time_period, value });
  }
  return stretch;
}
