/** Findings for a page about one place, which says the whole trust's where a school has none of its own. */
import type { PublishedMeasure } from "../../pipelines/contract.ts";
import { type Finding, findingOf } from "../sentences/finding.ts";
import type { Place } from "../sentences/place.ts";
import type { CyclePage } from "./open.ts";

/** A finding and whose it is. */
export interface Found {
  finding: Finding;
  of: Place;
}

/** What a measure says at the page's place; what is worked out for the trust alone is the trust's. */
export function foundAt(
  { place, trust, asOf }: Pick<CyclePage, "place" | "trust" | "asOf">,
  measure: PublishedMeasure,
): Found {
  if (place.urn === null) return { of: place, finding: findingOf(measure, place, asOf) };
  const own = findingOf(measure, place, asOf, { whole: trust });
  if (own.absence !== "no_records") return { of: place, finding: own };
  return { of: trust, finding: findingOf(measure, trust, asOf) };
}
