import { createHash } from "node:crypto";
import { z } from "zod";
import type { Cell } from "./cells.ts";
import { addDays } from "./days.ts";
import type { DutyContext } from "./duty.ts";
import type { Filter } from "./record.ts";

/** What a link asks for. */
export type Asked = "end_of_session" | "follow_up" | "close_out" | "staff_survey" | "gap_task";

/** For how many days after its wave has closed a link still takes an answer. */
export const lateDays = 30;

/** An invitation as those who make and close them read it. */
export const invitation = z.object({
  id: z.string(),
  activity_id: z.string().nullable(),
  participation_id: z.string().nullable(),
  staff_id: z.string().nullable(),
  state: z.enum(["due", "sent", "answered", "expired", "cancelled"]),
  closes_on: z.string().nullable(),
  answer_school_urn: z.string().nullable(),
  answer_staff_group: z.string().nullable(),
});
export type Invitation = z.infer<typeof invitation>;

/**
 * The id of the invitation to something, always the same: asking twice for one thing is refused by the record itself, even where
 * two programs ask at once.
 *
 * @param what - the keys of what is asked about and of whom
 */
export function invitationId(asked: Asked, ...what: (string | number)[]): string {
  const hash = createHash("sha256")
    .update([asked, ...what].join(" "))
    .digest("hex");
  // Version 8 of UUIDs is the one that leaves their making to us (RFC 9562).
  const variant = ((Number.parseInt(hash[16]!, 16) & 3) | 8).toString(16);
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-${variant}${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}

/** The fields of a new invitation that all have: it opens today and closes when the policy says, unless its wave closes sooner. */
export function newInvitation({ today, policy }: DutyContext, wave: Asked, closesOn?: string | null): Filter {
  const closes_on = closesOn ?? addDays(today, policy.wave_closes_after_days);
  const expires_on = addDays(closes_on, lateDays);
  return {
    wave,
    state: "due",
    status: "active",
    opens_on: today,
    closes_on,
    expires_on,
    sent_on: [],
    token_hashes: null,
  };
}

/** What an answer to an invitation may carry, as its fields. */
export function carried(cell: Cell): Filter {
  return { answer_school_urn: cell.school_urn, answer_staff_group: cell.staff_group };
}

/** The same read back from an invitation. */
export function cellCarried(made: Invitation): Cell {
  return { school_urn: made.answer_school_urn, staff_group: made.answer_staff_group };
}

const questionnaire = z.object({
  id: z.string(),
  version: z.number().int(),
  introduced_on: z.string().nullable(),
});

/** The questionnaire that is asked today: the current one, the latest where there are several; null where there is none. */
export async function currentQuestionnaire({ record, today }: DutyContext, wave: Asked): Promise<string | null> {
  const filter = { wave: { _eq: wave }, is_current: { _eq: true }, status: { _eq: "active" } };
  const found = (await record.read("questionnaires", questionnaire, filter))
    .filter(({ introduced_on }) => (introduced_on ?? "") <= today)
    .sort(
      (one, other) => (other.introduced_on ?? "").localeCompare(one.introduced_on ?? "") || other.version - one.version,
    );
  return found[0]?.id ?? null;
}

/** The sentence for a wave that nobody can be asked in. */
export function noQuestionnaire(words: string): string {
  return `There is no current questionnaire for ${words}, so nobody was asked: mark one as current in the Studio.`;
}

/** "1 person", "2 people". */
export function countOf(number: number, one: string, many: string): string {
  return `${number.toLocaleString("en-GB")} ${number === 1 ? one : many}`;
}
