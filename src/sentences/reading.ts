/** What the rules read: one measure at one place, and what a reader may set beside it. */
import type { Benchmark, ComparisonsSlice, Figure, PublishedMeasure } from "../../pipelines/contract.ts";
import { shownFigure, shownYear } from "../format.ts";
import { type Comparison, compare, compareWithBenchmark } from "../statistics/chance.ts";
import { tooLittle } from "../statistics/too-little.ts";
import { wordedGrade } from "./claims.ts";
import { nationalBeside } from "./evidence.ts";
import { type Place, totalsOf } from "./place.ts";
import { academicYearOf, nextYear } from "./years.ts";

/** What a reader may open besides the place itself. */
export interface Beside {
  /** The trust, where the place is one of its schools. */
  whole?: Place | undefined;
  /** Every school's figures, for readers of the whole trust. */
  comparisons?: ComparisonsSlice | undefined;
  /** The year to compare with; left out, the year before. */
  since?: number | undefined;
}

/** One measure at one place. */
export interface Reading extends Beside {
  measure: PublishedMeasure;
  place: Place;
  /** Everybody, oldest year first. */
  totals: readonly Figure[];
  /** The academic year that is not over. */
  currentYear: number;
  /** The last full year, or the running one where there is no other; null while nothing is published. */
  figure: Figure | null;
}

/** A reading whose figure has a value, with what it is compared with. */
export interface ValueReading extends Reading {
  figure: Figure & { value: number };
  value: string;
  /** `in 2025/26`, or `so far in 2026/27`. */
  when: string;
  isSoFar: boolean;
  /** The grade by which it is worded. */
  grade: number;
  /** The last earlier figure worked out the same way. */
  before: Figure | undefined;
  /** `the year before`, or `in 2023/24`. */
  earlier: string;
  change: Comparison;
  national: Benchmark | undefined;
  besideNational: Comparison;
}

/**
 * Reads a measure at a place.
 *
 * @param asOf - the day of the release; the academic year it falls in is not over, and is compared with nothing
 */
export function readingOf(measure: PublishedMeasure, place: Place, asOf: string, beside: Beside = {}): Reading {
  const totals = totalsOf(place, measure.id);
  const currentYear = academicYearOf(asOf);
  const figure = totals.findLast(({ time_period }) => time_period < currentYear) ?? totals.at(-1) ?? null;
  return { ...beside, measure, place, totals, currentYear, figure };
}

/** Sets a reading's value beside the year before and the country; null without a value. */
export function valueReading(reading: Reading): ValueReading | null {
  const { measure, figure, totals, place, currentYear } = reading;
  if (!figure || figure.value === null) return null;
  const isSoFar = figure.time_period >= currentYear;
  const before = isSoFar ? undefined : comparableBefore(measure, figure, totals, reading.since);
  const isThin = figure.status === "[low]";
  const national = nationalBeside(figure, place.benchmarks);
  const isSameYear = national?.value != null && national.time_period === figure.time_period;
  const isYearBefore = before && nextYear(before.time_period) === figure.time_period;
  return {
    ...reading,
    figure: { ...figure, value: figure.value },
    value: shownFigure(figure, measure.unit),
    when: isSoFar ? `so far in ${shownYear(figure.time_period)}` : `in ${shownYear(figure.time_period)}`,
    isSoFar,
    grade: wordedGrade(measure, figure.claim_grade),
    before,
    earlier: isYearBefore || !before ? "the year before" : `in ${shownYear(before.time_period)}`,
    change: before && !isThin ? compare(figure, before) : "cannot_tell",
    national,
    besideNational: isSameYear && !isThin ? compareWithBenchmark(figure, national.value!) : "cannot_tell",
  };
}

/**
 * The last earlier figure that can be spoken of and was worked out the same way; a series break in between ends the search.
 *
 * @param since - the one year that may be compared with; left out, any
 */
function comparableBefore(
  measure: PublishedMeasure,
  figure: Figure,
  totals: readonly Figure[],
  since: number | undefined,
): Figure | undefined {
  if (figure.status === "[b]") return undefined;
  const earlier = totals.filter(({ time_period }) => time_period < figure.time_period);
  const before = earlier.findLast(
    (one) => one.value !== null && !tooLittle(measure, one) && (since === undefined || one.time_period === since),
  );
  const hasBreak = earlier.some(
    ({ time_period, status }) => status === "[b]" && time_period > (before?.time_period ?? 0),
  );
  return hasBreak ? undefined : before;
}

/** The full years of a reading, oldest first. */
export function fullYears({ totals, currentYear }: Reading): Figure[] {
  return totals.filter(({ time_period }) => time_period < currentYear);
}
