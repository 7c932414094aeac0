/** What a leader said when they closed an activity: their own professional statement, and the only form but the gap task that is not anonymous. */
import { readCloseOut } from "../data/evaluations.ts";
import { readQuestionnaireOf } from "../data/questionnaires.ts";
import { type StatedAnswer, stated } from "./questions.ts";

/**
 * What the leader of an activity stated when they closed it.
 *
 * @returns null when nothing has come yet
 * @throws RecordUnreachable
 */
export async function openCloseOut(activityId: string): Promise<StatedAnswer[] | null> {
  const found = await readCloseOut(activityId);
  const asked = found === null ? null : await readQuestionnaireOf(found.questionnaire);
  return found === null || asked === null ? null : stated(asked.questions, found.answers);
}
