/** The questions of a form, from the items of a questionnaire, and what somebody answered to them. */
import { z } from "zod";
import { type AnswerScale, type AnswerValue, answerScales } from "../../pipelines/contract.ts";

/** One question as a form shows it. */
export interface Question {
  key: string;
  question: string;
  kind: AnswerScale["kind"];
  options: AnswerScale["options"];
  /** The option that goes with no other. */
  alone?: AnswerValue;
  /** The part of the form it stands under; null: none. */
  area: string | null;
  isRequired: boolean;
}

/** What `evaluations.answers` holds. */
export type Answers = Record<string, AnswerValue | AnswerValue[]>;

const item = z.object({
  key: z.string().regex(/^[a-z][a-z0-9_]*$/),
  question: z.string().min(1),
  scale: z.enum(Object.keys(answerScales) as [keyof typeof answerScales]),
  area: z.string().nullish(),
  is_required: z.boolean().nullish(),
});

/** The longest answer in somebody's own words. */
export const longestWords = 2000;

/** The questions of a questionnaire's items; an item that somebody has not finished typing is left out. */
export function readQuestions(items: unknown): Question[] {
  const found = (Array.isArray(items) ? items : []).flatMap((typed) => item.safeParse(typed).data ?? []);
  return found.map(({ key, question, scale, area, is_required }) => ({
    key,
    question,
    ...(answerScales[scale] as AnswerScale),
    area: area?.trim() || null,
    isRequired: is_required === true,
  }));
}

/** Under which name a form sends the answer to a question; its options' ids begin with it. */
export function fieldName(key: string): string {
  return `q-${key}`;
}

/** A sent form: what counts, what is wrong with which question, and what was chosen, to show it again. */
export interface Judged {
  answers: Answers;
  /** What is wrong, by the question's key, in the order of the form. */
  problems: Map<string, string>;
  /** What was sent, as text, by the question's key. */
  given: Map<string, string[]>;
}

function answerTo({ kind, options, alone }: Question, given: string[]): AnswerValue | AnswerValue[] | undefined {
  if (kind === "words") return given[0]?.trim() || undefined;
  const values = options.map(({ value }) => value).filter((value) => given.includes(String(value)));
  if (kind !== "several") return values[0];
  return values.length === 0 ? undefined : values.includes(alone ?? "") ? [alone!] : values;
}

function problemWith(question: Question, answer: Answers[string] | undefined): string | null {
  if (answer === undefined && question.isRequired)
    return question.kind === "words" ? "Write a few words" : "Choose an answer";
  if (typeof answer === "string" && question.kind === "words" && answer.length > longestWords)
    return `Write ${longestWords.toLocaleString("en-GB")} characters at most`;
  return null;
}

/** Reads a sent form. Values that no option has are passed over, as nobody can send them by choosing. */
export function judge(questions: Question[], form: FormData): Judged {
  const judged: Judged = { answers: {}, problems: new Map(), given: new Map() };
  for (const question of questions) {
    const given = form.getAll(fieldName(question.key)).map(String);
    const answer = answerTo(question, given);
    const problem = problemWith(question, answer);
    judged.given.set(question.key, given);
    if (problem !== null) judged.problems.set(question.key, problem);
    if (answer !== undefined) judged.answers[question.key] = answer;
  }
  const [first] = questions;
  if (first && judged.problems.size === 0 && Object.keys(judged.answers).length === 0)
    judged.problems.set(first.key, "Answer at least one question");
  return judged;
}

/** One question with its answer in words. */
export interface StatedAnswer {
  question: string;
  /** One for each that was chosen, or what was written. */
  answers: string[];
}

/** The answers to a form in the words that were chosen, in the order of its questions; those that were left out are not among them. */
export function stated(questions: Question[], answers: Answers): StatedAnswer[] {
  return questions.flatMap(({ key, question, options }) => {
    const given = answers[key];
    if (given === undefined) return [];
    const words = [given].flat().map((value) => options.find((one) => one.value === value)?.label ?? String(value));
    return [{ question, answers: words }];
  });
}

/** How long the questions take, in whole minutes: eight seconds to choose, and to write fifteen, or forty where it must be. */
export function minutesFor(questions: Question[]): number {
  const seconds = questions.map(({ kind, isRequired }) => (kind !== "words" ? 8 : isRequired ? 40 : 15));
  return Math.max(1, Math.ceil(seconds.reduce((sum, each) => sum + each, 0) / 60));
}
