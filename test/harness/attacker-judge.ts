/** What the policy promises, in the words of the policy: judged by the truth, which the attacker does not have. */
import type { Figure } from "../../pipelines/contract.ts";
import type { Measure } from "../../pipelines/measures/define.ts";
import type { Widths } from "./attacker-bounds.ts";
import type { Truth } from "./attacker-sums.ts";

/** How close to none or all a sensitive share may not be shown. */
const margin = 2;

/**
 * How wide the ranges behind each hidden figure must be.
 *
 * Of too few people nobody may learn how many they are to within less than the threshold; of few who did, or did not, how many those are; of
 * all who say the same, that they do. Anything else that is hidden may not be known exactly.
 */
export function promisedWidths(
  measures: readonly Measure[],
  truth: Truth,
  threshold: number,
): (figure: Figure) => Widths | null {
  const byId = new Map(measures.map((measure) => [measure.id, measure]));
  return (figure) => {
    const { counts, unit, is_sensitive } = byId.get(figure.measure_id)!.definition;
    const { numerator, denominator, people } = truth.of(figure);
    // Nobody is behind it: a zero that everybody knows.
    if (denominator === 0) return null;
    const isShare = unit === "percent";
    const respondents = Math.min(denominator, people ?? denominator);
    const isOfFew =
      respondents < threshold ||
      (counts === "answers" && figure.breakdown !== "total" && respondents < 2 * threshold) ||
      (figure.school_urn !== null && truth.inScope(figure) < 2 * threshold);
    const isAlike = Math.min(numerator, denominator - numerator) <= margin;
    const widthOf = (count: number) => {
      if (isShare && counts === "people" && count > 0 && count < threshold) return threshold;
      return isShare && is_sensitive && (isOfFew || isAlike) ? margin + 1 : 0;
    };
    return {
      denominator: isOfFew ? threshold : 0,
      numerator: widthOf(numerator),
      complement: widthOf(denominator - numerator),
    };
  };
}

/** The shown figures that tell on people by themselves: of few people, few who did or did not, or all alike where that is sensitive. */
export function tellingFigures(
  figures: readonly Figure[],
  measures: readonly Measure[],
  truth: Truth,
  threshold: number,
): Figure[] {
  const byId = new Map(measures.map((measure) => [measure.id, measure]));
  const isFew = (count: number) => count > 0 && count < threshold;
  return figures.filter((figure) => {
    const { counts, unit, is_sensitive, distributions = [] } = byId.get(figure.measure_id)!.definition;
    // Without a value nothing is shown.
    if (figure.value === null || (counts !== "people" && counts !== "answers")) return false;
    const { numerator, denominator, people } = truth.of(figure);
    if (isFew(denominator) || isFew(people ?? 0)) return true;
    if (unit !== "percent" || denominator <= 0 || distributions.includes(figure.breakdown)) return false;
    const complement = denominator - numerator;
    if (counts === "people" && (isFew(numerator) || isFew(complement))) return true;
    return is_sensitive && Math.min(numerator, complement) <= margin;
  });
}
