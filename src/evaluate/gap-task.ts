/** The four stages of a gap task as forms: the one form that is not made of a questionnaire, because its answers are not anonymous. */
import type { Answers, Question } from "./questions.ts";

/** One of the stages. */
export type Stage = 1 | 2 | 3 | 4;

/** What is asked in one stage. */
export interface StageForm {
  title: string;
  introduction: string;
  questions: Question[];
}

const words = (key: string, question: string): Question => ({
  key,
  question,
  kind: "words",
  options: [],
  area: null,
  isRequired: true,
});

const choice = (key: string, question: string, labels: Record<string, string>): Question => ({
  key,
  question,
  kind: "one",
  options: Object.entries(labels).map(([value, label]) => ({ value, label })),
  area: null,
  isRequired: true,
});

/** The stages by their number; the questions' keys are fields of `evidence`. */
export const stageForms: Record<Stage, StageForm> = {
  1: {
    title: "What the session should lead to",
    introduction: "You give the session. Say what those who come should do afterwards in their own work.",
    questions: [words("stage_1", "What do you intend people to do between this session and the next?")],
  },
  2: {
    title: "The task and where you start",
    introduction: "Say what you will do until the next session, and how things stand now.",
    questions: [
      words("stage_2", "What is your task, what is the starting point, and which impact on pupils do you intend?"),
    ],
  },
  3: {
    title: "What came of the task",
    introduction: "The next session is near. Say how it went, whichever way it did.",
    questions: [
      choice("stage_3_state", "Was the task done?", { done: "Done", partly: "Partly", not_done: "Not done" }),
      words("stage_3", "What was the impact so far, what helped, and what got in the way?"),
    ],
  },
  4: {
    title: "The impact that was seen",
    introduction: "Some time has passed. Say what you see of it, and by what you can tell.",
    questions: [
      choice("stage_4_seen", "Was an impact seen?", { seen: "Yes", partly: "Partly", not_seen: "No" }),
      words("stage_4", "What was seen, and what shows it?"),
    ],
  },
};

/** A stage that has been written, for those who write the next. */
export interface EarlierStage {
  title: string;
  /** An ISO date. */
  writtenOn: string | null;
  words: string;
  /** What was chosen, where the stage has a choice. */
  chosen: string | null;
}

/** What was written before a stage. @param evidence - the gap task's own fields */
export function earlierStages(evidence: Record<string, unknown>, before: Stage): EarlierStage[] {
  return ([1, 2, 3] as const)
    .filter((stage) => stage < before && evidence[`stage_${stage}`])
    .map((stage) => {
      const asked = stageForms[stage].questions.find(({ kind }) => kind === "one");
      const chosen = asked?.options.find(({ value }) => value === evidence[asked.key])?.label ?? null;
      return {
        title: stageForms[stage].title,
        writtenOn: (evidence[`stage_${stage}_on`] as string | null) ?? null,
        words: String(evidence[`stage_${stage}`]),
        chosen,
      };
    });
}

/** The fields of a gap task that a stage's answers change. @param today - an ISO date */
export function stageChange(stage: Stage, answers: Answers, today: string): Record<string, unknown> {
  return { ...answers, [`stage_${stage}_on`]: today };
}
