/** How large the difference of two means is beside how much people differ. */
import type { Figure } from "../../pipelines/contract.ts";
import { z95 } from "./wilson.ts";

/** A mean with how much single values spread around it. */
export interface Sample {
  mean: number;
  /** The standard deviation, in the unit of the mean. */
  deviation: number;
  /** How many values; two or more. */
  size: number;
}

/** An effect size in standard deviations, with its 95% interval. Never told as months of progress. */
export interface EffectSize {
  g: number;
  lower: number;
  upper: number;
}

/**
 * Hedges' g: J·(x̄₁ − x̄₂)/s_p with J = 1 − 3/(4·df − 1) and SE = √[(n₁ + n₂)/(n₁n₂) + g²/2(n₁ + n₂)].
 *
 * @returns null where nobody differs from anybody, so that there is nothing to measure the difference by
 * @throws RangeError when a sample has fewer than two values
 * @see L. V. Hedges (1981), Journal of Educational Statistics 6, 107–128
 */
export function hedgesG(one: Sample, other: Sample): EffectSize | null {
  if (one.size < 2 || other.size < 2) throw new RangeError("an effect size of fewer than two values");
  const freedom = one.size + other.size - 2;
  const variance = ((one.size - 1) * one.deviation ** 2 + (other.size - 1) * other.deviation ** 2) / freedom;
  if (variance <= 0) return null;
  const g = ((1 - 3 / (4 * freedom - 1)) * (one.mean - other.mean)) / Math.sqrt(variance);
  const both = one.size + other.size;
  const error = Math.sqrt(both / (one.size * other.size) + g ** 2 / (2 * both));
  return { g, lower: g - z95 * error, upper: g + z95 * error };
}

/** The sample behind a published mean, its deviation found back from its interval (half the width ÷ 1.96 × √n); null where there is none. */
export function sampleOf(figure: Pick<Figure, "value" | "lower" | "upper" | "denominator">): Sample | null {
  const { value, lower, upper, denominator } = figure;
  if (value === null || lower === null || upper === null || denominator === null || denominator < 2) return null;
  return { mean: value, deviation: ((upper - lower) / 2 / z95) * Math.sqrt(denominator), size: denominator };
}
