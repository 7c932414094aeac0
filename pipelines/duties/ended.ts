import { z } from "zod";
import type { DutyContext } from "./duty.ts";
import { parts } from "./record.ts";

const activity = z.object({
  id: z.string(),
  starts_on: z.string(),
  ends_on: z.string().nullable(),
  leader_id: z.string().nullable(),
  evaluation_wave: z.enum(["open", "closed"]).nullable(),
  followup_wave: z.enum(["open", "closed"]).nullable(),
  followup_drawn_on: z.string().nullable(),
});

/** An activity that has ended, with the day it did: its first, where it has no last. */
export type EndedActivity = z.infer<typeof activity> & { ends_on: string };

/**
 * The activities that may be evaluated and ended in a stretch of days, both included. Nobody is asked about what was not
 * approved or is restricted; one without a decision came from a register of what took place.
 */
export async function endedActivities(
  { record }: Pick<DutyContext, "record">,
  { from, to }: { from: string; to: string },
): Promise<EndedActivity[]> {
  const between = { _gte: from, _lte: to };
  const found = await record.read("activities", activity, {
    _and: [
      mayBeEvaluated,
      { _or: [{ ends_on: between }, { _and: [{ ends_on: { _null: true } }, { starts_on: between }] }] },
    ],
  });
  return found.map((one) => ({ ...one, ends_on: one.ends_on ?? one.starts_on }));
}

/** A filter for activities that people may be asked about. */
export const mayBeEvaluated = {
  _and: [
    { status: { _eq: "active" } },
    { _or: [{ decision: { _in: ["approved", "exception"] } }, { decision: { _null: true } }] },
    { _or: [{ is_restricted: { _eq: false } }, { is_restricted: { _null: true } }] },
  ],
};

/**
 * Of these activities, those without imported answers to a wave. Answers that somebody brought in as a file are known to them;
 * among such answers a few that came by links could be told.
 */
export async function withoutImports<Activity extends { id: string }>(
  { record }: Pick<DutyContext, "record">,
  activities: Activity[],
  wave: "end_of_session" | "follow_up",
): Promise<Activity[]> {
  const found: unknown[] = [];
  for (const some of parts(activities, 100)) {
    const filter = { wave: { _eq: wave }, questionnaire: { _starts_with: "imported_" } };
    const groups = await record.count("evaluations", ["activity_id"], {
      ...filter,
      activity_id: { _in: some.map(({ id }) => id) },
    });
    found.push(...groups.map(({ activity_id }) => activity_id));
  }
  return activities.filter(({ id }) => !found.includes(id));
}
