/** Whether schools differ among themselves by more than chance alone gives. */
import { mean, quantileSorted } from "simple-statistics";
import { standardErrorOfShare } from "./wilson.ts";

/** With fewer units than this, how much more than chance they differ cannot be estimated. */
export const fewestForOverDispersion = 10;
/** The part at each end that is drawn in to the next value, so that a school that truly stands out does not widen its own limits. */
const winsorised = 0.1;

/** How much wider than chance alone a funnel stands. */
export interface OverDispersion {
  /** φ: 1 where the units differ as chance gives; null with too few units to estimate it. */
  phi: number | null;
  /** √φ where φ is above 1, else 1: what the limits are multiplied by. */
  widening: number;
}

/**
 * φ = (1/I) Σ zᵢ², the mean of the squared distances from the benchmark in standard errors, winsorised at a tenth on each side.
 *
 * @param benchmark - the share of the whole, between 0 and 1
 * @param units - the share of each unit and how many people it counts
 * @see D. J. Spiegelhalter (2005), Statistics in Medicine 24, 1185–1202, on over-dispersion
 */
export function overDispersion(
  benchmark: number,
  units: readonly { value: number; denominator: number }[],
): OverDispersion {
  const isFlat = benchmark <= 0 || benchmark >= 1;
  if (units.length < fewestForOverDispersion || isFlat) return { phi: null, widening: 1 };
  const distances = units
    .map(({ value, denominator }) => (value - benchmark) / standardErrorOfShare(benchmark, denominator))
    .sort((one, other) => one - other);
  const [least, most] = [quantileSorted(distances, winsorised), quantileSorted(distances, 1 - winsorised)];
  const phi = mean(distances.map((distance) => Math.min(most, Math.max(least, distance)) ** 2));
  return { phi, widening: phi > 1 ? Math.sqrt(phi) : 1 };
}
