import { createHash, randomBytes } from "node:crypto";
import { addDays } from "./calendar.ts";
import { waves } from "./evaluations.ts";
import type { Participation } from "./participations.ts";

type Row = Record<string, unknown>;

const remindedAfterDays = [4, 8];
const lateDays = 30;
/** Fewer than this from one school could be told apart by their answers. */
const smallestGroup = 5;

/**
 * The rows of `invitations` for the end-of-session forms that are open today: who was asked when and how often, and who answered, as
 * the participations say. Nobody knows the links: their fingerprints are of bytes that are thrown away.
 *
 * @param questionnaireId - the form that was sent; null where the record holds none
 */
export function invitationRows(participations: Participation[], today: string, questionnaireId: string | null): Row[] {
  const open = participations.filter(
    ({ evaluation, activity }) =>
      evaluation !== "not_invited" && addDays(activity.endsOn, waves.closeAfterDays) >= today,
  );
  const cells = new Map([...byActivity(open)].map(([id, asked]) => [id, schoolsToName(asked)]));
  return open.map(({ id, activity, person, spell, evaluation }) => {
    const closesOn = addDays(activity.endsOn, waves.closeAfterDays);
    const hasAnswered = evaluation === "answered";
    const reminders = hasAnswered ? [] : remindedAfterDays.map((days) => addDays(activity.endsOn, days));
    return {
      id: keyOf(id),
      wave: "end_of_session",
      activity_id: activity.id,
      participation_id: id,
      staff_id: person.id,
      school_urn: spell.school.urn,
      questionnaire_id: questionnaireId,
      state: hasAnswered ? "answered" : "sent",
      opens_on: activity.endsOn,
      closes_on: closesOn,
      expires_on: addDays(closesOn, lateDays),
      sent_on: [activity.endsOn, ...reminders.filter((day) => day <= today)],
      token_hashes: fingerprint(id),
      answer_school_urn: cells.get(activity.id)!.has(spell.school.urn) ? spell.school.urn : null,
      answer_staff_group: null,
      status: "active",
    };
  });
}

function byActivity(asked: Participation[]): Map<string, Participation[]> {
  const groups = new Map<string, Participation[]>();
  for (const one of asked) groups.set(one.activity.id, [...(groups.get(one.activity.id) ?? []), one]);
  return groups;
}

/** The schools that an answer may carry: large enough, and leaving nobody in a small rest. */
function schoolsToName(asked: Participation[]): Set<string> {
  const counts = new Map<string, number>();
  for (const { spell } of asked) counts.set(spell.school.urn, (counts.get(spell.school.urn) ?? 0) + 1);
  const large = [...counts].filter(([, count]) => count >= smallestGroup).sort((a, b) => b[1] - a[1]);
  const rest = asked.length - large.reduce((sum, [, count]) => sum + count, 0);
  if (rest > 0 && rest < smallestGroup) large.pop();
  return new Set(large.map(([urn]) => urn));
}

/** The key that the hub itself would give to this invitation, so that nobody is asked twice. */
function keyOf(participationId: string): string {
  const hash = createHash("sha256").update(`end_of_session ${participationId}`).digest("hex");
  const variant = ((Number.parseInt(hash[16]!, 16) & 3) | 8).toString(16);
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-${variant}${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}

/** One secret for each run: a fingerprint that can be worked out from the record would open the form. */
const secret = randomBytes(32);

function fingerprint(id: string): string {
  return createHash("sha256").update(secret).update(id).digest("hex");
}
