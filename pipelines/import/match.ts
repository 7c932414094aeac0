import type { ImportState } from "../contract.ts";
import { cellText } from "./cells.ts";
import { headingRowOf, headingsOf } from "./headings.ts";
import type { ImportContext, ImportKind } from "./kind.ts";
import { type Match, rememberedKey } from "./matches.ts";
import { columnsFor } from "./recognise.ts";
import type { Sheet } from "./sheet.ts";
import { type ColumnNames, columnLabel, findColumns, placeColumns } from "./table.ts";
import { choicesOf, choosableActivities, plainWord, type WordMapping, wholeFile } from "./words.ts";

/** The words of a column, as the file first writes each, with how many rows have it. */
export type ColumnWords = Map<string, { word: string; rows: number }[]>;

const shownSamples = 3;
const longestSample = 80;
const shownWords = 200;

/** Which of a kind's columns were found under which heading. */
export function describeColumns(columns: ColumnNames<string>, sheet: Sheet): ImportState["columns"] {
  const { headings, places } = placeColumns(sheet, columns);
  return Object.entries(columns).map(([name, column]) => ({
    name,
    label: columnLabel(name, column),
    note: column.note ?? null,
    is_required: !column.optional,
    heading: headings[places.get(name) ?? -1] ?? null,
  }));
}

/** A file's headings, each with the first cells below it that are not empty. */
export function describeHeadings(sheet: Sheet, columns: ColumnNames<string> = {}): ImportState["headings"] {
  const { headings, headingRow } =
    Object.keys(columns).length > 0
      ? placeColumns(sheet, columns)
      : { headings: headingsOf(sheet), headingRow: headingRowOf(sheet) };
  const below = sheet.rows.slice(headingRow + 1, headingRow + 200);
  return headings.flatMap((heading, index) => {
    if (heading === "") return [];
    const cells = below.map((row) => cellText(row.cells[index] ?? null)).filter(Boolean);
    const samples = [...new Set(cells)].slice(0, shownSamples).map((cell) => cell.slice(0, longestSample));
    return [{ heading, samples }];
  });
}

/** How many filled rows are under the headings. */
export function countRows(sheet: Sheet, columns: ColumnNames<string> = {}): number {
  const { headingRow } =
    Object.keys(columns).length > 0 ? placeColumns(sheet, columns) : { headingRow: headingRowOf(sheet) };
  return sheet.rows.length - headingRow - 1;
}

/**
 * The words of every column that has choices, the most frequent first. A column that is said once for the whole file, and is not in it,
 * has the one word for that.
 */
export function readWords(kind: ImportKind, sheet: Sheet): ColumnWords {
  const columns = columnsFor(kind, sheet) ?? {};
  const table = findColumns(sheet, columns);
  const found: ColumnWords = new Map();
  for (const [name, column] of Object.entries(columns)) {
    if (!column.choices) continue;
    if (!table.has(name)) {
      if (column.forFile) found.set(name, [{ word: wholeFile, rows: table.rows.length }]);
      continue;
    }
    const words = new Map<string, { word: string; rows: number }>();
    for (const row of table.rows) {
      const word = row.text(name);
      if (word === "") continue;
      const known = words.get(plainWord(word));
      if (known) known.rows += 1;
      else words.set(plainWord(word), { word, rows: 1 });
    }
    found.set(
      name,
      [...words.values()].sort((one, other) => other.rows - one.rows || one.word.localeCompare(other.word)),
    );
  }
  return found;
}

/** What is matched by hand, and for words that are not, what was the last time. */
export function matchedWords(words: ColumnWords, byHand: WordMapping, known: Match | undefined): WordMapping {
  const matched: WordMapping = structuredClone(byHand);
  for (const [column, list] of words) {
    const given = new Set(Object.keys(byHand[column] ?? {}).map(plainWord));
    for (const { word } of list) {
      const key = rememberedKey(known, column, word);
      if (key === undefined || given.has(plainWord(word))) continue;
      matched[column] = { ...matched[column], [word]: key };
    }
  }
  return matched;
}

/** The words of each column with the keys they stand for, to be looked over and completed. */
export function describeWords(
  kind: ImportKind,
  sheet: Sheet,
  words: ColumnWords,
  context: ImportContext,
): ImportState["words"] {
  const columns = columnsFor(kind, sheet) ?? {};
  const activities = choosableActivities(context.lookups.activities(), context.allowedSchoolUrns);
  const record = { schools: choosableSchools(context), activities };
  return [...words].map(([name, list]) => ({
    column: name,
    label: columnLabel(name, columns[name]!),
    choices: choicesOf(columns[name], context.policy, record).map(({ key, label }) => ({ key, label })),
    words: list.slice(0, shownWords).map(({ word, rows }) => {
      const key = context.keyOf(name, word);
      return { word, rows, key: key === null ? "" : (key ?? null) };
    }),
  }));
}

/** Whether a word must be matched before a preview says anything: titles and schools that nobody matched only cost their own rows. */
export function isMatchNeeded(kind: ImportKind, sheet: Sheet, words: ImportState["words"]): boolean {
  const columns = columnsFor(kind, sheet) ?? {};
  return words.some(({ column, words: list, choices }) => {
    if (choices.length < 2 && list[0]?.word === wholeFile) return false;
    const isLookedUp = columns[column]?.choices === "activities" || columns[column]?.choices === "schools";
    return list.some(({ word, key }) => key === null && (!isLookedUp || word === wholeFile));
  });
}

function choosableSchools({ schools, allowedSchoolUrns, trustUid }: ImportContext) {
  const own = schools.filter(({ trust_uid }) => trustUid === null || trust_uid === trustUid);
  return allowedSchoolUrns === null ? own : own.filter(({ urn }) => allowedSchoolUrns.includes(urn));
}
