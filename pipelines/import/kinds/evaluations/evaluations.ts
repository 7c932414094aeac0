import { HubError } from "../../../errors.ts";
import type { ImportKind } from "../../kind.ts";
import { findColumns } from "../../table.ts";
import { isOnScale, surveyColumns } from "./columns.ts";
import { AnswerSetReader } from "./read.ts";
import { readSurvey, withOneHeadingRow } from "./survey.ts";

/** Answers to evaluation forms and staff surveys, as Microsoft Forms, Google Forms, SurveyMonkey and the like export them: one row for each person who answered. */
export const evaluations: ImportKind = {
  name: "evaluations",
  about:
    "Answers to an evaluation or staff survey: an export of Microsoft Forms, Google Forms, SurveyMonkey or the like",
  isForSchools: true,
  needs: ["activities", "invitations"],
  arrange: withOneHeadingRow,
  columnsOf: (sheet) => surveyColumns(readSurvey(sheet)).columns,
  recognise(sheet) {
    // Every file is looked at by every kind, so the first rows must do.
    const { columns } = readSurvey({ file: sheet.file, rows: sheet.rows.slice(0, 300) });
    const questions = columns.filter(({ role }) => role === "question");
    const answered = questions.filter((column) => isOnScale(column, columns) && column.answers.form !== "yes_no");
    if (answered.length === 0) return 0;
    const share = answered.length / questions.filter(({ answers }) => answers.form !== "empty").length;
    // Words of agreement speak for themselves; small numbers are in many files, and only in a survey are they most of it.
    const isWorded = answered.some(({ answers }) => answers.form !== "numbers");
    if (!isWorded && share < 0.3) return 0.2;
    return Math.min(0.95, 0.45 + 0.1 * Math.min(answered.length, 3) + 0.3 * share);
  },
  read(sheet, context) {
    const survey = readSurvey(sheet);
    const found = surveyColumns(survey);
    const isAsked = (name: string) => (found.columns[name]?.headings.length ?? 0) > 0 || Boolean(sheet.mapping?.[name]);
    const onScales = survey.columns.filter(
      (column) => column.role === "question" && isOnScale(column, survey.columns) && column.answers.form !== "yes_no",
    );
    if (onScales.length === 0 && ![...found.items.keys()].some(isAsked)) {
      throw new HubError({
        at: sheet.file,
        problem:
          "has no question that is answered on a known scale: agreement in words, whole numbers such as 1 to 5 or 0 to 10, or yes and no",
        fix: "Check that it is an export of answers with one row for each person; name the ends of a scale of numbers in its heading, such as (1-5)",
      });
    }
    return new AnswerSetReader(survey, found, findColumns(survey.sheet, found.columns), context).read();
  },
};
