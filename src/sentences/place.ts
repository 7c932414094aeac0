/** Where figures are about: a school, or the trust as a whole. */
import type { Benchmark, Figure } from "../../pipelines/contract.ts";

/** A school, or the trust as a whole, with the figures that a reader may see of it. */
export interface Place {
  name: string;
  /** Null: the trust. */
  urn: string | null;
  figures: readonly Figure[];
  benchmarks: readonly Benchmark[];
}

/** The figures of everybody for one measure and place, oldest first. */
export function totalsOf(place: Place, measureId: string): Figure[] {
  return place.figures
    .filter((figure) => figure.measure_id === measureId && figure.breakdown === "total")
    .filter((figure) => figure.school_urn === place.urn)
    .sort((one, other) => one.time_period - other.time_period);
}
