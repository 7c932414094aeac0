/** What the policy promises, in the words of the policy: judged by the truth, which the attacker does not have. */
import type { Figure, SuppressionSlice } from "../../pipelines/contract.ts";
import type { Measure } from "../../pipelines/measures/define.ts";
import type { Widths } from "./attacker-bounds.ts";
import { keyOf, type Truth } from "./attacker-sums.ts";

/** How close to none or all a sensitive share may not be shown. */
const margin = 2;

/** How wide the ranges behind each hidden figure must be. */
export function promisedWidths(
  measures: readonly Measure[],
  truth: Truth,
  hidden: readonly SuppressionSlice["cells"][number][],
  threshold: number,
): (figure: Figure) => Widths | null {
  const byId = new Map(measures.map((measure) => [measure.id, measure]));
  const rules = new Map(hidden.map((cell) => [keyOf(cell), cell.rule]));
  return (figure) => {
    const { counts, unit, is_sensitive } = byId.get(figure.measure_id)!.definition;
    const { numerator, denominator } = truth.of(figure);
    // Nobody is behind it: a zero that everybody knows.
    if (denominator === 0) return null;
    const rule = rules.get(keyOf(figure));
    const isOwn = rule !== undefined && rule !== "complementary" && unit === "percent";
    const widthOf = (count: number) => {
      if (isOwn && counts === "people" && count > 0 && count < threshold) return threshold;
      return isOwn && is_sensitive ? margin + 1 : 0;
    };
    return { denominator: threshold, numerator: widthOf(numerator), complement: widthOf(denominator - numerator) };
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
