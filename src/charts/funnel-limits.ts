/** How far from a benchmark chance alone takes a unit of a given size. */

/** The two pairs of limits of a funnel plot, each between 0 and 1. */
export interface FunnelLimits {
  lower95: number;
  upper95: number;
  lower998: number;
  upper998: number;
}

/**
 * Exact binomial limits around a share: the range of shares that a unit of `denominator` people shows by chance, when the true
 * share is `benchmark`, in 95% and in 99.8% of cases. The limits run between whole people, interpolated, so that they
 * fall smoothly with size.
 *
 * @param benchmark - between 0 and 1
 * @param denominator - people; a whole number of 1 or more (fractions are rounded)
 * @see D. J. Spiegelhalter (2005), Statistics in Medicine 24, 1185–1202, appendix A.1.1
 */
export function funnelLimits(benchmark: number, denominator: number): FunnelLimits {
  const size = Math.max(1, Math.round(denominator));
  const did = cumulativeBinomial(size, benchmark);
  const didNot = cumulativeBinomial(size, 1 - benchmark);
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

/** P(X <= x) for x from 0 to `size`, through logarithms so that large units do not underflow. */
function cumulativeBinomial(size: number, share: number): number[] {
  if (share <= 0) return Array.from({ length: size + 1 }, () => 1);
  if (share >= 1) return Array.from({ length: size + 1 }, (_, people) => (people === size ? 1 : 0));
  const cumulative: number[] = [];
  let logProbability = size * Math.log1p(-share);
  let total = 0;
  for (let people = 0; people <= size; people++) {
    total += Math.exp(logProbability);
    cumulative.push(total);
    logProbability += Math.log((size - people) / (people + 1)) + Math.log(share / (1 - share));
  }
  return cumulative;
}

/** Spiegelhalter's interpolated limit: (r − α) / n, where r is the smallest count whose cumulative probability reaches p. */
function limitAt(cumulative: readonly number[], probability: number, size: number): number {
  const found = cumulative.findIndex((total) => total >= probability);
  const people = found === -1 ? size : found;
  const below = people === 0 ? 0 : cumulative[people - 1]!;
  const step = cumulative[people]! - below;
  const alpha = step === 0 ? 0 : (cumulative[people]! - probability) / step;
  return Math.min(1, Math.max(0, (people - alpha) / size));
}
