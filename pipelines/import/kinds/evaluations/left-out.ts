import type { TableRow } from "../../table.ts";
import { counted, type DraftOfRows } from "../draft.ts";
import { plainAnswer } from "./answers.ts";
import { numberScale } from "./scales.ts";
import type { Survey, SurveyColumn } from "./survey.ts";

/** Says which columns of an export were not read, and why; their headings alone, never an answer. */
export function sayWhatIsLeftOut(
  survey: Survey,
  read: ReadonlySet<string>,
  rows: readonly TableRow<string>[],
  draft: DraftOfRows,
): void {
  const { columns } = survey;
  const list = (some: SurveyColumn[]) => some.map(({ heading }) => `“${shortened(heading)}”`).join(", ");
  const columnsAre = (some: SurveyColumn[]) => counted(some.length, "column was", "columns were");
  const persons = columns.filter(({ role, answers }) => role === "person" && answers.form !== "empty");
  if (persons.length > 0)
    draft.say(`${columnsAre(persons)} not read, so that nothing leads to whoever answered: ${list(persons)}.`);
  const others = columns.filter(({ role, heading }) => role === "question" && !read.has(heading));
  const comments = others.filter(({ answers }) => answers.form === "comment");
  if (comments.length > 0) {
    const cells = new Map(survey.sheet.rows.map((row) => [row.line, row.cells]));
    const count = comments.reduce(
      (sum, { index }) => sum + rows.filter(({ line }) => plainAnswer(cells.get(line)?.[index]) !== "").length,
      0,
    );
    const were = counted(count, "comment was", "comments were");
    draft.say(
      `${were} not read: what people write in their own words could lead to them, and stays in your file. Headings: ${list(comments)}.`,
    );
  }
  const words = others.filter(({ answers }) => answers.form === "words");
  if (words.length > 0)
    draft.say(`${columnsAre(words)} not read, as the answers are on no scale that is known: ${list(words)}.`);
  const numbers = others.filter(
    (column) => column.answers.form === "numbers" && numberScale(column, columns) === undefined,
  );
  if (numbers.length > 0)
    draft.say(
      `${columnsAre(numbers)} not read, as the numbers could be on several scales: ${list(numbers)}. Add the ends of the scale to the heading, such as (1-5) or (0-10).`,
    );
}

const shortened = (text: string) => (text.length > 60 ? `${text.slice(0, 59)}…` : text);
