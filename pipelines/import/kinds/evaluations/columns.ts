import { naturalKey } from "../../keys.ts";
import type { ImportColumn } from "../../table.ts";
import { choicesFrom } from "../draft.ts";
import { schoolColumn } from "../school-column.ts";
import { staffGroupColumn } from "../staff-columns.ts";
import { activityColumn } from "../training-columns.ts";
import { agreeStepsOf, numberScale } from "./scales.ts";
import { matchItems, type StandardItem, standardItems, type Wave } from "./standard-items.ts";
import { type Survey, type SurveyColumn, surveyDayHeadings } from "./survey.ts";

/** What of an export of answers is read, and as what. */
export interface SurveyColumns {
  /** By our own names, as people match them by hand. */
  columns: Record<string, ImportColumn>;
  /** The standard question behind a name. */
  items: Map<string, StandardItem>;
  /** The other questions behind names, which keep a key made of their words. */
  others: Map<string, { key: string; column: SurveyColumn }>;
}

/** When people were asked, as far as the questions show: only a follow-up asks how far something is used. */
export function waveOf({ columns }: Survey): Wave {
  const asksUse = columns.some(({ role, answers }) => role === "question" && answers.form === "use_4");
  if (asksUse) return "follow_up";
  const survey = matchItems(columns, "staff_survey").size;
  return survey >= 2 && survey > matchItems(columns, "end_of_session").size ? "staff_survey" : "end_of_session";
}

/** The columns of an export of answers: what it is about, the standard questions, and every other question that is on a scale. */
export function surveyColumns(survey: Survey): SurveyColumns {
  const wave = waveOf(survey);
  const matched = matchItems(survey.columns, wave);
  const taken = new Set(matched.values());
  const questions = survey.columns.filter((column) => column.role === "question" && isOnScale(column, survey.columns));
  const items = new Map<string, StandardItem>();
  const others: SurveyColumns["others"] = new Map();
  const columns: Record<string, ImportColumn> = aboutColumns(survey, wave);
  for (const each of standardItems) {
    // The questions of other moments are offered only where somebody may have to match them by hand.
    if (each.wave !== wave) continue;
    const column = matched.get(each);
    columns[each.key] = { headings: column ? [column.heading] : [], optional: true, label: each.label };
    items.set(each.key, each);
  }
  for (const column of questions) {
    if (taken.has(column)) continue;
    const key = keyOfQuestion(column.heading);
    const name = `question_${key}`;
    if (others.has(name)) continue;
    columns[name] = {
      headings: [column.heading],
      optional: true,
      label: `Other question: ${shortened(column.heading)}`,
    };
    others.set(name, { key, column });
  }
  return { columns, items, others };
}

function aboutColumns(survey: Survey, wave: Wave): Record<string, ImportColumn> {
  const questions = survey.columns.filter(({ role }) => role === "question");
  const steps = agreeStepsOf(survey.columns);
  const isWordy = questions.some(({ answers }) => answers.form === "agree");
  const isNumbered = questions.some(
    (column) => column.answers.form === "numbers" && numberScale(column, survey.columns) === "points_1_5",
  );
  return {
    activity: {
      ...activityColumn,
      optional: true,
      label: "Activity the answers are about",
      note: "A column with its title, or one activity for the whole file",
      choices: "activities",
      ...(wave === "staff_survey" ? {} : { forFile: {} }),
    },
    activity_on: {
      headings: surveyDayHeadings,
      optional: true,
      label: "First day of the activity",
      note: "Where several have the same title",
    },
    wave: {
      headings: ["Wave"],
      optional: true,
      label: "When people were asked",
      choices: choicesFrom({
        end_of_session: "At the end of the activity",
        follow_up: "Months later",
        staff_survey: "In the yearly staff survey",
      }),
      forFile: { otherwise: wave },
    },
    school: { ...schoolColumn, note: "Where whoever answered works; kept only where enough answered from there" },
    staff_group: {
      ...staffGroupColumn,
      optional: true,
      note: "Of whoever answered; kept only where enough answered from it",
    },
    ...(isWordy
      ? {
          agree_scale: {
            headings: [],
            optional: true,
            label: "Steps of the agree scale",
            note: "Figures on the two scales are never joined",
            choices: choicesFrom({
              agree_5: "Five: with neither agree nor disagree",
              agree_4_dk: "Four: without a middle",
            }),
            forFile: steps === undefined ? {} : { otherwise: steps === 5 ? "agree_5" : "agree_4_dk" },
          },
        }
      : {}),
    ...(isNumbered
      ? {
          number_scale: {
            headings: [],
            optional: true,
            label: "What bare numbers from 1 to 5 stand for",
            note: "Confidence before and now is always its own scale",
            choices: choicesFrom({
              points_1_5: "A scale of their own",
              agree_5: "Agreement: 1 strongly disagree to 5 strongly agree",
            }),
            forFile: { otherwise: "points_1_5" },
          },
        }
      : {}),
  };
}

/** Whether a question is answered on a scale that can be told, so that it is worth offering. */
export function isOnScale(column: SurveyColumn, columns: readonly SurveyColumn[]): boolean {
  const { form } = column.answers;
  if (form === "numbers") return numberScale(column, columns) !== undefined;
  return form !== "comment" && form !== "empty" && form !== "words";
}

/** A question's words as a key: small letters and underscores; long ones are cut, and told apart by a few letters more. */
export function keyOfQuestion(heading: string): string {
  const plain = heading
    .normalize("NFKD")
    .replace(/\p{Mark}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_+|_+$/g, "");
  const cut =
    plain.length > 48 ? `${plain.slice(0, 48).replace(/_+$/, "")}_${naturalKey("question", plain).slice(0, 6)}` : plain;
  return /^[a-z]/.test(cut) ? cut : `q_${cut || naturalKey("question", heading).slice(0, 6)}`;
}

const shortened = (text: string) => (text.length > 80 ? `${text.slice(0, 79)}…` : text);
