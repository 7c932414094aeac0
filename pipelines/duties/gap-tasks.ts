import { z } from "zod";
import { addDays, addMonths } from "./days.ts";
import type { Duty } from "./duty.ts";
import { countOf, invitation, invitationId, lateDays, newInvitation } from "./invitation.ts";
import { mainPost, readPosts } from "./people.ts";
import { parts } from "./record.ts";

const gapTask = z.object({
  id: z.string(),
  school_urn: z.string().nullable(),
  observed_on: z.string(),
  provider_contact: z.string().nullable(),
  leader_id: z.string().nullable(),
  stage_1_on: z.string().nullable(),
  stage_2_on: z.string().nullable(),
  stage_3_on: z.string().nullable(),
  stage_4_on: z.string().nullable(),
  activity_id: z.object({ starts_on: z.string(), ends_on: z.string().nullable() }).nullable(),
  participation_id: z.object({ staff_id: z.string() }).nullable(),
});
/** A gap task, as far as it is known who writes which stage when. */
export type GapTask = z.infer<typeof gapTask>;

/** When the leader is asked what came of it, where the policy has no follow-up of its own. */
const usualMonths = 3;

/**
 * The stage of a gap task that is to be written next, by whom, and from which day: the provider's intent when the task is recorded;
 * the delegate's plan after that; what was done on the last day of the activity; and what the leader saw the policy's months later.
 *
 * @returns null where all is written, or nobody is named who could write the next
 */
export function nextStage(
  task: GapTask,
  followUpMonths: number | null,
): { stage: 1 | 2 | 3 | 4; staff_id: string | null; due_on: string } | null {
  const delegate = task.participation_id?.staff_id ?? null;
  if (!task.stage_1_on) return task.provider_contact ? { stage: 1, staff_id: null, due_on: task.observed_on } : null;
  if (!task.stage_2_on) return delegate ? { stage: 2, staff_id: delegate, due_on: task.stage_1_on } : null;
  if (!task.stage_3_on) {
    const lastDay = task.activity_id?.ends_on ?? task.activity_id?.starts_on ?? task.stage_2_on;
    return delegate ? { stage: 3, staff_id: delegate, due_on: later(lastDay, task.stage_2_on) } : null;
  }
  if (task.stage_4_on || !task.leader_id) return null;
  return { stage: 4, staff_id: task.leader_id, due_on: addMonths(task.stage_3_on, followUpMonths ?? usualMonths) };
}

/** Sends a gap task round, stage by stage, to the four who write it. */
export const gapTasks: Duty = {
  name: "gap tasks",
  when: "day",
  async run(context) {
    const { record, policy, today } = context;
    const earliest = addDays(today, -(policy.wave_closes_after_days + lateDays));
    const filter = { type: { _eq: "gap_task" }, status: { _eq: "active" }, stage_4_on: { _null: true } };
    const tasks = await record.read("evidence", gapTask, filter, fields);
    const open = tasks.flatMap((task) => {
      const next = nextStage(task, policy.followup_min_months);
      if (next === null || next.due_on > today || next.due_on < earliest) return [];
      return { task, ...next, id: invitationId("gap_task", task.id, next.stage) };
    });
    const known = new Set<string>();
    for (const some of parts(open, 200)) {
      const id = { _in: some.map((one) => one.id) };
      for (const made of await record.read("invitations", invitation, { id })) known.add(made.id);
    }
    const fresh = open.filter(({ id }) => !known.has(id));
    if (fresh.length === 0) return [];
    const posts = await readPosts(record, { staff_ids: fresh.flatMap(({ staff_id }) => staff_id ?? []) });
    const invitations = fresh.map(({ task, id, stage, staff_id }) => ({
      id,
      ...newInvitation(context, "gap_task"),
      evidence_id: task.id,
      stage,
      staff_id,
      school_urn: mainPost(posts.get(staff_id ?? ""), today, policy)?.school_urn ?? task.school_urn,
    }));
    await record.create("invitations", invitations);
    return [`Asked ${countOf(fresh.length, "person", "people")} for the next stage of a gap task.`];
  },
};

const fields = [
  ...Object.keys(gapTask.shape).filter((field) => field !== "activity_id" && field !== "participation_id"),
  "activity_id.starts_on",
  "activity_id.ends_on",
  "participation_id.staff_id",
];

function later(one: string, other: string): string {
  return [one, other].sort()[1]!;
}
