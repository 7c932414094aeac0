import { HubError } from "../../../errors.ts";
import type { ImportContext } from "../../kind.ts";
import type { Table } from "../../table.ts";
import { wholeFile } from "../../words.ts";
import type { SurveyColumns } from "./columns.ts";
import { type AnswerReader, confidenceReader, type ScaleChoices, scaleOf } from "./scales.ts";
import { standardScales } from "./standard-items.ts";
import type { Survey } from "./survey.ts";

/** One question that is read: where its answers go, and how a cell of it is read. */
export interface Question {
  name: string;
  key: string;
  scale: string;
  read: AnswerReader;
}

const unscaled = new Set(["yes_no", "seen_by", "barriers"]);

/**
 * Which columns of an export are read, and on which scale.
 *
 * @throws HubError where nothing says whether the agree scale has a middle
 */
export function questionsOf(
  survey: Survey,
  found: SurveyColumns,
  table: Table<string>,
  context: ImportContext,
): Question[] {
  const questions: Question[] = [];
  const said = (name: string) => (name in found.columns ? context.keyOf(name, wholeFile) : undefined);
  const choices: ScaleChoices = {
    agree: (said("agree_scale") as ScaleChoices["agree"] | null) ?? undefined,
    numbers: said("number_scale") === "agree_5" ? "agree_5" : "points_1_5",
  };
  const byHeading = new Map(survey.columns.map((column) => [column.heading, column]));
  const taken = new Set<string>();
  for (const name of [...found.items.keys(), ...found.others.keys()]) {
    if (!table.has(name)) continue;
    const heading = table.heading(name);
    const column = byHeading.get(heading);
    // A column that could lead to a person is not read, whatever it is matched with.
    if (column?.role !== "question" || taken.has(heading)) continue;
    if (column.answers.form === "agree" && choices.agree === undefined) throw openScale(table.file);
    const item = found.items.get(name);
    const key = item?.key ?? found.others.get(name)!.key;
    const isOneToFive =
      item?.scale === "confidence_5" &&
      column.answers.form === "numbers" &&
      isConfidence(column.answers, survey, table);
    const scale = isOneToFive
      ? { scale: "confidence_5", read: confidenceReader }
      : scaleOf(column, survey.columns, choices);
    if (scale.scale === undefined) continue;
    taken.add(heading);
    const isOwn = item !== undefined && scale.scale === item.scale;
    const home = isOwn ? standardScales[item.wave] : scale.scale;
    questions.push({ name, key, scale: home, read: scale.read });
  }
  // Yes, no and other words are on no scale that figures are made of: they stay with the first that is.
  const scales = questions.map(({ scale }) => scale).filter((scale) => !unscaled.has(scale));
  for (const question of questions) if (unscaled.has(question.scale)) question.scale = scales[0] ?? question.scale;
  return questions;
}

/** Confidence is asked from 1 to 5; a 5 in either answer, or the ends in the heading, shows that it was. */
function isConfidence({ least, most }: { least: number; most: number }, survey: Survey, table: Table<string>): boolean {
  if (least < 1 || most > 5) return false;
  const pair = ["confidence_before", "confidence_now"].flatMap((name) =>
    table.has(name) ? survey.columns.filter(({ heading }) => heading === table.heading(name)) : [],
  );
  return pair.some(
    ({ answers, heading }) =>
      (answers.form === "numbers" && answers.most === 5) || /\b1\s*(-|–|to)\s*5\b/.test(heading),
  );
}

function openScale(file: string): HubError {
  return new HubError({
    at: file,
    problem: "does not show whether its agree scale has a middle, as nobody answered in the middle",
    fix: 'Choose the steps of the agree scale for the whole file (column "agree_scale")',
  });
}
