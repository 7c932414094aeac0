/** What a link opens, and what happens when its form is sent. */

import { readGapTask, writeGapTask } from "../data/gap-tasks.ts";
import {
  type FormPolicy,
  findInvitation,
  type Invitation,
  markAnswered,
  readFormPolicy,
  readInvitation,
} from "../data/invitations.ts";
import { type Activity, isClosed, readActivities, readQuestionnaire } from "../data/questionnaires.ts";
import { type EarlierStage, earlierStages, type Stage, stageChange, stageForms } from "./gap-task.ts";
import { inTurn } from "./in-turn.ts";
import type { Answers, Question } from "./questions.ts";
import { settleUnfinished, store } from "./store.ts";
import { countMisses } from "./tries.ts";
import { staysUnseen } from "./unseen.ts";

/** A form that can be filled in. */
export interface OpenForm {
  state: "open";
  invitation: Invitation;
  policy: FormPolicy;
  title: string;
  introduction: string | null;
  questions: Question[];
  /** Null: it is about no activity, as the staff survey. */
  activity: Activity | null;
  /** Whether the wave is over, so that the answer waits for other late ones. */
  isLate: boolean;
  /** What others have written, of a gap task. */
  earlier: EarlierStage[];
  /** The questionnaire's key and scale; null for a gap task. */
  asked: { key: string; scaleId: string | null } | null;
}

/** Why a link opens no form. */
export type Shut = "unknown" | "used" | "expired" | "cancelled";

/** What came of following a link. */
export type Opened = OpenForm | { state: Shut; expiredOn: string | null } | { state: "wait"; minutes: number };

const misses = countMisses();

/**
 * What may be said of a link that can no longer be used; null: its form is shown. A used link shows it too while nobody may learn that
 * an answer came, and says so when another is sent. So whoever tries the links of others learns nothing, or gives an answer for them.
 *
 * @param today - an ISO date
 */
function shutBy(invitation: Invitation, today: string): Shut | null {
  if (invitation.state === "answered") return staysUnseen(invitation, today) ? null : "used";
  if (invitation.state === "cancelled" || invitation.status !== "active") return "cancelled";
  const isOver = invitation.expires_on !== null && invitation.expires_on < today;
  return invitation.state === "expired" || isOver ? "expired" : null;
}

async function openGapTask(invitation: Invitation, policy: FormPolicy): Promise<OpenForm | null> {
  const stage = invitation.stage as Stage;
  const task = invitation.evidence_id === null ? null : await readGapTask(invitation.evidence_id);
  if (task === null || stageForms[stage] === undefined) return null;
  const activityId = invitation.activity_id ?? (task["activity_id"] as string | null);
  const activities = await readActivities(activityId === null ? [] : [activityId]);
  return {
    ...stageForms[stage],
    state: "open",
    invitation,
    policy,
    activity: activities.get(activityId ?? "") ?? null,
    isLate: false,
    earlier: earlierStages(task, stage),
    asked: null,
  };
}

async function openQuestionnaire(invitation: Invitation, policy: FormPolicy, today: string): Promise<OpenForm | null> {
  const { activity_id, questionnaire_id, closes_on, wave } = invitation;
  const [questionnaire, activities] = await Promise.all([
    questionnaire_id === null ? null : readQuestionnaire(questionnaire_id),
    readActivities(activity_id === null ? [] : [activity_id]),
  ]);
  const activity = activities.get(activity_id ?? "");
  if (questionnaire === null || questionnaire.questions.length === 0) return null;
  const { key, scaleId, title, introduction, questions } = questionnaire;
  return {
    state: "open",
    invitation,
    policy,
    title,
    introduction,
    questions,
    activity: activity ?? null,
    // One leader is asked about an activity, so there are no others to wait for.
    isLate: wave !== "close_out" && (isClosed(activity, wave) || (closes_on !== null && closes_on < today)),
    earlier: [],
    asked: { key, scaleId },
  };
}

/** An invitation whose answer may have been interrupted is looked at again, so that nobody is thanked for what was lost. */
async function asItStands(invitation: Invitation, today: string): Promise<Invitation> {
  // A used link that shows its form takes no longer to do so than any other, and is looked at when an answer is sent.
  if (invitation.state !== "answered" || staysUnseen(invitation, today)) return invitation;
  await settleUnfinished();
  return (await readInvitation(invitation.id)) ?? invitation;
}

/**
 * Follows a link. A code that was mistyped and one that never was are looked for in the same way and answered in the same words. One
 * that leads somewhere opens, however many others were tried before it: a whole school may share one address.
 *
 * @param address - where it is followed from, so that nobody can try many
 * @param today - an ISO date
 * @throws RecordUnreachable
 */
export async function openLink(token: string, address: string, today: string): Promise<Opened> {
  const found = await findInvitation(token);
  if (found === null) {
    const minutes = await misses.wait(address);
    if (minutes > 0) return { state: "wait", minutes };
    await misses.count(address);
    return { state: "unknown", expiredOn: null };
  }
  const invitation = await asItStands(found, today);
  const shut = shutBy(invitation, today);
  if (shut !== null) return { state: shut, expiredOn: invitation.expires_on };
  const policy = await readFormPolicy();
  const form =
    invitation.wave === "gap_task"
      ? await openGapTask(invitation, policy)
      : await openQuestionnaire(invitation, policy, today);
  return form ?? { state: "cancelled", expiredOn: null };
}

/**
 * Sends a form that has been filled in.
 *
 * @param today - an ISO date
 * @returns whether it counts; false: an answer came by this link before, and nothing is kept of this one
 * @throws RecordUnreachable
 */
export async function sendForm(form: OpenForm, answers: Answers, today: string): Promise<boolean> {
  const { invitation, asked, isLate, policy } = form;
  if (asked === null) return inTurn(invitation.id, () => sendStage(invitation, answers, today));
  return store(invitation, {
    isLate,
    threshold: policy.threshold,
    questionnaire: asked.key,
    scale_id: asked.scaleId,
    answers,
  });
}

/** A stage may be written twice without harm, so it is written before its link is used up. */
async function sendStage(invitation: Invitation, answers: Answers, today: string): Promise<boolean> {
  const now = await readInvitation(invitation.id);
  if (now === null || shutBy(now, today) !== null) return false;
  const stage = invitation.stage as Stage;
  await writeGapTask(invitation.evidence_id!, stageChange(stage, answers, today));
  return (await markAnswered(invitation.id)) !== null;
}
