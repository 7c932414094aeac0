/** Where figures are about: a school, or the trust as a whole. */
import type { Benchmark, Figure, PublishedMeasure } from "../../pipelines/contract.ts";

/** A school, or the trust as a whole, with the figures that a reader may see of it. */
export interface Place {
  name: string;
  /** Null: the trust. */
  urn: string | null;
  figures: readonly Figure[];
  benchmarks: readonly Benchmark[];
}

/** The totals of a list of figures by measure and place: a page asks for each many times, and a release's lists do not change. */
const totalsOfLists = new WeakMap<readonly Figure[], Map<string, Figure[]>>();

/** The figures of everybody for one measure and place, oldest first. */
export function totalsOf(place: Place, measureId: string): Figure[] {
  const known = totalsOfLists.get(place.figures) ?? totalsByKey(place.figures);
  totalsOfLists.set(place.figures, known);
  return [...(known.get(keyOf(measureId, place.urn)) ?? [])];
}

const keyOf = (measureId: string, urn: string | null) => `${measureId} ${urn ?? "trust"}`;

function totalsByKey(figures: readonly Figure[]): Map<string, Figure[]> {
  const found = new Map<string, Figure[]>();
  for (const figure of figures) {
    if (figure.breakdown !== "total") continue;
    const key = keyOf(figure.measure_id, figure.school_urn);
    const totals = found.get(key);
    if (totals) totals.push(figure);
    else found.set(key, [figure]);
  }
  for (const totals of found.values()) totals.sort((one, other) => one.time_period - other.time_period);
  return found;
}

/** Whether a measure is worked out for the trust alone, as its schools are too small for it: then its SQL has no word of them. */
export function isOfTrustAlone({ sql }: Pick<PublishedMeasure, "sql">): boolean {
  return !/\bschool_urn\b/.test(sql);
}
