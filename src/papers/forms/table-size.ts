/** How wide the columns of a table are on paper, and whether it may run on to the next sheet. */
import type { Table } from "../paper.ts";

/** A text of more characters than this may run on to the next sheet; shorter rows stay whole. */
const longRow = 1500;
/** A table of no more rows and characters than these stays on one sheet. */
const mostTogether = { rows: 8, characters: 400 };
/** A column of texts no longer than this, in characters, is as wide as its longest: a date or a name is not broken. */
const unbroken = 26;
/** How many characters such columns may have together, so that the others keep room. */
const mostUnbroken = 45;

/** A table as the template reads it. */
export interface SizedTable extends Omit<Table, "columns"> {
  /** `width` is 0 for a column as wide as its longest text; the others share what is left by theirs. */
  columns: (Table["columns"][number] & { width: number })[];
  /** Whether a row may run on to the next sheet. */
  isLong: boolean;
  /** Whether all of it stays on one sheet. */
  isShort: boolean;
  /** Whether it is so little that a full line would draw its columns apart. */
  isNarrow: boolean;
}

/** A table with a width for each column: numbers and short texts take what they need, and the others their share of what is left. */
export function sizedTable(plain: Table): SizedTable {
  const table = { ...plain, rows: plain.rows.map((row) => row.map(withWholeDates)) };
  const lengths = table.columns.map((column, at) =>
    Math.max(column.heading.length, ...table.rows.map((row) => row[at]?.length ?? 0)),
  );
  const widths = widthsOf(table, lengths);
  const columns = table.columns.map((column, at) => ({ ...column, width: widths[at]! }));
  const isLong = table.rows.some((row) => row.some((cell) => cell.length > longRow));
  return {
    ...table,
    columns,
    isLong,
    isShort:
      !isLong && table.rows.length <= mostTogether.rows && table.rows.flat().join("").length <= mostTogether.characters,
    isNarrow: columns.length <= 4 && columns.slice(1).every(({ isNumber }) => isNumber) && lengths[0]! <= 30,
  };
}

/** How many characters a line of a table holds, less what stands between two columns. */
const line = { characters: 108, between: 2 };
/** A column asks for no more characters than this, and for no fewer. */
const asked = { most: 45, least: 10 };

/** 0 for a column as wide as its longest text. The others have room for their longest word, and share what is left by how much they ask for. */
function widthsOf(table: Table, lengths: readonly number[]): number[] {
  const whole = unbrokenColumns(table, lengths);
  const taken = lengths.reduce((sum, length, at) => sum + line.between + (whole.has(at) ? length : 0), 0);
  const needed = lengths.map((_, at) => (whole.has(at) ? 0 : Math.max(asked.least, longestWord(table, at) + 2)));
  const more = lengths.map((length, at) =>
    whole.has(at) ? 0 : Math.max(1, Math.min(asked.most, length) - needed[at]!),
  );
  const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
  const left = Math.max(0, line.characters - taken - sum(needed));
  return needed.map((width, at) => Math.round((width + (left * more[at]!) / Math.max(1, sum(more))) * 10) / 10);
}

/** Which columns are as wide as their longest text: numbers always, then short texts, the shortest first, while there is room. */
function unbrokenColumns({ columns }: Table, lengths: readonly number[]): ReadonlySet<number> {
  const found = new Set<number>();
  let taken = 0;
  const inOrder = columns
    .map(({ isNumber }, at) => ({ at, isNumber, length: lengths[at]! }))
    .filter(({ at, isNumber, length }) => at > 0 && (isNumber || length <= unbroken))
    .sort((one, other) => Number(other.isNumber) - Number(one.isNumber) || one.length - other.length);
  for (const { at, isNumber, length } of inOrder) {
    if (!isNumber && length > 12 && taken + length > mostUnbroken) continue;
    found.add(at);
    taken += length;
  }
  return found;
}

/** A text whose dates are not broken between their parts. */
function withWholeDates(text: string): string {
  return text.replace(/\b\d{1,2} [A-Z][a-z]+ \d{4}\b/g, (date) => date.replaceAll(" ", "\u00a0"));
}

/** A word that does not fit its column would stand in the next. */
function longestWord({ columns, rows }: Table, at: number): number {
  const words = [columns[at]!.heading, ...rows.map((row) => row[at] ?? "")].flatMap((text) => text.split(/[ /-]+/));
  return Math.max(...words.map((word) => word.length));
}
