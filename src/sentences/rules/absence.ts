/** What is not known, and why. */
import type { PublishedMeasure } from "../../../pipelines/contract.ts";
import { counted, shownCount, shownFigure, shownYear } from "../../format.ts";
import { tooLittle } from "../../statistics/too-little.ts";
import { isOfTrustAlone } from "../place.ts";
import type { Reading } from "../reading.ts";
import type { AbsenceRule } from "./rule.ts";

/** In this order: the first that fires ends the finding. */
export const absenceRules: readonly AbsenceRule[] = [
  {
    name: "Could not be worked out",
    fires: "the measure failed in the last run of the pipeline",
    absence: "failed",
    tell: ({ measure }) =>
      measure.failure === null
        ? null
        : {
            title: "Could not be worked out this time",
            sentence: `${measure.title}: could not be worked out this time.`,
            details: [measure.failure],
          },
  },
  {
    name: "Told of the whole alone",
    fires: "the measure is worked out for the whole organisation, and the place is one school",
    absence: "no_records",
    tell: ({ measure, figure, place, whole }) =>
      figure || place.urn === null || !whole || !isOfTrustAlone(measure)
        ? null
        : {
            title: "Not told of one school",
            sentence: `${measure.title}: told of ${whole.name} as a whole, and not of each school.`,
            details: [],
          },
  },
  {
    name: "Nothing recorded",
    fires: "no year has a figure",
    absence: "no_records",
    tell: ({ measure, figure }) =>
      figure
        ? null
        : {
            title: "Nothing is recorded yet",
            sentence: `${measure.title}: nothing is recorded yet.`,
            details: [`From: ${measure.source}`],
          },
  },
  {
    name: "Hidden",
    fires: "the last full year is hidden, so that nobody can be singled out",
    absence: "suppressed",
    tell: (reading) =>
      withStatus(reading, "[c]", (title, year) => ({
        title: `Hidden for ${year} [c]`,
        sentence: `${title}: hidden for ${year}, because it could tell on a few people.`,
        details: lastShown(reading),
      })),
  },
  {
    name: "Does not apply",
    fires: "the measure has no meaning at this place",
    absence: "not_applicable",
    tell: (reading) =>
      withStatus(reading, "[z]", (title) => ({
        title: "Does not apply here [z]",
        sentence: `${title}: does not apply here.`,
        details: [],
      })),
  },
  {
    name: "Not available",
    fires: "nobody worked out a figure for the last full year; the reason is said where the measure knows it",
    absence: "not_available",
    tell: (reading) =>
      reading.figure?.value !== null
        ? null
        : withStatus(reading, reading.figure.status, (title, year) => ({
            title: `Not available for ${year} [x]`,
            sentence: `${title}: not available for ${year}.${reasonOf(reading)}`,
            details: lastShown(reading),
          })),
  },
  {
    name: "Too little data",
    fires:
      "too few stand behind it: fewer than 10 for a share, 30 for a mean or a net score; or the likely range of a share covers more than 55 points",
    absence: "too_little",
    tell: ({ measure, figure }) => {
      const little = figure && tooLittle(measure, figure);
      if (!little) return null;
      const size = sizeWords(measure.counts, little.size);
      const why =
        little.needed === null ? "its likely range covers most of the scale" : `${size}; it takes ${little.needed}`;
      return {
        title: `Too little data to speak of: ${size}`,
        sentence: `${measure.title}: too little data to speak of in ${shownYear(figure.time_period)} (${why}).`,
        details: [],
      };
    },
  },
];

function sizeWords(counts: PublishedMeasure["counts"], size: number): string {
  if (counts === "answers") return counted(size, "answer");
  return counts === "people" ? counted(size, "person", "people") : `only ${shownCount(size)} counted`;
}

function withStatus<T>(
  { measure, figure }: Reading,
  status: string,
  words: (title: string, year: string) => T,
): T | null {
  if (!figure || figure.value !== null || figure.status !== status) return null;
  return words(measure.title, shownYear(figure.time_period));
}

function lastShown({ measure, totals }: Reading): string[] {
  const last = totals.findLast(({ value }) => value !== null);
  return last ? [`Last shown: ${shownFigure(last, measure.unit)} in ${shownYear(last.time_period)}`] : [];
}

function reasonOf({ measure, figure }: Reading): string {
  const known = measure.absences?.find(({ time_periods }) => time_periods.includes(figure!.time_period));
  return known ? ` ${known.reason}` : "";
}
