import type { Cell } from "../../sheet.ts";
import { type AnswerForm, agreementOf, numberIn, plainAnswer, wordedAnswer } from "./answers.ts";
import type { SurveyColumn } from "./survey.ts";

/** A stored answer. */
export type StoredAnswer = string | number | boolean | (string | number | boolean)[];

/** Reads one cell: null for no answer, undefined for an answer that is not on the scale. */
export type AnswerReader = (cell: Cell) => StoredAnswer | null | undefined;

/** How the columns of a file that need deciding as a whole are read. */
export interface ScaleChoices {
  /** The scale of words of agreement; undefined where neither the file nor anybody says whether it has a middle. */
  agree: "agree_5" | "agree_4_dk" | undefined;
  /** What bare numbers from 1 to 5 stand for. */
  numbers: "points_1_5" | "agree_5";
}

/** Whether the agree scale of a file has a middle, as far as its columns show together; undefined where they do not, or disagree. */
export function agreeStepsOf(columns: readonly SurveyColumn[]): 4 | 5 | undefined {
  const forms = columns.flatMap(({ role, answers }) =>
    role === "question" && answers.form === "agree" ? [answers] : [],
  );
  const steps = new Set(forms.flatMap((form) => form.steps ?? []));
  if (steps.size === 1) return [...steps][0];
  return steps.size === 0 && forms.some(({ hasDontKnow }) => hasDontKnow) ? 4 : undefined;
}

/**
 * The scale of a column of numbers: `points_1_5`, `points_0_10` and so on, by the ends that its heading names, else by the numbers in
 * it. Rows of one grid are on one scale.
 *
 * @param column - one with answers in numbers
 * @returns undefined where the numbers could be on several scales
 */
export function numberScale(column: SurveyColumn, columns: readonly SurveyColumn[]): string | undefined {
  const together =
    column.row === null
      ? [column]
      : columns.filter(({ question, row }) => row !== null && question === column.question);
  const forms = together.flatMap(({ answers }) => (answers.form === "numbers" ? [answers] : []));
  const least = Math.min(...forms.map((form) => form.least));
  const most = Math.max(...forms.map((form) => form.most));
  const named = /\b([01])\s*(?:-|–|—|to)\s*(100|10|[3-9])\b/.exec(column.heading);
  if (named)
    return Number(named[1]) <= least && most <= Number(named[2]) ? `points_${named[1]}_${named[2]}` : undefined;
  if (least >= 1 && most === 5) return "points_1_5";
  const isRecommendation = /recommend|\bnps\b/i.test(column.heading.replaceAll("_", " "));
  if (isRecommendation && most > 10) return most <= 100 ? "points_0_100" : undefined;
  return most <= 10 && (isRecommendation || (least === 0 && most === 10)) ? "points_0_10" : undefined;
}

/**
 * On which scale a column is answered, and how its cells are read.
 *
 * @returns why it cannot be read where it cannot: `numbers` that fit several scales, `words` of no known scale, `comment`, or nothing in it
 */
export function scaleOf(
  column: SurveyColumn,
  columns: readonly SurveyColumn[],
  choices: ScaleChoices,
): { scale: string; read: AnswerReader } | { scale?: never; left: "numbers" | "words" | "comment" | "empty" } {
  const { form } = column.answers;
  if (form === "comment" || form === "empty" || form === "words") return { left: form };
  if (form === "agree")
    return choices.agree ? { scale: choices.agree, read: agreeReader(choices.agree) } : { left: "words" };
  if (form === "numbers") {
    const scale = numberScale(column, columns);
    if (scale === undefined) return { left: "numbers" };
    const [, least, most] = scale.split("_").map(Number) as [number, number, number];
    return { scale: scale === "points_1_5" ? choices.numbers : scale, read: numberReader(least, most) };
  }
  return { scale: form, read: wordReader(form) };
}

/** Reads confidence from 1 to 5. */
export const confidenceReader = numberReader(1, 5);

function agreeReader(scale: "agree_5" | "agree_4_dk"): AnswerReader {
  return (cell) => {
    const text = plainAnswer(cell);
    if (text === "") return null;
    const degree = agreementOf(text)?.degree;
    if (degree === undefined) return undefined;
    if (degree === "dont_know") return scale === "agree_4_dk" ? "dont_know" : null;
    if (scale === "agree_5") return degree + 3;
    return degree === 0 ? undefined : degree > 0 ? degree + 2 : degree + 3;
  };
}

function numberReader(least: number, most: number): AnswerReader {
  return (cell) => {
    const text = plainAnswer(cell);
    if (text === "") return null;
    const number = numberIn(text);
    return number !== undefined && number >= least && number <= most ? number : undefined;
  };
}

function wordReader(
  form: Exclude<AnswerForm["form"], "agree" | "numbers" | "words" | "comment" | "empty">,
): AnswerReader {
  return (cell) => {
    const text = plainAnswer(cell);
    if (text === "" || (form === "yes_no" && agreementOf(text)?.degree === "dont_know")) return null;
    return wordedAnswer(text, form);
  };
}
