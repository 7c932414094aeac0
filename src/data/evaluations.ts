/**
 * Where answers are put. The order in which they lie in the database says nothing of the order in which they came: each new answer
 * changes places with one of those before it, chosen at random, so that after every answer each order is as likely as any other
 * (Fisher and Yates, in the form that grows with the list).
 *
 * A place is made first, empty and archived, and filled in one step. While it is empty the answer has not been stored; this is how
 * an interrupted answer is told from one that arrived.
 */
import { randomInt, randomUUID } from "node:crypto";
import { z } from "zod";
import type { BatchSize } from "../evaluate/batches.ts";
import type { Answers } from "../evaluate/questions.ts";
import { type RecordFilter, type RecordRow, readRecords } from "./record.ts";
import { changeTogether, countGroups, makeRecord } from "./record-changes.ts";

/** The answers that are asked for together: those of one activity, or of one staff survey, and wave. */
export interface AnswerGroup {
  activity_id: string | null;
  wave: string;
  survey_period: string | null;
}

/** An answer as it is stored: nothing of who or when. */
export interface Answer {
  questionnaire: string;
  scale_id: string | null;
  batch: number;
  school_urn: string | null;
  staff_group: string | null;
  answers: Answers;
}

const reserved = "reserved";
const answerValue = z.union([z.string(), z.number(), z.boolean()]);

const oneOf = (value: string | null) => (value === null ? { _null: true } : { _eq: value });

function within({ activity_id, wave, survey_period }: AnswerGroup): RecordFilter {
  return { activity_id: oneOf(activity_id), wave: { _eq: wave }, survey_period: oneOf(survey_period) };
}

/** The key of the group's empty place; null when there is none. @throws RecordUnreachable */
export async function findPlace(group: AnswerGroup): Promise<string | null> {
  const filter = { ...within(group), status: { _eq: "archived" }, questionnaire: { _eq: reserved } };
  const [place] = await readRecords("evaluations", { fields: ["id"], filter, limit: 1 });
  return place === undefined ? null : String(place["id"]);
}

/** The key of an empty place for one answer of the group. @throws RecordUnreachable */
export async function reservePlace(group: AnswerGroup): Promise<string> {
  const found = await findPlace(group);
  if (found !== null) return found;
  const id = randomUUID();
  await makeRecord("evaluations", { id, ...group, status: "archived", questionnaire: reserved, batch: 0, answers: {} });
  return id;
}

const sizeShape = z.object({ batch: z.coerce.number(), count: z.coerce.number() });

/** How many answers each batch of the group holds. @throws RecordUnreachable */
export async function readBatchSizes(group: AnswerGroup): Promise<BatchSize[]> {
  const filter = { ...within(group), status: { _eq: "active" } };
  const groups = await countGroups("evaluations", ["batch"], filter);
  return groups.map((row) => sizeShape.parse(row)).map(({ batch, count }) => ({ batch, rows: count }));
}

/**
 * What has to be written so that an answer is in the group, at a place that says nothing. Written twice it does no harm.
 *
 * @param place - the empty one
 * @throws RecordUnreachable
 */
export async function planPlaces(group: AnswerGroup, place: string, answer: Answer): Promise<RecordRow[]> {
  // Answers that came by an import stay where it put them: undoing it must find its own.
  const alike = { batch: { _eq: answer.batch }, questionnaire: { _eq: answer.questionnaire } };
  const filter = { ...within(group), ...alike, status: { _eq: "active" } };
  const [counted] = await countGroups("evaluations", ["batch"], filter);
  const offset = randomInt(Number(counted?.["count"] ?? 0) + 1);
  const fields = ["id", ...Object.keys(answer)];
  const [other] = await readRecords("evaluations", { fields, filter, sort: ["id"], offset, limit: 1 });
  if (other === undefined) return [{ id: place, status: "active", ...answer }];
  return [
    { ...other, id: place, status: "active" },
    { id: other["id"], ...answer },
  ];
}

const closeOutShape = z.object({
  questionnaire: z.string(),
  answers: z.record(z.string(), z.union([answerValue, z.array(answerValue)])),
});

/**
 * The answer of the one leader who closed an activity, which is theirs by name; no answer of another wave is ever read singly.
 *
 * @returns null when none has come, or when it is not one alone, so that nobody could say whose it is
 * @throws RecordUnreachable
 */
export async function readCloseOut(activityId: string): Promise<Pick<Answer, "questionnaire" | "answers"> | null> {
  const filter = { activity_id: { _eq: activityId }, wave: { _eq: "close_out" }, status: { _eq: "active" } };
  const found = await readRecords("evaluations", { fields: Object.keys(closeOutShape.shape), filter, limit: 2 });
  return found.length === 1 ? closeOutShape.parse(found[0]) : null;
}

/** Writes what was planned, all of it or nothing. @throws RecordUnreachable */
export async function fillPlaces(changes: RecordRow[]): Promise<void> {
  await changeTogether("evaluations", changes);
}
