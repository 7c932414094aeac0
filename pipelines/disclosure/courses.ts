import type { Figure } from "../contract.ts";
import { groupBy } from "../import/group.ts";
import type { Measure } from "../measures/define.ts";
import { type SuppressionRule, unsafe } from "./rules.ts";

/** How many answers of one activity's wave come from one school and staff group. */
export interface AnswerPart {
  activity_id: string;
  academic_year: number;
  wave: string;
  school_urn: string | null;
  staff_group: string | null;
  programme: string | null;
  answers: number;
}

/** The answers of one activity's wave, and whether its report must be silent about them. */
interface Course {
  activity_id: string;
  answers: number;
  hidden: SuppressionRule | null;
}

/** Answers are not told apart by anything sensitive: the figures that count them say the same. */
const likeFigures = { id: "course", definition: { counts: "answers", is_sensitive: false, unit: "percent" } } as const;

/**
 * Which activities' answers may not be reported by themselves, and why.
 *
 * Too few answers are not reported, nor are those of one school whose own total is hidden. Then come differences: where a published
 * figure less the activities that are wholly in it, or an activity less the figures that are wholly in it, leaves fewer answers than the
 * threshold, the smallest activity that would make it so is silent too.
 *
 * @param parts - all activities that the figures count, restricted ones too
 * @param figures - after disclosure control
 * @param threshold - the smallest number of people that may be shown
 * @returns the rule by activity and wave, as "<activity> <wave>"; those that may be shown are not in it
 */
export function hideCourses(
  parts: readonly AnswerPart[],
  figures: readonly Figure[],
  measures: readonly Measure[],
  threshold: number,
): Map<string, SuppressionRule> {
  const hidden = new Map<string, SuppressionRule>();
  for (const [wave, ofWave] of groupBy(parts, (part) => part.wave)) {
    const ids = new Set(measures.filter(({ definition }) => definition.base === wave).map(({ id }) => id));
    for (const [year, ofYear] of groupBy(ofWave, (part) => String(part.academic_year))) {
      const shown = figures.filter(
        ({ measure_id, time_period, value }) => ids.has(measure_id) && time_period === Number(year) && value !== null,
      );
      for (const { activity_id, hidden: rule } of hideInYear(ofYear, wholesOf(shown), threshold)) {
        if (rule) hidden.set(`${activity_id} ${wave}`, rule);
      }
    }
  }
  return hidden;
}

/** A published figure that says how many answers it counts. Those of one family count no answer twice. */
interface Whole {
  family: string;
  counts(part: AnswerPart): boolean;
}

/** The published totals, staff groups and programmes; a breakdown that shares answers out, such as the answers themselves, is all in its total. */
function wholesOf(figures: readonly Figure[]): { wholes: Whole[]; schools: Set<string | null> } {
  const alike = groupBy(figures, (figure) => JSON.stringify([figure.school_urn, figure.breakdown, figure.category]));
  const wholes = [...alike.values()].flatMap(([figure]): Whole[] => {
    const { school_urn, breakdown, category } = figure!;
    const isHere = (part: AnswerPart) => school_urn === null || part.school_urn === school_urn;
    if (breakdown === "total") return [{ family: school_urn === null ? "all" : "schools", counts: isHere }];
    const family = `${breakdown} ${school_urn ?? "trust"}`;
    if (breakdown === "staff_group")
      return [{ family, counts: (part) => isHere(part) && part.staff_group === category }];
    return breakdown === "programme" ? [{ family, counts: (part) => isHere(part) && part.programme === category }] : [];
  });
  const totals = figures.filter(({ breakdown }) => breakdown === "total");
  return { wholes, schools: new Set(totals.map(({ school_urn }) => school_urn)) };
}

function hideInYear(
  parts: readonly AnswerPart[],
  { wholes, schools }: ReturnType<typeof wholesOf>,
  threshold: number,
): Course[] {
  const courses = [...groupBy(parts, ({ activity_id }) => activity_id)].map(([activity_id, own]): Course => {
    const answers = sum(own);
    const places = new Set(own.map(({ school_urn }) => school_urn));
    const rule = unsafe({ numerator: 0, denominator: answers, people: answers }, likeFigures, threshold);
    const [only] = places;
    const isOfHiddenSchool = places.size === 1 && only !== null && !schools.has(only!);
    return { activity_id, answers, hidden: rule ?? (isOfHiddenSchool ? "primary" : null) };
  });
  // The smallest first, and of equals always the same one.
  courses.sort((one, other) => one.answers - other.answers || (one.activity_id < other.activity_id ? -1 : 1));
  const inWholes = wholes.map(({ family, counts }) => ({
    family,
    within: groupBy(parts.filter(counts), ({ activity_id }) => activity_id),
  }));
  const isTold = (count: number) => count > 0 && count < threshold;

  for (const course of courses) {
    const inside = inWholes.filter(({ within }) => within.size === 1 && within.has(course.activity_id));
    for (const family of groupBy(inside, ({ family }) => family).values()) {
      const known = family.reduce((total, { within }) => total + sum(within.get(course.activity_id)!), 0);
      if (isTold(course.answers - known)) course.hidden ??= "complementary";
    }
  }
  let isChanged = true;
  while (isChanged) {
    isChanged = false;
    for (const { within } of inWholes) {
      const inside = courses.filter(
        ({ activity_id, answers, hidden }) => !hidden && sum(within.get(activity_id) ?? []) === answers,
      );
      const rest = sum([...within.values()].flat()) - inside.reduce((total, { answers }) => total + answers, 0);
      if (!isTold(rest) || !inside[0]) continue;
      inside[0].hidden = "complementary";
      isChanged = true;
    }
  }
  return courses;
}

function sum(parts: readonly AnswerPart[]): number {
  return parts.reduce((total, { answers }) => total + answers, 0);
}
