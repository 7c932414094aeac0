/** Everything a paper is composed from. Whoever reads it from the release hands over figures as they may leave the log-in. */
import type { Catalogue, ComparisonsSlice, Figure, Release, School } from "../../pipelines/contract.ts";
import type { Finding } from "../sentences/finding.ts";
import type { Place } from "../sentences/place.ts";
import { findingsOf } from "../sentences/story.ts";
import { academicYearOf } from "../sentences/years.ts";
import type { Cycle } from "./cycle.ts";
import type { Written } from "./written.ts";

/** What papers are composed from. */
export interface PaperSource {
  catalogue: Catalogue;
  /** The school or the trust, with its figures as they may leave the log-in. */
  place: Place;
  /** The trust, likewise; null where the place is the trust itself. */
  trust: Place | null;
  /** Every school's totals as they may leave the log-in; null where the paper is also for readers who may not compare schools. */
  comparisons: ComparisonsSlice | null;
  /** The trust's schools, for their names. */
  schools: readonly School[];
  release: Pick<Release, "id" | "as_of" | "records_up_to" | "checks">;
  /** The records of the yearly cycle; null where the release holds none. */
  cycle: Cycle | null;
  /** What people wrote for this paper; null: nothing yet. */
  written: Written | null;
  /** Whether the record could be asked for the written words. */
  isRecordKnown: boolean;
  /** The academic year that the paper is about. */
  timePeriod: number;
  /** Whether the reader belongs to the board, which alone reads how the CPD lead's role was evaluated. */
  isForBoard: boolean;
}

/** A source held to the paper's year, with what is found in it. */
export interface Scope extends PaperSource {
  trust: Place | null;
  /** The day for which the year is read: the release's own, or the day after a year that is over. */
  asOf: string;
  /** Whether the paper's year is not over, so that its figures are mostly those of the year before. */
  isRunning: boolean;
  findings: Finding[];
  /** The address of a measure's page for this place. */
  hrefOf: (measure: { id: string }) => string;
}

/**
 * Holds a source to the year of the paper: no later figure, and no later benchmark. Notes about hidden figures name the threshold of what
 * leaves the log-in, because that is the one by which they are hidden.
 */
export function scopeOf(source: PaperSource): Scope {
  const { timePeriod, release } = source;
  const isRunning = timePeriod >= academicYearOf(release.as_of);
  const asOf = isRunning ? release.as_of : `${Math.floor(timePeriod / 100) + 1}-09-01`;
  const { policy } = source.catalogue;
  const catalogue: Catalogue = {
    ...source.catalogue,
    policy: { ...policy, threshold_signed_in: Math.max(policy.threshold_signed_in, policy.threshold_leaving) },
  };
  const place = upTo(source.place, timePeriod);
  const trust = source.trust && upTo(source.trust, timePeriod);
  const comparisons = source.comparisons && {
    ...source.comparisons,
    figures: source.comparisons.figures.filter((figure) => figure.time_period <= timePeriod),
  };
  return {
    ...source,
    catalogue,
    place,
    trust,
    comparisons,
    asOf,
    isRunning,
    findings: findingsOf(catalogue, place, asOf, trust ?? undefined),
    hrefOf: ({ id }) => `/measures/${id}?school=${place.urn ?? "trust"}`,
  };
}

function upTo(place: Place, timePeriod: number): Place {
  const isKnown = ({ time_period }: Pick<Figure, "time_period">) => time_period <= timePeriod;
  return { ...place, figures: place.figures.filter(isKnown), benchmarks: place.benchmarks.filter(isKnown) };
}
