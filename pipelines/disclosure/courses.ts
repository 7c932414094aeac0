import type { Figure } from "../contract.ts";
import { groupBy } from "../import/group.ts";
import type { Measure } from "../measures/define.ts";
import { linearProgram } from "./linear-program.ts";
import { type Protected, type SuppressionRule, unsafe } from "./rules.ts";

/** How many answers of one activity's wave come from one school in one batch. */
export interface AnswerPart {
  activity_id: string;
  academic_year: number;
  wave: string;
  school_urn: string | null;
  /** Null: they wait for others, and are in no figure yet. */
  batch_id: number | null;
  answers: number;
}

/** Answers are not told apart by anything sensitive. */
const course: Protected = { id: "course", definition: { counts: "answers", is_sensitive: false, unit: "mean" } };

const tiny = 1e-6;

/**
 * Which activities' answers may not be reported by themselves, and why.
 *
 * Too few answers are not reported, nor are those of one school whose own total is hidden. Then come differences: every figure is a sum of
 * whole batches, so whoever knows the size of each batch and of each reported activity is bounded by a linear program in what they can learn
 * of the few answers of an activity in a batch. Where that is too close, the activity is silent too, or a smaller one in the same batch.
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
      const totals = figures.filter(
        ({ measure_id, time_period, breakdown, value }) =>
          ids.has(measure_id) && time_period === Number(year) && breakdown === "total" && value !== null,
      );
      const schools = new Set(totals.map(({ school_urn }) => school_urn));
      for (const [activity, rule] of silentIn(ofYear, schools, threshold)) hidden.set(`${activity} ${wave}`, rule);
    }
  }
  return hidden;
}

function silentIn(
  parts: readonly AnswerPart[],
  schools: ReadonlySet<string | null>,
  threshold: number,
): Map<string, SuppressionRule> {
  const silent = new Map<string, SuppressionRule>();
  const byActivity = groupBy(parts, ({ activity_id }) => activity_id);
  for (const [activity, own] of byActivity) {
    const answers = sum(own);
    const rule = unsafe({ numerator: 0, denominator: answers, people: answers }, course, threshold);
    const places = new Set(own.map(({ school_urn }) => school_urn));
    const [only] = places;
    const isOfHiddenSchool = places.size === 1 && only !== null && !schools.has(only!);
    if (rule ?? (isOfHiddenSchool ? "primary" : null)) silent.set(activity, rule ?? "primary");
  }
  const pieces = [...groupBy(parts, ({ activity_id, batch_id }) => `${activity_id} ${batch_id}`).values()].map(
    (own) => ({
      activity_id: own[0]!.activity_id,
      batch_id: own[0]!.batch_id,
      answers: sum(own),
    }),
  );
  for (;;) {
    const pinned = pinnedPiece(pieces, silent, threshold);
    if (!pinned) return silent;
    const beside = pieces.filter(
      ({ batch_id, activity_id }) => batch_id === pinned.batch_id && !silent.has(activity_id),
    );
    const others = beside.map(({ activity_id }) => ({ activity_id, answers: sum(byActivity.get(activity_id)!) }));
    // The smallest first, and of equals always the same one.
    others.sort((one, other) => one.answers - other.answers || (one.activity_id < other.activity_id ? -1 : 1));
    const isShown = !silent.has(pinned.activity_id);
    const next = isShown ? pinned.activity_id : others[0]?.activity_id;
    if (next === undefined) return silent;
    silent.set(next, "complementary");
  }
}

interface Piece {
  activity_id: string;
  batch_id: number | null;
  answers: number;
}

/** A piece of too few answers whose number follows too closely from the batches and the activities that are not silent. */
function pinnedPiece(
  pieces: readonly Piece[],
  silent: ReadonlyMap<string, unknown>,
  threshold: number,
): Piece | undefined {
  const indexed = pieces.map((piece, index) => ({ ...piece, index }));
  const batches = groupBy(
    indexed.filter(({ batch_id }) => batch_id !== null),
    ({ batch_id }) => String(batch_id),
  );
  const activities = groupBy(
    indexed.filter(({ activity_id }) => !silent.has(activity_id)),
    ({ activity_id }) => activity_id,
  );
  if (activities.size === 0) return undefined;
  const rows = [...batches.values(), ...activities.values()].map((own) => own.map(({ index }) => [index, 1] as const));
  const truth = pieces.map(({ answers }) => answers);
  const [least, most] = [[...truth], [...truth]];
  const program = linearProgram(truth, rows);
  try {
    return indexed.find(({ index, answers, activity_id, batch_id }) => {
      // What no reported activity comes near follows from nothing.
      const isNear =
        batches.get(String(batch_id))?.some((one) => !silent.has(one.activity_id)) ?? !silent.has(activity_id);
      if (answers >= threshold || !isNear) return false;
      for (const sign of [1, -1] as const) {
        if (most[index]! - least[index]! >= threshold - tiny) return false;
        const factors = truth.map((_, at) => (at === index ? sign : 0));
        for (const [at, value] of program.greatest(factors).values.entries()) {
          least[at] = Math.min(least[at]!, value);
          most[at] = Math.max(most[at]!, value);
        }
      }
      return most[index]! - least[index]! < threshold - tiny;
    });
  } finally {
    program.dispose();
  }
}

function sum(parts: readonly { answers: number }[]): number {
  return parts.reduce((total, { answers }) => total + answers, 0);
}
