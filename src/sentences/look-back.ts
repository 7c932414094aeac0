/** Looking at an earlier year, as far as a release can tell: its figures up to that year, worked out from today's records. */
import { shownYear } from "../format.ts";
import type { YearChoice } from "./addresses.ts";
import type { Place } from "./place.ts";
import { academicYearOf, nextYear } from "./years.ts";

/** The full years that a place has figures of, oldest first. */
export function fullYearsOf(place: Place, asOf: string): number[] {
  const current = academicYearOf(asOf);
  const found = place.figures
    .filter(({ breakdown, school_urn, value }) => breakdown === "total" && school_urn === place.urn && value !== null)
    .map(({ time_period }) => time_period);
  return [...new Set(found)].filter((year) => year < current).sort((one, other) => one - other);
}

/** What an address asks for, as far as there are figures: the latest year is no choice, and a year is compared with an earlier one alone. */
export function yearChoice(asked: URLSearchParams, years: readonly number[]): YearChoice {
  const latest = years.at(-1);
  const found = years.find((year) => year === Number(asked.get("year"))) ?? latest;
  const since = years.find((year) => year === Number(asked.get("since")));
  return {
    year: found === undefined || found === latest ? null : found,
    since: since !== undefined && found !== undefined && since < found ? since : null,
  };
}

/** A place with nothing later than a year; the place itself where no year was chosen. */
export function placeIn<P extends Place>(place: P, year: number | null): P {
  if (year === null) return place;
  return {
    ...place,
    figures: place.figures.filter(({ time_period }) => time_period <= year),
    benchmarks: place.benchmarks.filter(({ time_period }) => time_period <= year),
  };
}

/** The day by which a chosen year was over: the first of the next one. Without a choice, the day of the release. */
export function dayOfChoice(year: number | null, asOf: string): string {
  return year === null ? asOf : `${Math.floor(nextYear(year) / 100)}-09-01`;
}

/** What was chosen, for the head of a printed sheet: `2024/25`, `compared with 2022/23`. */
export function choiceWords({ year, since }: YearChoice, years: readonly number[]): string[] {
  const shown = year ?? years.at(-1);
  return [
    ...(shown === undefined ? [] : [shownYear(shown)]),
    ...(since === null ? [] : [`compared with ${shownYear(since)}`]),
  ];
}
