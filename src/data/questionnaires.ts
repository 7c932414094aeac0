/** What a form asks, and what it is about. */
import { z } from "zod";
import { type Question, readQuestions } from "../evaluate/questions.ts";
import { readRecords } from "./record.ts";

const questionnaireShape = z.object({
  key: z.string(),
  title: z.string(),
  scale_id: z.string().nullable(),
  introduction: z.string().nullable(),
  items: z.unknown(),
});

/** A questionnaire with its questions in order. */
export interface Questionnaire {
  key: string;
  title: string;
  scaleId: string | null;
  introduction: string | null;
  questions: Question[];
}

/** The questionnaires that a filter of Directus lets through, by key. @throws RecordUnreachable */
async function readQuestionnaires(filter: Record<string, unknown>): Promise<Questionnaire[]> {
  const rows = await readRecords("questionnaires", { fields: Object.keys(questionnaireShape.shape), filter });
  return rows.map((row) => {
    const { items, scale_id, ...found } = questionnaireShape.parse(row);
    return { ...found, scaleId: scale_id, questions: readQuestions(items) };
  });
}

/** The questionnaire that an invitation names; null when it is gone. @throws RecordUnreachable */
export async function readQuestionnaire(id: string): Promise<Questionnaire | null> {
  return (await readQuestionnaires({ id: { _eq: id } }))[0] ?? null;
}

/** The questionnaire that an answer names, as the form asked it; null when it is gone. @throws RecordUnreachable */
export async function readQuestionnaireOf(key: string): Promise<Questionnaire | null> {
  return (await readQuestionnaires({ key: { _eq: key } }))[0] ?? null;
}

/** The questions of questionnaires that are answered in people's own words: by the questionnaire's key, then the question's. */
export async function readOpenQuestions(keys: string[]): Promise<Map<string, Map<string, string>>> {
  if (keys.length === 0) return new Map();
  const found = await readQuestionnaires({ key: { _in: keys } });
  return new Map(
    found.map(({ key, questions }) => [
      key,
      new Map(questions.filter(({ kind }) => kind === "words").map(({ key, question }) => [key, question])),
    ]),
  );
}

const activityShape = z.object({
  id: z.string(),
  title: z.string(),
  starts_on: z.iso.date().nullable(),
  ends_on: z.iso.date().nullable(),
  school_urn: z.string().nullable(),
  intended_learning: z.string().nullable(),
  evaluation_wave: z.string().nullable(),
  followup_wave: z.string().nullable(),
  is_restricted: z.boolean().nullable(),
});
/** An activity as forms and their tracking name it. */
export type Activity = z.infer<typeof activityShape>;

/** Activities by their ids; those that are gone are left out. @throws RecordUnreachable */
export async function readActivities(ids: string[]): Promise<Map<string, Activity>> {
  if (ids.length === 0) return new Map();
  const filter = { id: { _in: ids } };
  const rows = await readRecords("activities", { fields: Object.keys(activityShape.shape), filter });
  return new Map(rows.map((row) => activityShape.parse(row)).map((activity) => [activity.id, activity]));
}

/** The ids of the activities that may not be named. @throws RecordUnreachable */
export async function readRestricted(): Promise<Set<string>> {
  const rows = await readRecords("activities", { fields: ["id"], filter: { is_restricted: { _eq: true } } });
  return new Set(rows.map(({ id }) => String(id)));
}

/** Whether the answers of an activity's wave are counted by now, so that later ones must wait for others. */
export function isClosed(activity: Activity | undefined, wave: string): boolean {
  return (wave === "follow_up" ? activity?.followup_wave : activity?.evaluation_wave) === "closed";
}
