/** Whether people answered, as counts; and what they wrote, once a wave is closed and enough of them have. */
import { randomInt } from "node:crypto";
import { z } from "zod";
import { batchesToRead, type WordsRule } from "../evaluate/own-words.ts";
import { aboutSubject, type Subject } from "../evaluate/subject.ts";
import type { InvitationCount } from "../evaluate/tally.ts";
import type { Keeping } from "../session/reader.ts";
import { readOpenQuestions } from "./questionnaires.ts";
import { type RecordFilter, readRecords } from "./record.ts";
import { countGroups } from "./record-changes.ts";

const countShape = z.object({
  activity_id: z.string().nullable(),
  survey_period: z.string().nullable(),
  wave: z.string(),
  school_urn: z.string().nullable(),
  state: z.string(),
  closes_on: z.iso.date().nullable(),
  expires_on: z.iso.date().nullable(),
  count: z.coerce.number().int(),
});

/** The filter that keeps to the people of somebody's schools. */
export function ofSchools(keeps: Exclude<Keeping, null>): RecordFilter {
  return keeps === "all" ? {} : { school_urn: { _in: keeps } };
}

/**
 * How many invitations there are of each kind among somebody's people.
 *
 * @param subject - of one activity or survey alone, where it is given
 * @throws RecordUnreachable
 */
export async function countInvitations(keeps: Exclude<Keeping, null>, subject?: Subject): Promise<InvitationCount[]> {
  const groupBy = Object.keys(countShape.shape).filter((field) => field !== "count");
  const filter = {
    status: { _eq: "active" },
    ...ofSchools(keeps),
    ...(subject === undefined ? {} : aboutSubject(subject)),
  };
  const rows = await countGroups("invitations", groupBy, filter);
  return rows
    .map((row) => countShape.parse(row))
    .map(({ activity_id, survey_period, school_urn, closes_on, expires_on, ...same }) => ({
      ...same,
      activityId: activity_id,
      surveyPeriod: survey_period,
      schoolUrn: school_urn,
      closesOn: closes_on,
      expiresOn: expires_on,
    }));
}

const answerShape = z.object({
  batch: z.number().int(),
  questionnaire: z.string(),
  answers: z.record(z.string(), z.unknown()),
});

/** What was written in answer to one question, in shuffled order. */
export interface Remarks {
  question: string;
  words: string[];
}

function shuffled<Member>(members: Member[]): Member[] {
  const left = [...members];
  return members.map(() => left.splice(randomInt(left.length), 1)[0]!);
}

/**
 * What people wrote in a wave that is closed; of late answers once there are enough of them.
 *
 * @param schoolUrns - null: everybody's; otherwise of those alone who work at these schools
 * @returns null when too few answered, or too few of them wrote something
 * @throws RecordUnreachable
 */
export async function readRemarks(
  subject: Subject,
  wave: string,
  schoolUrns: string[] | null,
  rule: WordsRule,
): Promise<Remarks[] | null> {
  const filter = {
    ...aboutSubject(subject),
    wave: { _eq: wave },
    status: { _eq: "active" },
    ...(schoolUrns === null ? {} : { school_urn: { _in: schoolUrns } }),
  };
  const rows = await readRecords("evaluations", { fields: Object.keys(answerShape.shape), filter });
  const answers = rows.map((row) => answerShape.parse(row));
  const asked = await readOpenQuestions([...new Set(answers.map(({ questionnaire }) => questionnaire))]);
  const written = answers.map(({ batch, questionnaire, answers: given }) => {
    const said = [...(asked.get(questionnaire) ?? [])].flatMap(([key, question]) => {
      const words = typeof given[key] === "string" ? given[key].trim() : "";
      return words === "" ? [] : [{ question, words }];
    });
    return { batch, said, hasWords: said.length > 0 };
  });
  const readable = batchesToRead(written, rule);
  if (readable.size === 0) return null;
  const words = new Map<string, string[]>();
  for (const { question, words: one } of written.filter(({ batch }) => readable.has(batch)).flatMap(({ said }) => said))
    words.set(question, [...(words.get(question) ?? []), one]);
  return [...words].map(([question, those]) => ({ question, words: shuffled(those) }));
}
