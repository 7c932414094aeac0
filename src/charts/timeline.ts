/** The years of a measure laid out for a chart: one place for each year, those without a figure too. */
import type { ChartEvent, Figure, PublishedMeasure } from "../../pipelines/contract.ts";
import { shownFigure, shownRange, shownYear } from "../format.ts";
import { academicYearOf, yearsBetween } from "../sentences/years.ts";
import type { Marks } from "./plain-chart.ts";

/** What stands in the gap of a figure that is too little to be spoken of. */
export const tooFew = "few";

/** A figure to be drawn; `gap` says what stands in place of a value, where that is not its status. */
export type Drawable = Figure & { gap?: string };

/** One series along the years. */
export interface Timeline {
  /** `2025/26`; the year that is not over says so. */
  labels: string[];
  years: number[];
  /** The figure of each year; undefined where none is published. */
  figures: (Drawable | undefined)[];
  marks: Pick<Marks, "ranges" | "gaps" | "events" | "breaks">;
  /** Whether each year is still running. */
  isRunning: boolean[];
}

const msPerDay = 86_400_000;

/**
 * Lays figures of one place and category along their years.
 *
 * @param figures - one for each year at most
 * @param asOf - the day of the release
 * @param shownYears - the years to lay out; left out, from the first figure to the last
 */
export function timelineOf(
  figures: readonly Drawable[],
  events: readonly ChartEvent[],
  asOf: string,
  shownYears?: readonly number[],
): Timeline {
  const periods = shownYears ?? figures.map(({ time_period }) => time_period);
  const years = periods.length === 0 ? [] : yearsBetween(Math.min(...periods), Math.max(...periods));
  const byYear = years.map((year) => figures.find(({ time_period }) => time_period === year));
  const current = academicYearOf(asOf);
  return {
    years,
    labels: years.map((year) => (year >= current ? `${shownYear(year)} so far` : shownYear(year))),
    figures: byYear,
    isRunning: years.map((year) => year >= current),
    marks: {
      ranges: byYear.map((figure) =>
        figure?.lower != null && figure.upper != null ? [figure.lower, figure.upper] : null,
      ),
      gaps: byYear.flatMap((figure, at) => (figure?.value === null ? [{ at, text: figure.gap ?? figure.status }] : [])),
      events: eventsAlong(years, events),
      breaks: byYear.flatMap((figure, at) => (figure?.status === "[b]" && at > 0 ? [at] : [])),
    },
  };
}

/** What happened on one day, under one letter. */
export interface LetteredDay {
  letter: string;
  /** An ISO date. */
  on: string;
  time_period: number;
  labels: string[];
}

/** The days within the years shown on which something happened, oldest first. */
export function letteredDays(years: readonly number[], events: readonly ChartEvent[]): LetteredDay[] {
  const shown = events.filter(({ time_period }) => years.includes(time_period));
  const days = [...new Set(shown.map(({ on }) => on))].sort();
  return days.map((on, index) => {
    const ofDay = shown.filter((event) => event.on === on);
    return {
      letter: String.fromCharCode(65 + index),
      on,
      time_period: ofDay[0]!.time_period,
      labels: ofDay.map(({ label }) => label),
    };
  });
}

/** A year reaches half a place to either side of its point; a day stands where it falls between 1 September and 31 August. */
function eventsAlong(years: readonly number[], events: readonly ChartEvent[]): Marks["events"] {
  return letteredDays(years, events).map(({ on, time_period, letter }) => {
    const start = Date.parse(`${Math.floor(time_period / 100)}-09-01`);
    const through = (Date.parse(on) - start) / msPerDay / 365;
    const at = years.indexOf(time_period) - 0.5 + Math.min(1, Math.max(0, through));
    return { at: Math.round(at * 1000) / 1000, text: letter };
  });
}

/** What a tooltip says of a point: `2025/26: 63%, likely range 46% to 78%`. */
export function describeFigure(figure: Drawable, label: string, measure: Pick<PublishedMeasure, "unit">): string {
  if (figure.value === null && figure.gap === tooFew) return `${label}: too little data`;
  const range = shownRange(figure, measure.unit);
  return `${label}: ${shownFigure(figure, measure.unit)}${range ? `, likely range ${range}` : ""}`;
}
