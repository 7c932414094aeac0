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
 * Why this count may not be shown by itself; null when it may: too few people, or what they say tells on each of them.
 *
 * @param threshold - the smallest number that may be shown
 */
export function unsafe(count: Count, measure: Protected, threshold: number): SuppressionRule | null {
  return tooFew(count, measure, threshold) ?? tellingShare(count, measure, threshold);
}

/**
 * Whether too few people stand behind a count. Of answers, the number of people who gave them matters too, and not how often each answered.
 * Nobody at all tells on nobody. A least number of people is the practice of the Department for Education in its performance
 * tables and of HESA.
 */
export function tooFew({ numerator, denominator, people }: Count, { definition }: Protected, threshold: number) {
  const isSmall = (count: number) => count > 0 && count < threshold;
  // Of a net, such as those who gained less those who lost, only the difference is known here.
  const isSmallNet = definition.unit === "net" && definition.counts === "people" && isSmall(Math.abs(numerator));
  return isSmall(denominator) || isSmall(people ?? 0) || isSmallNet ? "primary" : null;
}

/**
 * Why a share tells on people, however many it is a share of; null when it does not.
 *
 * Of people, the number who did and the number who did not must not be small, as either group may be the one that is told on. The rule
 * on none or all of them is the Office for Students' for its transparency information: suppress when the numerator is 2 or
 * less, or within 2 of the denominator.
 */
export function tellingShare(
  { numerator, denominator }: Pick<Count, "numerator" | "denominator">,
  { definition }: Protected,
  threshold: number,
): SuppressionRule | null {
  if (!isShare(definition) || denominator <= 0) return null;
  const complement = denominator - numerator;
  const isSmall = (count: number) => count > 0 && count < threshold;
  if (definition.counts === "people" && (isSmall(numerator) || isSmall(complement))) return "primary";
  return definition.is_sensitive && Math.min(numerator, complement) <= homogeneityMargin ? "homogeneity" : null;
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
 * Whether too few people stand behind a figure in its place, so that it is hidden whatever stands beside it.
 *
 * Answers cut by a group of people need twice the threshold, and so do the people of a school who were asked or counted:
 * whoever knows so small a school knows them all by name. HESA, too, asks for more people behind a percentage than behind a count.
 */
export function tooFewHere(count: Count, place: Place, measure: Protected, threshold: number): SuppressionRule | null {
  if (count.denominator <= 0) return null;
  const respondents = Math.min(count.denominator, count.people ?? count.denominator);
  if (measure.definition.counts === "answers" && place.isCategory && respondents < 2 * threshold) return "primary";
  if (place.isSchool && place.inScope < 2 * threshold) return "primary";
  return tooFew(count, measure, threshold);
}

/** What is hidden of a cell. */
export interface HiddenPeople {
  /** Hidden because too few people stand behind it. */
  isOfFew: boolean;
  /** Hidden for what they say alone: how many they are is shown elsewhere. */
  hasKnownPeople: boolean;
}

/**
 * How wide a range must be left to whoever works with all that is shown: of the number of people behind a hidden figure, of those who did
 * and of those who did not. 0 where that number is not protected.
 *
 * Where the number of people is hidden, nobody may learn it to within less than the threshold; that goes for what is hidden beside it too,
 * as asking less of that was found to hide no less. Where few of them did (or did not), that number is protected in the same way; where
 * all or none would tell on them, to within the margin of that rule. A share that is hidden beside others of people whose number is known could
 * be shown by itself: it may be known roughly, but not exactly, or it would hide nothing.
 */
export function protection(
  { numerator, denominator }: Count,
  { isOfFew, hasKnownPeople }: HiddenPeople,
  measure: Protected,
  threshold: number,
): { denominator: number; numerator: number; complement: number } {
  const { counts, is_sensitive } = measure.definition;
  const isTelling = tellingShare({ numerator, denominator }, measure, threshold) !== null;
  const widthOf = (count: number) => {
    if (isTelling && counts === "people" && count > 0 && count < threshold) return threshold;
    const isAlike = is_sensitive && isShare(measure.definition) && (isTelling || isOfFew);
    return isAlike ? homogeneityMargin + 1 : hasKnownPeople ? 1 : 0;
  };
  return {
    denominator: hasKnownPeople ? 0 : threshold,
    numerator: widthOf(numerator),
    complement: widthOf(denominator - numerator),
  };
}
