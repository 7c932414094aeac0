/** One measure at one place, in words: what it is, whether it changed, how sure that is, and what is missing. */
import type { Benchmark, Figure, PublishedMeasure } from "../../pipelines/contract.ts";
import { shownFigure, shownYear } from "../format.ts";
import { compare, compareWithBenchmark, isBeyondChance } from "../statistics/chance.ts";
import { evidenceOf, nationalBeside } from "./evidence.ts";
import { wordsOfChange, wordsOfNational } from "./finding-words.ts";
import { academicYearOf } from "./years.ts";

/** A school, or the trust as a whole, with the figures that a reader may see of it. */
export interface Place {
  name: string;
  /** Null: the trust. */
  urn: string | null;
  figures: readonly Figure[];
  benchmarks: readonly Benchmark[];
}

/** `signal`: beyond chance. `none`: nothing beyond chance. `missing`: not known, and the sentence says why. */
export type Mark = "signal" | "none" | "missing";

/** What is said of one measure. */
export interface Finding {
  measure: PublishedMeasure;
  mark: Mark;
  /** Why there is nothing to say; null when there is. Those that do not apply are left out of a story. */
  absence: "failed" | "no_records" | "suppressed" | "not_available" | "not_applicable" | null;
  /** The figure that the sentence speaks of; null when there is none. */
  figure: Figure | null;
  /** The finding in a few words, the title of the card and of the chart. */
  title: string;
  /** The whole sentence, as one would say it at a meeting. */
  sentence: string;
  /** The small print: how many, likely range, who answered, the national figure, how strong the claim is. */
  details: string[];
}

/** The figures of everybody for one measure and place, oldest first. */
export function totalsOf(place: Place, measureId: string): Figure[] {
  return place.figures
    .filter((figure) => figure.measure_id === measureId && figure.breakdown === "total")
    .filter((figure) => figure.school_urn === place.urn)
    .sort((one, other) => one.time_period - other.time_period);
}

/**
 * The finding of a measure at a place: its last full year beside the year before and the national figure.
 *
 * @param asOf - the day of the release; the academic year it falls in is not over, and is compared with nothing
 */
export function findingOf(measure: PublishedMeasure, place: Place, asOf: string): Finding {
  if (measure.failure) {
    const sentence = `${measure.title}: could not be worked out this time.`;
    return absent(measure, null, "failed", "Could not be worked out this time", sentence, [measure.failure]);
  }
  const totals = totalsOf(place, measure.id);
  const current = academicYearOf(asOf);
  const figure = totals.findLast(({ time_period }) => time_period < current) ?? totals.at(-1);
  if (!figure) {
    const sentence = `${measure.title}: nothing is recorded yet.`;
    return absent(measure, null, "no_records", "Nothing is recorded yet", sentence, [`From: ${measure.source}`]);
  }
  if (figure.value === null) return withoutValue(measure, figure, totals);
  return withValue(measure, figure, totals, place, figure.time_period >= current);
}

function withValue(
  measure: PublishedMeasure,
  figure: Figure,
  totals: readonly Figure[],
  place: Place,
  isSoFar: boolean,
): Finding {
  const value = shownFigure(figure, measure.unit);
  const when = isSoFar ? `so far in ${shownYear(figure.time_period)}` : `in ${shownYear(figure.time_period)}`;
  const before = isSoFar ? undefined : comparableBefore(figure, totals);
  const change = before && figure.status !== "[low]" ? compare(figure, before) : "cannot_tell";
  const national = nationalBeside(figure, place.benchmarks);
  const besideNational =
    national?.value != null && national.time_period === figure.time_period && figure.status !== "[low]"
      ? compareWithBenchmark(figure, national.value)
      : "cannot_tell";

  const changeWords = wordsOfChange(measure, figure, before, change);
  const nationalWords = wordsOfNational(measure, besideNational, national);
  const isSignal = isBeyondChance(change) || isBeyondChance(besideNational);
  const title = isBeyondChance(change) ? changeWords.title : (nationalWords?.title ?? changeWords.title);
  const parts = [
    `${measure.title}: ${value} ${when}${changeWords.clause}.`,
    changeWords.verdict,
    nationalWords?.sentence,
  ];
  return {
    measure,
    mark: isSignal ? "signal" : "none",
    absence: null,
    figure,
    title: isSoFar ? `${value} so far; the year is not over` : title,
    sentence: parts.filter(Boolean).join(" "),
    details: evidenceOf(measure, figure, national),
  };
}

/** The last earlier figure that was worked out the same way; a series break in between ends the search. */
function comparableBefore(figure: Figure, totals: readonly Figure[]): Figure | undefined {
  if (figure.status === "[b]") return undefined;
  const earlier = totals.filter(({ time_period }) => time_period < figure.time_period);
  const before = earlier.findLast(({ value }) => value !== null);
  const hasBreak = earlier.some(
    ({ time_period, status }) => status === "[b]" && time_period > (before?.time_period ?? 0),
  );
  return hasBreak ? undefined : before;
}

function withoutValue(measure: PublishedMeasure, figure: Figure, totals: readonly Figure[]): Finding {
  const year = shownYear(figure.time_period);
  const last = totals.findLast(({ value }) => value !== null);
  const details = last ? [`Last shown: ${shownFigure(last, measure.unit)} in ${shownYear(last.time_period)}`] : [];
  switch (figure.status) {
    case "[c]": {
      const sentence = `${measure.title}: hidden for ${year}, because it could tell on a few people.`;
      return absent(measure, figure, "suppressed", `Hidden for ${year} [c]`, sentence, details);
    }
    case "[z]":
      return absent(
        measure,
        figure,
        "not_applicable",
        "Does not apply here [z]",
        `${measure.title}: does not apply here.`,
        [],
      );
    default: {
      const sentence = `${measure.title}: not available for ${year}.`;
      return absent(measure, figure, "not_available", `Not available for ${year} [x]`, sentence, details);
    }
  }
}

function absent(
  measure: PublishedMeasure,
  figure: Figure | null,
  absence: NonNullable<Finding["absence"]>,
  title: string,
  sentence: string,
  details: string[],
): Finding {
  return { measure, mark: "missing", absence, figure, title, sentence, details };
}
