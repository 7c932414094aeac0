/** Invitations as a link opens them. */
import { z } from "zod";
import { fingerprint, splitFingerprints } from "../evaluate/token.ts";
import type { Answer } from "./evaluations.ts";
import { readOnlyRecord, readRecords } from "./record.ts";
import { changeWhere } from "./record-changes.ts";

const day = z.iso.date().nullable();

const invitationShape = z.object({
  id: z.string(),
  status: z.string(),
  wave: z.enum(["end_of_session", "follow_up", "close_out", "staff_survey", "gap_task"]),
  state: z.enum(["due", "sent", "answered", "expired", "cancelled"]),
  activity_id: z.string().nullable(),
  questionnaire_id: z.string().nullable(),
  evidence_id: z.string().nullable(),
  stage: z.number().nullable(),
  survey_period: z.string().nullable(),
  closes_on: day,
  expires_on: day,
  token_hashes: z.string().nullable(),
  answer_school_urn: z.string().nullable(),
  answer_staff_group: z.string().nullable(),
});
/** One link for one person, without the person. */
export type Invitation = z.infer<typeof invitationShape>;

const fields = Object.keys(invitationShape.shape);

/** The invitation with this id, as it is now; null when it is gone. @throws RecordUnreachable */
export async function readInvitation(id: string): Promise<Invitation | null> {
  const [found] = await readRecords("invitations", { fields, filter: { id: { _eq: id } }, limit: 1 });
  return found === undefined ? null : invitationShape.parse(found);
}

/** The invitation that a link's code opens; null: none. Whatever is typed is looked for in the same way. @throws RecordUnreachable */
export async function findInvitation(token: string): Promise<Invitation | null> {
  const hash = fingerprint(token);
  const found = await readRecords("invitations", { fields, filter: { token_hashes: { _contains: hash } }, limit: 2 });
  const [invitation] = found
    .map((row) => invitationShape.parse(row))
    .filter(({ token_hashes }) => splitFingerprints(token_hashes).includes(hash));
  return invitation ?? null;
}

const carriedShape = z.object({ answer_school_urn: z.string().nullable(), answer_staff_group: z.string().nullable() });

/**
 * Says of an invitation that an answer came, if none has.
 *
 * @returns what the answer may carry, which stands from then on: until a wave's first answer it may still change with those who are
 *   asked. Null: it was not this call that said so
 * @throws RecordUnreachable
 */
export async function markAnswered(id: string): Promise<Pick<Answer, "school_urn" | "staff_group"> | null> {
  const isOpen = { id: { _eq: id }, state: { _in: ["due", "sent"] } };
  const [changed] = await changeWhere("invitations", isOpen, { state: "answered" }, Object.keys(carriedShape.shape));
  if (changed === undefined) return null;
  const { answer_school_urn, answer_staff_group } = carriedShape.parse(changed);
  return { school_urn: answer_school_urn, staff_group: answer_staff_group };
}

/** Lets the link of an answer that was not stored work again. @throws RecordUnreachable */
export async function reopen(id: string): Promise<void> {
  await changeWhere("invitations", { id: { _eq: id }, state: { _eq: "answered" } }, { state: "sent" });
}

const policyShape = z.object({
  organisation_name: z.string().nullish(),
  lead_role_term: z.string().nullish(),
  threshold_signed_in: z.number().nullish(),
  threshold_leaving: z.number().nullish(),
});

/** What forms say of the organisation, with the product's own words where the policy has none. */
export interface FormPolicy {
  organisation: string | null;
  leadTerm: string;
  /** The smallest group of answers that is shown to anybody. */
  threshold: number;
  /** The smallest group whose own words are read. */
  wordsThreshold: number;
}

/** The policy as forms need it. @throws RecordUnreachable */
export async function readFormPolicy(): Promise<FormPolicy> {
  const policy = policyShape.parse(await readOnlyRecord("policy", Object.keys(policyShape.shape)));
  return {
    organisation: policy.organisation_name || null,
    leadTerm: policy.lead_role_term || "CPD lead",
    threshold: policy.threshold_signed_in ?? 5,
    wordsThreshold: policy.threshold_leaving ?? 10,
  };
}
