/** Fresh links for the people of a wave, to hand out on paper. */
import { z } from "zod";
import { aboutSubject, type Subject } from "../evaluate/subject.ts";
import { fingerprint, makeToken, withFingerprint } from "../evaluate/token.ts";
import type { Keeping } from "../session/reader.ts";
import { readRecords } from "./record.ts";
import { changeTogether } from "./record-changes.ts";
import { ofSchools } from "./tracking.ts";

const personShape = z.object({
  id: z.string(),
  token_hashes: z.string().nullable(),
  stage: z.number().nullable(),
  /** Null: a provider, who is not staff. */
  staff_id: z.object({ first_name: z.string().nullable(), last_name: z.string() }).nullable(),
});

/** A slip of paper for one person. */
export interface Slip {
  /** Null: whoever gives the session. */
  name: string | null;
  /** Of a gap task; otherwise null. */
  stage: number | null;
  token: string;
}

const atOnce = 100;

/**
 * Makes a fresh link for everybody who was asked in a wave and whose link would still work, whether or not they have answered: a list of
 * those who have not would say who they are.
 *
 * @param today - an ISO date
 * @returns the slips in the order of names; of an older link of the same person, the three newest work
 * @throws RecordUnreachable
 */
export async function makeSlips(
  keeps: Exclude<Keeping, null>,
  subject: Subject,
  wave: string,
  today: string,
): Promise<Slip[]> {
  const filter = {
    ...ofSchools(keeps),
    ...aboutSubject(subject),
    wave: { _eq: wave },
    status: { _eq: "active" },
    state: { _in: ["due", "sent", "answered"] },
    _or: [{ expires_on: { _null: true } }, { expires_on: { _gte: today } }],
  };
  const fields = ["id", "token_hashes", "stage", "staff_id.first_name", "staff_id.last_name"];
  const sort = ["staff_id.last_name", "staff_id.first_name", "id"];
  const people = (await readRecords("invitations", { fields, filter, sort })).map((row) => personShape.parse(row));
  const slips = people.map(({ id, token_hashes, stage, staff_id }) => {
    const token = makeToken();
    const change = { id, token_hashes: withFingerprint(token_hashes, fingerprint(token)) };
    const name = staff_id && [staff_id.first_name, staff_id.last_name].filter(Boolean).join(" ");
    return { change, slip: { name, stage, token } };
  });
  for (let start = 0; start < slips.length; start += atOnce) {
    const changes = slips.slice(start, start + atOnce).map(({ change }) => change);
    await changeTogether("invitations", changes);
  }
  return slips.map(({ slip }) => slip);
}
