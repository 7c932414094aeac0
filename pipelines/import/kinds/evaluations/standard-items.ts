import type { AnswerScaleKey } from "../../../contract.ts";
import type { AnswerForm } from "./answers.ts";
import type { SurveyColumn } from "./survey.ts";

/** When the people of a file were asked. */
export type Wave = "end_of_session" | "follow_up" | "staff_survey";

/** A question of the standard questionnaires, which figures are made of. */
export interface StandardItem {
  key: string;
  wave: Wave;
  /** How the standard questionnaire has it answered: on another scale it is kept apart. */
  scale: AnswerScaleKey;
  /** What people who match columns by hand see. */
  label: string;
  /** How the question may be put. */
  words: RegExp;
}

/** The scale by which figures know a standard questionnaire; every answer on its items' own scales belongs with it. */
export const standardScales: Record<Wave, AnswerScaleKey> = {
  end_of_session: "agree_5",
  follow_up: "use_4",
  staff_survey: "agree_4_dk",
};

const item = (wave: Wave, key: string, scale: AnswerScaleKey, label: string, words: RegExp): StandardItem => ({
  wave,
  key,
  scale,
  label: `Question: ${label}`,
  words,
});

/** The questions that are looked for in every export. A comment is no item: people's own words are not imported. */
export const standardItems: StandardItem[] = [
  item("end_of_session", "quality", "agree_5", "it was of high quality", /\bquality\b/),
  item("end_of_session", "relevance", "agree_5", "it was relevant to my work", /\brelevan/),
  item(
    "end_of_session",
    "intended_learning",
    "agree_5",
    "I learnt what it set out to teach",
    /set out to|intended learning|(objectives?|aims|outcomes) (was|were) (met|achieved)|met its (aims|objectives)/,
  ),
  item(
    "end_of_session",
    "likely_to_use",
    "agree_5",
    "I am likely to use it",
    /\b(likely|intend|plan|going|will)\b.*\b(use|apply|try|implement|put)\b/,
  ),
  item(
    "end_of_session",
    "confidence_before",
    "confidence_5",
    "confidence before, 1 to 5",
    /confiden.*\b(before|prior|at the start|beforehand)\b|\b(before|prior)\b.*confiden/,
  ),
  item(
    "end_of_session",
    "confidence_now",
    "confidence_5",
    "confidence now, 1 to 5",
    /confiden.*\b(now|after(wards)?|at the end|following)\b|\b(now|after|following)\b.*confiden/,
  ),
  item(
    "end_of_session",
    "wants_more",
    "yes_no",
    "would like further training",
    /\b(further|more|additional) (training|support|cpd|development|sessions?)\b/,
  ),
  item("follow_up", "use", "use_4", "how far it is used", /\b(use|using|used|apply|applied|practice|embed)/),
  item("follow_up", "seen_by", "seen_by", "who has seen it used", /\b(seen|observed|saw)\b/),
  item(
    "follow_up",
    "outcome_achieved",
    "agree_5",
    "it led to what it was meant to",
    /led to|meant to|intended (outcome|impact)/,
  ),
  item(
    "follow_up",
    "pupils_benefit",
    "agree_5",
    "a difference for pupils",
    /\b(pupils?|students?|children|learners)\b/,
  ),
  item(
    "follow_up",
    "barriers",
    "barriers",
    "what got in the way",
    /\b(barriers?|got in the way|get in the way|prevent|hinder)/,
  ),
  item(
    "follow_up",
    "will_sustain",
    "yes_no",
    "still doing it a year from now",
    /\b(sustain|a year from now|in a year|keep (doing|using))\b/,
  ),
  item(
    "staff_survey",
    "purpose",
    "agree_4_dk",
    "development helps pupils, and I can see how",
    /help pupils.*(see|check)/,
  ),
  item("staff_survey", "appraisal", "agree_4_dk", "appraisal helps me to develop", /\bappraisal\b/),
  item(
    "staff_survey",
    "research_basis",
    "agree_4_dk",
    "rests on sound research",
    /rests? on.*research|sound research|based on research/,
  ),
  item("staff_survey", "research_use", "agree_4_dk", "I draw on research", /draw on research|use research/),
  item(
    "staff_survey",
    "linked_series",
    "agree_4_dk",
    "a connected series with clear aims",
    /connected series|linked series|two terms/,
  ),
  item("staff_survey", "rhythm", "agree_4_dk", "followed up often enough", /followed up|often enough/),
  item(
    "staff_survey",
    "pupil_needs",
    "agree_4_dk",
    "helped to find out what pupils need",
    /what my pupils need|pupils' needs/,
  ),
  item(
    "staff_survey",
    "critical_friends",
    "agree_4_dk",
    "colleagues question each other's practice",
    /each other's practice|critical friend/,
  ),
  item("staff_survey", "coaching", "agree_4_dk", "coaching stretches me", /\bcoaching\b|\bmentoring\b/),
  item(
    "staff_survey",
    "time_to_embed",
    "agree_4_dk",
    "time and support to make it part of my work",
    /time, support|part of my work|time to embed/,
  ),
];

/** Whether answers of a form can be those of an item, on its own scale or on one like it. */
export function fits({ form }: AnswerForm, { scale }: StandardItem): boolean {
  if (scale === "agree_5" || scale === "agree_4_dk") return form === "agree" || form === "numbers";
  if (scale === "confidence_5") return form === "numbers";
  return form === scale;
}

/**
 * Which column asks which standard question, as far as its words show. Where two columns could ask the same one, neither is taken, and
 * people match it by hand.
 */
export function matchItems(columns: readonly SurveyColumn[], wave: Wave): Map<StandardItem, SurveyColumn> {
  const matched = new Map<StandardItem, SurveyColumn>();
  const questions = columns.filter(({ role }) => role === "question");
  const asks = (column: SurveyColumn, { words }: StandardItem) =>
    words.test((column.row ?? column.heading).toLowerCase()) ||
    (column.row !== null && words.test(column.heading.toLowerCase()));
  for (const each of standardItems.filter((one) => one.wave === wave)) {
    const fitting = questions.filter((column) => fits(column.answers, each) && asks(column, each));
    const taken = new Set(matched.values());
    const free = fitting.filter((column) => !taken.has(column));
    if (free.length === 1) matched.set(each, free[0]!);
  }
  return matched;
}
