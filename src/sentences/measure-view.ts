/** Which figures a measure's page shows, from what its address asks for and what the reader may see. */
import type { Figure, PublishedMeasure } from "../../pipelines/contract.ts";
import { type Place, totalsOf } from "./place.ts";

/** What a measure's page shows of one place. */
export interface MeasureView {
  /** Everybody, oldest year first. */
  totals: Figure[];
  /** The years with figures, oldest first. */
  years: number[];
  /** The year shown in detail; undefined while there are no figures. */
  year: number | undefined;
  /** The breakdowns that have figures here, in the measure's order. */
  breakdowns: string[];
  /** The one shown; undefined when there is none. */
  breakdown: string | undefined;
  /** That breakdown's figures in that year, in the published order. */
  categories: Figure[];
  /** Everybody in that year. */
  total: Figure | undefined;
}

/** What the address asks for; anything that there is no figure for is passed over. */
export interface MeasureChoices {
  year: number;
  breakdown: string | null;
  /** The last full year, which is shown when the address asks for none. */
  usualYear: number | undefined;
}

/** Chooses the figures of one measure at one place. */
export function measureView(measure: PublishedMeasure, place: Place, asked: MeasureChoices): MeasureView {
  const own = place.figures.filter(
    ({ measure_id, school_urn }) => measure_id === measure.id && school_urn === place.urn,
  );
  const totals = totalsOf(place, measure.id);
  const years = [...new Set(own.map(({ time_period }) => time_period))].sort((one, other) => one - other);
  const year =
    years.find((found) => found === asked.year) ?? years.find((found) => found === asked.usualYear) ?? years.at(-1);
  const present = [...new Set(own.map(({ breakdown }) => breakdown))].filter((breakdown) => breakdown !== "total");
  const breakdowns = [
    ...measure.breakdowns.filter((breakdown) => present.includes(breakdown)),
    ...present.filter((breakdown) => !measure.breakdowns.includes(breakdown)),
  ];
  const breakdown = breakdowns.find((found) => found === asked.breakdown) ?? breakdowns[0];
  const categories = own.filter((figure) => figure.breakdown === breakdown && figure.time_period === year);
  return {
    totals,
    years,
    year,
    breakdowns,
    breakdown,
    categories,
    total: totals.find(({ time_period }) => time_period === year),
  };
}
