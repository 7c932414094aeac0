import { z } from "zod";
import { groupBy } from "../import/group.ts";
import { addDays } from "./days.ts";
import type { Duty, DutyContext } from "./duty.ts";
import { countOf, invitation } from "./invitation.ts";

/** The waves of an activity, with where the activity and the participation say how far each is. */
const waves = [
  { wave: "end_of_session", ofActivity: "evaluation_wave", ofParticipation: "evaluation_state" },
  { wave: "follow_up", ofActivity: "followup_wave", ofParticipation: "followup_state" },
] as const;
type Wave = (typeof waves)[number];

/** After how many days more a link that no longer works cannot even be told from a mistyped one. */
const forgottenAfterDays = 90;

/**
 * Closes the waves whose last day is over: the participations of all who answered learn of it in one change, with one time, and then
 * the figures count the answers. Late answers are told in the same way, once their group counts.
 */
export const close: Duty = {
  name: "closing",
  when: "day",
  async run(context) {
    let closed = 0;
    let late = 0;
    for (const wave of waves) {
      closed += await closeWaves(context, wave);
      late += await tellLate(context, wave);
    }
    const expired = await expire(context);
    return [
      closed > 0 && `Closed the forms of ${countOf(closed, "activity", "activities")}.`,
      late > 0 && `Counted ${countOf(late, "late answer", "late answers")}, whose group is large enough.`,
      expired > 0 && `${countOf(expired, "link has", "links have")} expired.`,
    ].filter((sentence) => sentence !== false);
  },
};

const keyed = z.object({ id: z.string() });

async function closeWaves(
  { record, today }: DutyContext,
  { wave, ofActivity, ofParticipation }: Wave,
): Promise<number> {
  const open = await record.read("activities", keyed, { [ofActivity]: { _eq: "open" } });
  let closed = 0;
  for (const { id } of open) {
    const made = await record.read("invitations", invitation, { activity_id: { _eq: id }, wave: { _eq: wave } });
    const standing = made.filter(({ state }) => state !== "cancelled");
    if (standing.some(({ closes_on }) => closes_on !== null && closes_on >= today)) continue;
    const answered = standing.flatMap((one) => (one.state === "answered" ? (one.participation_id ?? []) : []));
    if (answered.length > 0) await record.updateMany("participations", answered, { [ofParticipation]: "answered" });
    await record.update("activities", id, { [ofActivity]: "closed" });
    closed += 1;
  }
  return closed;
}

const lateAnswer = z.object({ activity_id: z.string(), participation_id: z.string() });

/**
 * A late answer has no person, and an invitation does not say when it was answered: so how many late answers count is what the
 * answers themselves say, and once they are more than the participations know of, all who answered late are told together.
 */
async function tellLate(context: DutyContext, { wave, ofActivity, ofParticipation }: Wave): Promise<number> {
  const { record, policy } = context;
  const untold = await record.read("invitations", lateAnswer, {
    wave: { _eq: wave },
    state: { _eq: "answered" },
    activity_id: { [ofActivity]: { _eq: "closed" } },
    participation_id: { _and: [{ status: { _eq: "active" } }, { [ofParticipation]: { _neq: "answered" } }] },
  });
  let told = 0;
  for (const [activity_id, late] of groupBy(untold, (one) => one.activity_id)) {
    const of = { activity_id: { _eq: activity_id }, status: { _eq: "active" } };
    const batches = await record.count("evaluations", ["batch"], { ...of, wave: { _eq: wave } });
    const counted = batches
      .filter(({ batch, rows }) => Number(batch) === 0 || rows >= policy.threshold_signed_in)
      .reduce((sum, { rows }) => sum + rows, 0);
    const states = await record.count("participations", [ofParticipation], of);
    const known = states.find((group) => group[ofParticipation] === "answered")?.rows ?? 0;
    if (counted <= known) continue;
    const keys = late.map(({ participation_id }) => participation_id);
    await record.updateMany("participations", keys, { [ofParticipation]: "answered" });
    told += keys.length;
  }
  return told;
}

async function expire({ record, today }: DutyContext): Promise<number> {
  const over = { expires_on: { _lt: today } };
  const expired = await record.updateWhere(
    "invitations",
    { ...over, state: { _in: ["due", "sent"] } },
    { state: "expired" },
  );
  // Until then whoever follows an old link is told that it is too late, and not that it is wrong.
  const old = { expires_on: { _lt: addDays(today, -forgottenAfterDays) }, token_hashes: { _nnull: true } };
  await record.updateWhere("invitations", old, { token_hashes: null });
  return expired;
}
