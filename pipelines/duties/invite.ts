import { z } from "zod";
import { groupBy } from "../import/group.ts";
import { addDays } from "./days.ts";
import type { Duty, DutyContext } from "./duty.ts";
import { type EndedActivity, endedActivities, withoutImports } from "./ended.ts";
import {
  carried,
  countOf,
  currentQuestionnaire,
  type Invitation,
  invitation,
  invitationId,
  lateDays,
  newInvitation,
  noQuestionnaire,
} from "./invitation.ts";
import { cellOf, mainPost, readPosts } from "./people.ts";
import { place } from "./place.ts";
import { type Filter, parts } from "./record.ts";

const participation = z.object({ id: z.string(), activity_id: z.string(), staff_id: z.string() });
type Participation = z.infer<typeof participation>;

/** Asks everybody who took part in what has ended what they thought of it, and its leader to close it. */
export const invite: Duty = {
  name: "invitations",
  when: "day",
  async run(context) {
    const { today, policy } = context;
    const from = addDays(today, -(policy.wave_closes_after_days + lateDays));
    const ended = await endedActivities(context, { from, to: today });
    return [
      ...(await inviteParticipants(context, await withoutImports(context, ended, "end_of_session"), [
        "attended",
        "completed",
      ])),
      ...(await inviteLeaders(context, ended)),
    ];
  },
};

/**
 * Invites those who have not been yet to evaluate an activity: of one activity all at once, so that an answer's place among them tells nothing.
 *
 * @param states - how far people must have got in it
 * @returns what was done, in sentences
 */
export async function inviteParticipants(
  context: DutyContext,
  activities: EndedActivity[],
  states: string[],
): Promise<string[]> {
  const { record } = context;
  const waiting: Participation[] = [];
  for (const some of parts(activities, 100)) {
    const activity_id = { _in: some.map(({ id }) => id) };
    waiting.push(...(await record.read("participations", participation, { activity_id, ...mayBeAsked(states) })));
  }
  if (waiting.length === 0) return [];
  const questionnaire_id = await currentQuestionnaire(context, "end_of_session");
  if (questionnaire_id === null) return [noQuestionnaire("the end of a session")];

  const counts = { invited: 0, activities: 0, late: 0, few: 0 };
  for (const [id, newcomers] of groupBy(waiting, ({ activity_id }) => activity_id)) {
    const activity = activities.find((one) => one.id === id)!;
    if (activity.evaluation_wave === "closed") {
      counts.late += newcomers.length;
      continue;
    }
    const { invited, few } = await inviteToOne(context, activity, newcomers, questionnaire_id);
    counts.invited += invited;
    counts.activities += invited > 0 ? 1 : 0;
    counts.few += few;
  }
  const people = (number: number) => countOf(number, "person", "people");
  return [
    counts.invited > 0 &&
      `Invited ${people(counts.invited)} to evaluate ${countOf(counts.activities, "activity", "activities")}.`,
    counts.late > 0 &&
      `${people(counts.late)} could not be asked: they were marked as present after the forms had closed.`,
    counts.few > 0 &&
      `${people(counts.few)} wait to be asked until enough others are: a form of theirs would be recognised.`,
  ].filter((sentence) => sentence !== false);
}

/** Those whose part in an activity is evaluated, as a filter. */
function mayBeAsked(states: string[]): Filter {
  return {
    status: { _eq: "active" },
    role: { _eq: "participant" },
    state: { _in: states },
    staff_id: { status: { _eq: "active" } },
    _or: [{ evaluation_state: { _eq: "not_invited" } }, { evaluation_state: { _null: true } }],
  };
}

/** Returns how many were invited, and how many could not be yet without being recognised. */
async function inviteToOne(
  context: DutyContext,
  activity: EndedActivity,
  waiting: Participation[],
  questionnaire_id: string,
): Promise<{ invited: number; few: number }> {
  const { record, policy } = context;
  const made = await record.read("invitations", invitation, {
    activity_id: { _eq: activity.id },
    wave: { _eq: "end_of_session" },
  });
  const standing = made.filter(({ state }) => state !== "cancelled");
  // Two records of one person's part in it are one part.
  const asked = new Set(standing.map(({ staff_id }) => staff_id));
  const newcomers = [...new Map(waiting.map((one) => [one.staff_id, one])).values()].filter(
    ({ staff_id }) => !asked.has(staff_id),
  );
  const staff_ids = [...newcomers, ...standing].flatMap(({ staff_id }) => staff_id ?? []);
  const posts = await readPosts(record, { staff_ids });
  // Who left before the end still took part in what they came to.
  const postOf = (staff_id: string | null) => {
    const held = posts.get(staff_id ?? "");
    return mainPost(held, activity.ends_on, policy) ?? mainPost(held, activity.starts_on, policy);
  };
  const cells = await place(
    context,
    standing,
    (one: Invitation) => cellOf(postOf(one.staff_id)),
    newcomers.map(({ staff_id }) => cellOf(postOf(staff_id))),
  );
  // Slips may be made some days ahead.
  const lastDay = activity.ends_on > context.today ? addDays(activity.ends_on, policy.wave_closes_after_days) : null;
  const invitations = newcomers.flatMap(({ id, staff_id }, index) => {
    const cell = cells[index]!;
    if (cell === null) return [];
    return {
      id: invitationId("end_of_session", id),
      ...newInvitation(context, "end_of_session", standing[0]?.closes_on ?? lastDay),
      activity_id: activity.id,
      participation_id: { id, evaluation_state: "invited" },
      staff_id,
      school_urn: postOf(staff_id)?.school_urn ?? null,
      questionnaire_id,
      ...carried(cell),
    };
  });
  // The wave opens in the same breath as its first invitation.
  const [first, ...others] = invitations;
  const few = newcomers.length - invitations.length;
  if (!first) return { invited: 0, few };
  const opening = { ...first, activity_id: { id: activity.id, evaluation_wave: "open" } };
  const cancelled = new Set(made.filter(({ state }) => state === "cancelled").map(({ id }) => id));
  const all: (Filter & { id: string })[] = [opening, ...others];
  await record.create(
    "invitations",
    all.filter(({ id }) => !cancelled.has(id)),
  );
  for (const { id, ...fields } of all.filter((one) => cancelled.has(one.id)))
    await record.update("invitations", id, fields);
  return { invited: all.length, few };
}

async function inviteLeaders(context: DutyContext, activities: EndedActivity[]): Promise<string[]> {
  const { record, policy } = context;
  const led = activities.filter(({ leader_id }) => leader_id !== null);
  const known = new Set<string>();
  for (const some of parts(led, 100)) {
    const id = { _in: some.map((activity) => invitationId("close_out", activity.id)) };
    for (const made of await record.read("invitations", invitation, { id })) known.add(made.id);
  }
  const open = led.filter(({ id }) => !known.has(invitationId("close_out", id)));
  if (open.length === 0) return [];
  const questionnaire_id = await currentQuestionnaire(context, "close_out");
  if (questionnaire_id === null) return [noQuestionnaire("the close of an activity")];
  const posts = await readPosts(record, { staff_ids: open.map(({ leader_id }) => leader_id!) });
  // One leader's answer is known to be theirs, so it carries no school or group that would say more.
  const invitations = open.map(({ id, leader_id, ends_on }) => ({
    id: invitationId("close_out", id),
    ...newInvitation(context, "close_out"),
    activity_id: id,
    staff_id: leader_id,
    school_urn: mainPost(posts.get(leader_id!), ends_on, policy)?.school_urn ?? null,
    questionnaire_id,
  }));
  await record.create("invitations", invitations);
  return [`Asked ${countOf(open.length, "leader", "leaders")} to close what they led.`];
}
