import type { MeasureDefinition, SuppressionRule } from "../contract.ts";

export type { SuppressionRule };

/** How many stand behind a figure and how many of them did. */
export interface Count {
  numerator: number;
  denominator: number;
  /** How many different people gave the answers; null where they are not known, or the figure counts people itself. */
  people: number | null;
}

/** What disclosure control has to know of a measure. */
export interface Protected {
  id: string;
  definition: Pick<MeasureDefinition, "counts" | "is_sensitive" | "unit">;
}

/** Within how many of none or all of them a sensitive share tells on people. */
export const homogeneityMargin = 2;

/**
 * Why this count may not be shown by itself; null when it may.
 *
 * Of answers, the number of people who gave them matters, and not how often each answered; of people, also the number who did and the number who did not, as either
 * group may be the one that is told on. Nobody at all tells on nobody. A least number of people is the practice of the Department for
 * Education in its performance tables and of HESA; the rule on none or all of them is the Office for Students' for its transparency information:
 * suppress when the numerator is 2 or less, or within 2 of the denominator.
 *
 * @param threshold - the smallest number that may be shown
 */
export function unsafe(
  { numerator, denominator, people }: Count,
  { definition }: Protected,
  threshold: number,
): SuppressionRule | null {
  const isSmall = (count: number) => count > 0 && count < threshold;
  if (isSmall(denominator) || isSmall(people ?? 0)) return "primary";
  // Of a net, such as those who gained less those who lost, only the difference is known here.
  if (definition.unit === "net" && definition.counts === "people" && isSmall(Math.abs(numerator))) return "primary";
  if (!isShare(definition)) return null;
  const complement = denominator - numerator;
  if (definition.counts === "people" && (isSmall(numerator) || isSmall(complement))) return "primary";
  const isAlike = denominator > 0 && Math.min(numerator, complement) <= homogeneityMargin;
  return definition.is_sensitive && isAlike ? "homogeneity" : null;
}

/** Whether the numerator is a number of people or answers among the denominator, and not a sum of hours or of differences. */
export function isShare({ unit }: Protected["definition"]): boolean {
  return unit === "percent";
}

/** The three things about a figure's place that make the rule for it stricter. */
export interface Place {
  isSchool: boolean;
  isCategory: boolean;
  /** How many different people the same school's or trust's total is about, asked or counted. */
  inScope: number;
}

/**
 * Why a figure must be hidden whatever stands beside it; null when it need not be.
 *
 * Answers cut by a group of people need twice the threshold, and so do the people of a school who were asked or counted:
 * whoever knows so small a school knows them all by name. HESA, too, asks for more people behind a percentage than behind a count.
 */
export function primaryRule(count: Count, place: Place, measure: Protected, threshold: number): SuppressionRule | null {
  if (count.denominator <= 0) return null;
  const respondents = Math.min(count.denominator, count.people ?? count.denominator);
  if (measure.definition.counts === "answers" && place.isCategory && respondents < 2 * threshold) return "primary";
  if (place.isSchool && place.inScope < 2 * threshold) return "primary";
  return unsafe(count, measure, threshold);
}

/**
 * How wide a range must be left to whoever works with all that is shown: of the number of people behind a hidden figure, of those who did
 * and of those who did not. 0 where that number is not protected.
 *
 * Nobody may learn how many people stand behind a hidden figure to within less than the threshold. Where few of them did (or did
 * not), that number is protected in the same way; where all or none would tell on them, to within the margin of that rule.
 */
export function protection(
  { numerator, denominator }: Count,
  rule: SuppressionRule,
  { definition }: Protected,
  threshold: number,
): { denominator: number; numerator: number; complement: number } {
  const isOwn = rule !== "complementary" && isShare(definition);
  const widthOf = (count: number) => {
    if (isOwn && definition.counts === "people" && count > 0 && count < threshold) return threshold;
    return isOwn && definition.is_sensitive ? homogeneityMargin + 1 : 0;
  };
  return { denominator: threshold, numerator: widthOf(numerator), complement: widthOf(denominator - numerator) };
}
