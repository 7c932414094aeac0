/** Schools and the trust as places to speak of. */
import type { PolicyWords, SchoolSlice, TrustSlice } from "../../pipelines/contract.ts";
import type { Place } from "./place.ts";

/** The trust as a whole, by its own name. */
export function trustPlace(policy: PolicyWords, { figures, benchmarks }: TrustSlice): Place {
  return { name: policy.organisation_name, urn: null, figures, benchmarks };
}

/** One school. */
export function schoolPlace({ school, figures, benchmarks }: SchoolSlice): Place {
  return { name: school.name, urn: school.urn, figures, benchmarks };
}
