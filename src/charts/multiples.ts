/** One small trend for each school on a scale that all of them share, so that they can be read beside one another. */
import type { ComparisonsSlice, Figure, PublishedMeasure, School } from "../../pipelines/contract.ts";
import { yearsBetween } from "../sentences/years.ts";
import { drawnFigures } from "./spoken.ts";
import { extentOf, type Trend, type TrendScale, trendOf } from "./trend.ts";

/** One school's picture. */
export interface Multiple {
  school: School;
  /** Everybody, oldest year first; empty where nothing is published. */
  figures: Figure[];
  /** Null where no year of it is published. */
  trend: Trend | null;
}

/** The pictures and what they share. */
export interface Multiples {
  schools: Multiple[];
  years: number[];
  low: number;
  high: number;
}

/**
 * Lays out every school's figures of one measure; null where fewer than two years are published, because one year is no trend.
 *
 * @param trust - the whole's own figures, drawn in grey behind each
 * @param asOf - the day of the release
 * @param signalsOf - the years that the rules mark at a school
 */
export function multiplesOf(
  measure: PublishedMeasure,
  { schools, figures }: ComparisonsSlice,
  trust: readonly Figure[],
  asOf: string,
  signalsOf: (school: School) => readonly number[] = () => [],
): Multiples | null {
  const own = figures.filter(({ measure_id, breakdown }) => measure_id === measure.id && breakdown === "total");
  const drawn = drawnFigures(measure, [...own, ...trust]);
  const periods = drawn.map(({ time_period }) => time_period);
  const years = periods.length === 0 ? [] : yearsBetween(Math.min(...periods), Math.max(...periods));
  if (years.length < 2) return null;
  const [low, high] = extentOf(measure, drawn);
  const scale: TrendScale = { years, low, high, beside: drawnFigures(measure, trust) };
  return {
    years,
    low,
    high,
    schools: schools.map((school) => {
      const ofSchool = own
        .filter(({ school_urn }) => school_urn === school.urn)
        .sort((one, other) => one.time_period - other.time_period);
      const trend = ofSchool.length === 0 ? null : trendOf(measure, ofSchool, [], asOf, signalsOf(school), scale);
      return { school, figures: ofSchool, trend };
    }),
  };
}
