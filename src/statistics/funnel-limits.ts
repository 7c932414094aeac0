/** How far from a benchmark chance alone takes a unit of a given size. */
import { binomialDistribution } from "simple-statistics";

/** The two pairs of limits of a funnel plot, each between 0 and 1. */
export interface FunnelLimits {
  lower95: number;
  upper95: number;
  lower998: number;
  upper998: number;
}

/** Limits worked out before: a page asks for the same ones for as long as a release lives. */
const known = new Map<string, FunnelLimits>();
const mostKnown = 20_000;

/**
 * Exact binomial limits around a share: the range of shares that a unit of `denominator` people shows by chance, when the true
 * share is `benchmark`, in 95% and in 99.8% of cases. The limits run between whole people, interpolated, so that they
 * fall smoothly with size. They are exact at every size, not only where fewer than five are expected: the normal
 * approximation raises about four times as many alarms as it should for 40 people and a share of 15%, and the lines would have a step.
 *
 * @param benchmark - between 0 and 1
 * @param denominator - people; a whole number of 1 or more (fractions are rounded)
 * @param widening - how many times as far as chance alone; `√φ` of `overDispersion`
 * @see D. J. Spiegelhalter (2005), Statistics in Medicine 24, 1185–1202, appendix A.1.1, and on over-dispersion
 */
export function funnelLimits(benchmark: number, denominator: number, widening = 1): FunnelLimits {
  const size = Math.max(1, Math.round(denominator));
  const key = `${benchmark} ${size}`;
  const exact = known.get(key) ?? exactLimits(benchmark, size);
  if (known.size >= mostKnown) known.clear();
  known.set(key, exact);
  if (widening === 1) return exact;
  const widened = (limit: number) => Math.min(1, Math.max(0, benchmark + (limit - benchmark) * widening));
  return {
    lower95: widened(exact.lower95),
    upper95: widened(exact.upper95),
    lower998: widened(exact.lower998),
    upper998: widened(exact.upper998),
  };
}

function exactLimits(benchmark: number, size: number): FunnelLimits {
  const did = binomialDistribution(size, benchmark)!;
  const didNot = binomialDistribution(size, 1 - benchmark)!;
  // The upper limit is the lower one of those who did not, so that nobody is beyond it where everybody could be by chance.
  return {
    lower95: limitAt(did, 0.025, size),
    upper95: 1 - limitAt(didNot, 0.025, size),
    lower998: limitAt(did, 0.001, size),
    upper998: 1 - limitAt(didNot, 0.001, size),
  };
}

/** Where a unit lies: `inside` the 95% limits, `alert` beyond them, `alarm` beyond the 99.8% limits. */
export function placeInFunnel(value: number, limits: FunnelLimits): "inside" | "alert" | "alarm" {
  if (value < limits.lower998 || value > limits.upper998) return "alarm";
  if (value < limits.lower95 || value > limits.upper95) return "alert";
  return "inside";
}

/** Spiegelhalter's interpolated limit: (r − α) / n, where r is the smallest count whose cumulative probability reaches p. */
function limitAt(probabilities: readonly number[], probability: number, size: number): number {
  let cumulative = 0;
  for (const [people, step] of probabilities.entries()) {
    cumulative += step;
    if (cumulative < probability) continue;
    return Math.min(1, Math.max(0, (people - (cumulative - probability) / step) / size));
  }
  return 1;
}
