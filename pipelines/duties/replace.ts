import { z } from "zod";
import type { Cell } from "./cells.ts";
import type { Duty, DutyContext } from "./duty.ts";
import { carried, countOf, invitation, invitationId, newInvitation } from "./invitation.ts";
import { cellOf, mainPost, readPosts } from "./people.ts";
import { place } from "./place.ts";
import { drawSample } from "./sample.ts";

const activity = z.object({
  id: z.string(),
  starts_on: z.string(),
  ends_on: z.string().nullable(),
  followup_draw: z.looseObject({ replaced: z.number().optional() }).nullable(),
});
const followUp = invitation.extend({
  questionnaire_id: z.string().nullable(),
  staff_id: z.object({ id: z.string(), status: z.string() }).nullable(),
  participation_id: z.object({ id: z.string(), status: z.string(), followup_state: z.string().nullable() }).nullable(),
});
const candidate = z.object({ id: z.string(), staff_id: z.string() });

type Activity = z.infer<typeof activity>;
type FollowUp = z.infer<typeof followUp>;
type Candidate = z.infer<typeof candidate>;

/**
 * Draws somebody else in place of those of a follow-up's sample who can no longer be asked: they left, their record was archived, or
 * somebody set their follow-up back by hand because they are away for long. Each replacement is one request, all or none.
 */
export const replace: Duty = {
  name: "replacements in follow-up samples",
  when: "day",
  async run(context) {
    const open = await context.record.read("activities", activity, { followup_wave: { _eq: "open" } });
    let replaced = 0;
    let lost = 0;
    for (const one of open) {
      const waiting = await replaceIn(context, one);
      replaced += waiting.filter((isReplaced) => isReplaced).length;
      lost += waiting.filter((isReplaced) => !isReplaced).length;
    }
    const people = (number: number) => countOf(number, "person", "people");
    return [
      replaced > 0 && `Drew ${people(replaced)} in place of others who can no longer be followed up.`,
      lost > 0 && `${people(lost)} can no longer be followed up, and nobody could be drawn instead.`,
    ].filter((sentence) => sentence !== false);
  },
};

/** Returns for each who can no longer be asked whether somebody was drawn in their place. */
async function replaceIn(context: DutyContext, activity: Activity): Promise<boolean[]> {
  const { record, policy, today } = context;
  const ended_on = activity.ends_on ?? activity.starts_on;
  const made = await record.read(
    "invitations",
    followUp,
    { activity_id: { _eq: activity.id }, wave: { _eq: "follow_up" } },
    [...Object.keys(followUp.shape).filter((field) => !isNested(field)), ...nested],
  );
  const waiting = made.filter(({ state, closes_on, participation_id: part }) => {
    const isOpen = state !== "answered" && state !== "expired" && (closes_on ?? "") >= today;
    // One that was replaced is cancelled, and its participation no longer sampled.
    return isOpen && (state !== "cancelled" || part?.followup_state === "sampled");
  });
  if (waiting.length === 0) return [];

  const drawnBefore = new Set(made.map(({ participation_id }) => participation_id?.id));
  const completed = await record.read("participations", candidate, {
    activity_id: { _eq: activity.id },
    status: { _eq: "active" },
    role: { _eq: "participant" },
    state: { _eq: "completed" },
    staff_id: { status: { _eq: "active" } },
  });
  const staff_ids = [...made.flatMap(({ staff_id }) => staff_id?.id ?? []), ...completed.map((one) => one.staff_id)];
  const posts = await readPosts(record, { staff_ids });
  const isHere = (staff_id: string) => mainPost(posts.get(staff_id), today, policy) !== null;
  const postOf = (staff_id: string | undefined) => {
    const held = posts.get(staff_id ?? "");
    return mainPost(held, ended_on, policy) ?? mainPost(held, today, policy);
  };

  let pool = completed.filter(({ id, staff_id }) => !drawnBefore.has(id) && isHere(staff_id));
  let replaced = activity.followup_draw?.replaced ?? 0;
  const outcomes: boolean[] = [];
  for (const old of waiting) {
    const because = reasonFor(old, isHere(old.staff_id?.id ?? ""));
    if (because === null) continue;
    const part = { id: old.participation_id?.id, followup_state: "not_sampled" };
    const leaving = { id: old.id, state: "cancelled", participation_id: part };
    const standing = (await record.read("invitations", invitation, ofSample(activity.id))).filter(
      ({ id }) => id !== old.id,
    );
    const drawn = await drawOne(pool, (one) =>
      place(context, standing, (each) => cellOf(postOf(each.staff_id ?? undefined)), [cellOf(postOf(one.staff_id))]),
    );
    outcomes.push(drawn !== null);
    if (drawn === null) {
      await record.update("invitations", old.id, leaving);
      continue;
    }
    replaced += 1;
    pool = pool.filter(({ id }) => id !== drawn.one.id);
    await record.createAtOnce("invitations", [
      {
        id: invitationId("follow_up", drawn.one.id),
        ...newInvitation(context, "follow_up", old.closes_on),
        ...carried(drawn.cell),
        activity_id: { id: activity.id, followup_draw: { ...activity.followup_draw, replaced } },
        participation_id: { id: drawn.one.id, followup_state: "sampled" },
        staff_id: drawn.one.staff_id,
        school_urn: postOf(drawn.one.staff_id)?.school_urn ?? null,
        questionnaire_id: old.questionnaire_id,
        drawn_on: today,
        replaces_id: leaving,
        replaced_because: because,
      },
    ]);
  }
  return outcomes;
}

const nested = [
  ...["id", "status"].map((field) => `staff_id.${field}`),
  ...["id", "status", "followup_state"].map((field) => `participation_id.${field}`),
];
const isNested = (field: string) => nested.some((name) => name.startsWith(`${field}.`));

/** The sample's invitations that are not cancelled. */
function ofSample(activity_id: string) {
  return { activity_id: { _eq: activity_id }, wave: { _eq: "follow_up" }, state: { _neq: "cancelled" } };
}

/** Somebody of the pool at random whose answer would not point at them, with what it may carry; null where there is nobody. */
async function drawOne(
  pool: Candidate[],
  placeOne: (one: Candidate) => Promise<(Cell | null)[]>,
): Promise<{ one: Candidate; cell: Cell } | null> {
  for (const one of drawSample(pool, pool.length)) {
    const [cell] = await placeOne(one);
    if (cell) return { one, cell };
  }
  return null;
}

/** Why somebody is replaced; null where they are not. */
function reasonFor({ state, staff_id, participation_id }: FollowUp, isHere: boolean): string | null {
  if (staff_id?.status !== "active" || participation_id?.status !== "active") return "archived";
  if (!isHere) return "left";
  return state === "cancelled" || participation_id.followup_state !== "sampled" ? "long_absence" : null;
}
