import { cellText } from "../../cells.ts";
import { headingRowOf, plainHeading } from "../../headings.ts";
import type { Cell, Sheet, SheetRow } from "../../sheet.ts";
import { schoolColumn } from "../school-column.ts";
import { staffGroupColumn } from "../staff-columns.ts";
import { activityColumn } from "../training-columns.ts";
import { type AnswerForm, formOf } from "./answers.ts";

/** One column of an export of answers. */
export interface SurveyColumn {
  heading: string;
  index: number;
  /** `person`: could lead to whoever answered, and is never read. `about`: the activity, the school and so on. */
  role: "person" | "about" | "question";
  answers: AnswerForm;
  /** The question of a grid, without its row; the whole heading of any other question. */
  question: string;
  /** The row of a grid; null for any other question. */
  row: string | null;
}

/** An export of answers, with one heading for each column. */
export interface Survey {
  /** The file as it is read: where a tool writes headings in two rows, they are made one. */
  sheet: Sheet;
  columns: SurveyColumn[];
}

/** The first days of activities, as surveys ask for them; a day alone is when somebody answered. */
export const surveyDayHeadings = [
  "Course date",
  "Activity date",
  "Training date",
  "Event date",
  "Session date",
  "Date of course",
  "Date of activity",
  "Date of training",
  "Date of session",
  "Date of the session",
  "Date of the course",
  "When was the session?",
];

const about = new Set(
  [
    ...activityColumn.headings,
    ...schoolColumn.headings,
    ...staffGroupColumn.headings,
    ...surveyDayHeadings,
    "Wave",
  ].map(plainHeading),
);

const personal = [
  /^(your |full |first |last |sur|fore|user|nick)?-?name\d*\b(?! of (the |your )?(school|course|session|activity|event|training|provider))/,
  /\b(your|my|respondent'?s?|participant'?s?|delegate'?s?|line manager'?s?|full|first|last) (full )?name\b/,
  /what is your name|^initials$/,
  /\be-?mail\b|\busername\b|\bphone\b|\btelephone\b|\bmobile\b/,
  /^(unique|respondent|response|submission|collector|user|learner|participant|staff|employee|delegate|payroll)[ _-]?(id|code|ref|reference|number|no)\b/,
  /^(id|#|no\.?|seq\.? (number|no\.?)|token|row)$/,
  /\bip address\b|\buser ?agent\b|\breferr?er\b|^network id$|^external reference$|^custom data\b|^custom_\d|^collector\b|^tracking\b/,
  /^(start|completion|submit|submission|last modified|modified|finish|end)( date)?[ _-]?(time|date)\b|^(start|end) date$|^time ?stamp\b/,
  /^(date|time|date (created|modified|submitted)|submitted (at|on)|created (at|on)|duration( \(.*\))?|time (taken|spent))$/,
  /^(language|total points|quiz feedback|score|grade|status|response status|data validated by|when ?taking)$|^(points|feedback)( -|:)/,
];

const surveys = new WeakMap<SheetRow[], Survey>();

/** Reads an export of answers: its headings, which of them could lead to a person, and how each question is answered. */
export function readSurvey(sheet: Sheet): Survey {
  const known = surveys.get(sheet.rows);
  if (known) return { ...known, sheet: sheet.mapping ? { ...known.sheet, mapping: sheet.mapping } : known.sheet };
  const flat = withOneHeadingRow(sheet);
  const headingRow = headingRowOf(flat);
  const rows = flat.rows.slice(headingRow + 1);
  const headings = flat.rows[headingRow]?.cells.map(cellText) ?? [];
  const columns = headings.flatMap((heading, index) => {
    if (heading === "") return [];
    const cells = rows.map((row) => row.cells[index] ?? null);
    return [{ heading, index, role: roleOf(heading, cells), answers: formOf(cells), ...gridOf(heading) }];
  });
  const survey = { sheet: flat, columns };
  surveys.set(sheet.rows, survey);
  return survey;
}

function roleOf(heading: string, cells: Cell[]): SurveyColumn["role"] {
  const plain = plainHeading(heading);
  if (about.has(plain)) return "about";
  if (personal.some((pattern) => pattern.test(plain))) return "person";
  const filled = cells.filter((cell) => cellText(cell) !== "").slice(0, 200);
  const isTime = (cell: Cell) =>
    cell instanceof Date || /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}[ T,]+\d{1,2}:\d{2}/.test(cellText(cell));
  const isAddress = (cell: Cell) => /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(cellText(cell));
  const isMost = (test: (cell: Cell) => boolean) => filled.length > 0 && filled.filter(test).length > filled.length / 2;
  // Long codes and numbers that nobody else has are somebody's; an answer on a scale is shared.
  const isCode = isMost(
    (cell) => /^[a-z]{0,3}\d{5,}$/i.test(cellText(cell)) || /^[0-9a-f-]{16,}$/i.test(cellText(cell)),
  );
  return isMost(isTime) || filled.some(isAddress) || isCode ? "person" : "question";
}

/** `Question [row]`, `Question.row` and `Question - row`, as Google Forms, Microsoft Forms and others write the rows of a grid. */
export function gridOf(heading: string): { question: string; row: string | null } {
  const match =
    /^(.+?)\s*\[(.+)\]$/s.exec(heading) ??
    /^(.+?[^.\d\s])\.\s?(\S.*)$/s.exec(heading) ??
    /^(.+?)\s[-–—]\s(.+)$/s.exec(heading);
  return match ? { question: match[1]!.trim(), row: match[2]!.trim() } : { question: heading, row: null };
}

/**
 * SurveyMonkey writes the question above the first of its columns and the rows of a grid in a second row; both become one heading,
 * `Question [row]`. Any other file is returned as it is.
 */
export function withOneHeadingRow(sheet: Sheet): Sheet {
  const [first, second, ...rest] = sheet.rows;
  if (!first || !second) return sheet;
  const upper = first.cells.map(cellText);
  const lower = second.cells.map(cellText);
  const isTwoRows =
    /^respondent ?id$/i.test(upper[0] ?? "") && (lower[0] ?? "") === "" && lower.some((text) => text !== "");
  if (!isTwoRows) return sheet;
  let question = "";
  const cells = Array.from({ length: Math.max(upper.length, lower.length) }, (_, index) => {
    question = upper[index] || question;
    const row = lower[index] ?? "";
    return row === "" || /^(response|open-ended response)$/i.test(row) ? question : `${question} [${row}]`;
  });
  return { ...sheet, rows: [{ ...first, cells }, ...rest] };
}
