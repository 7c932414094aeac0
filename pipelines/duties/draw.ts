import { z } from "zod";
import { safeCells } from "./cells.ts";
import { addDays, addMonths } from "./days.ts";
import type { Duty, DutyContext } from "./duty.ts";
import { type EndedActivity, endedActivities, withoutImports } from "./ended.ts";
import {
  carried,
  countOf,
  currentQuestionnaire,
  invitationId,
  lateDays,
  newInvitation,
  noQuestionnaire,
} from "./invitation.ts";
import { cellOf, mainPost, readPosts } from "./people.ts";
import { drawSample, sampleSize } from "./sample.ts";

const participation = z.object({
  id: z.string(),
  staff_id: z.string(),
  state: z.string(),
  followup_state: z.string().nullable(),
});

/** Draws the sample that is asked months later what they use, once for each activity. */
export const draw: Duty = {
  name: "follow-up samples",
  when: "day",
  async run(context) {
    const { followup_min_months: months, followup_sample_rate: rate, wave_closes_after_days } = context.policy;
    if (months === null) return [];
    if (rate === null)
      return ["The policy has no share to follow up, so no sample was drawn: fill it in in the Studio."];
    const recent = (await recentlyDue(context, months, wave_closes_after_days + lateDays)).filter(
      ({ followup_drawn_on, followup_wave }) => followup_drawn_on === null && followup_wave === null,
    );
    const due = await withoutImports(context, recent, "follow_up");
    if (due.length === 0) return [];
    const questionnaire_id = await currentQuestionnaire(context, "follow_up");
    if (questionnaire_id === null) return [noQuestionnaire("the follow-up")];
    let drawn = 0;
    let activities = 0;
    for (const activity of due) {
      const size = await drawOne(context, activity, rate, questionnaire_id);
      drawn += size;
      activities += size > 0 ? 1 : 0;
    }
    if (drawn === 0) return [];
    return [
      `Drew ${countOf(drawn, "person", "people")} to follow up ${countOf(activities, "activity", "activities")}.`,
    ];
  },
};

/** What ended so many months before today, or up to so many days longer ago where the hub was switched off meanwhile. */
async function recentlyDue(context: DutyContext, months: number, days: number): Promise<EndedActivity[]> {
  const { today } = context;
  const earliest = addDays(today, -days);
  // Months differ in length: a few days more on either side are read, and each is looked at.
  const from = addMonths(addDays(earliest, -5), -months);
  const to = addMonths(addDays(today, 5), -months);
  return (await endedActivities(context, { from, to })).filter(({ ends_on }) => {
    const due = addMonths(ends_on, months);
    return due >= earliest && due <= today;
  });
}

/**
 * Draws from those who completed it and are still here. The draw, the sample and its invitations are written in one request, all or none,
 * so that nobody can be drawn twice. Returns how many were drawn.
 */
async function drawOne(
  context: DutyContext,
  { id, followup_drawn_on: _, ...activity }: EndedActivity,
  rate: number,
  questionnaire_id: string,
): Promise<number> {
  const { record, policy, today } = context;
  const participations = await record.read("participations", participation, {
    activity_id: { _eq: id },
    status: { _eq: "active" },
    role: { _eq: "participant" },
    staff_id: { status: { _eq: "active" } },
  });
  // A register may have brought a sample of its own.
  if (participations.some(({ followup_state }) => (followup_state ?? "not_sampled") !== "not_sampled")) return 0;
  const completed = participations.filter(({ state }) => state === "completed");
  const posts = await readPosts(record, { staff_ids: completed.map(({ staff_id }) => staff_id) });
  const postOn = (staff_id: string, day: string) => mainPost(posts.get(staff_id), day, policy);
  // Two records of one person's part in it are one part.
  const each = [...new Map(completed.map((one) => [one.staff_id, one])).values()];
  const pool = each.filter(({ staff_id }) => postOn(staff_id, today) !== null);
  const threshold = policy.threshold_signed_in;
  const sample = drawSample(pool, sampleSize(pool.length, rate, threshold));
  if (sample.length === 0) return 0;
  const postOf = (staff_id: string) => postOn(staff_id, activity.ends_on) ?? postOn(staff_id, today);
  const cells = safeCells(
    sample.map(({ staff_id }) => cellOf(postOf(staff_id))),
    threshold,
  );
  const drawing = {
    id,
    followup_drawn_on: today,
    followup_draw: { of: pool.length, drawn: sample.length, rate, threshold, replaced: 0 },
    followup_wave: "open",
  };
  await record.createAtOnce(
    "invitations",
    sample.map(({ id: participation_id, staff_id }, index) => ({
      id: invitationId("follow_up", participation_id),
      ...newInvitation(context, "follow_up"),
      activity_id: index === 0 ? drawing : id,
      participation_id: { id: participation_id, followup_state: "sampled" },
      staff_id,
      school_urn: postOf(staff_id)?.school_urn ?? null,
      questionnaire_id,
      ...carried(cells[index]!),
      drawn_on: today,
    })),
  );
  return sample.length;
}
