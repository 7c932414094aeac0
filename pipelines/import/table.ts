import { HubError } from "../errors.ts";
import { cellText } from "./cells.ts";
import type { Cell, Sheet } from "./sheet.ts";

/** The headings a kind of file is known by: its own names for columns to every heading that has been used for each. */
export type ColumnNames<Name extends string> = Record<Name, { headings: readonly string[]; optional?: boolean }>;

/** One row below the headings, whose cells are asked for by the kind's own names. */
export interface TableRow<Name extends string> {
  line: number;
  fault?: string;
  /** The cell under a heading; null when it is empty, when the row is too short for it, and when the file has no such column. */
  cell(name: Name): Cell;
  /** The same as trimmed text; "" when there is none. */
  text(name: Name): string;
  /** The cells to the right of the last heading that are not empty. */
  beyond: string[];
}

/** A file with its columns found. */
export interface Table<Name extends string> {
  file: string;
  rows: TableRow<Name>[];
  /** Whether an optional column is in the file. */
  has(name: Name): boolean;
  /** The heading as this file writes it, for messages. */
  heading(name: Name): string;
}

/** Title rows above the headings are looked through this far down. */
const deepestHeadingRow = 30;

/**
 * Finds the row of headings, under title rows if there are any, and every column by its name, never by its place.
 * Capitals, and spaces before, after and within a heading, make no difference.
 *
 * @throws HubError naming the file and the heading when one is missing, with the nearest ones that were found, or when one is there twice
 */
export function findColumns<Name extends string>(sheet: Sheet, columns: ColumnNames<Name>): Table<Name> {
  const names = Object.keys(columns) as Name[];
  const rows = sheet.rows.slice(0, deepestHeadingRow).map((row) => row.cells.map((cell) => plain(cellText(cell))));
  const score = (headings: string[]) =>
    names.filter((name) => place(headings, columns[name].headings) !== undefined).length;
  const scores = rows.map(score);
  const headingRow = scores.indexOf(Math.max(...scores));
  const headings = rows[headingRow]!;
  const places = new Map<Name, number>();
  for (const name of names) {
    const found = place(headings, columns[name].headings);
    if (found !== undefined) places.set(name, found);
    else if (!columns[name].optional) throw missingHeading(sheet, headingRow, columns[name].headings[0]!);
  }
  for (const [name, index] of places) {
    if (headings.indexOf(headings[index]!, index + 1) === -1) continue;
    const twice = cellText(sheet.rows[headingRow]!.cells[index] ?? null);
    throw new HubError({
      at: sheet.file,
      problem: `has two columns headed ${twice} (${name})`,
      fix: "Keep the right one and import the file again",
    });
  }
  const width = headings.length;
  return {
    file: sheet.file,
    has: (name) => places.has(name),
    heading: (name) =>
      cellText(sheet.rows[headingRow]!.cells[places.get(name) ?? -1] ?? null) || columns[name].headings[0]!,
    rows: sheet.rows
      .slice(headingRow + 1)
      .filter((row) => row.cells.some((cell) => cellText(cell) !== ""))
      .map((row) => {
        const cell = (name: Name) => row.cells[places.get(name) ?? -1] ?? null;
        return {
          line: row.line,
          fault: row.fault,
          cell,
          text: (name) => cellText(cell(name)),
          beyond: row.cells.slice(width).map(cellText).filter(Boolean),
        };
      }),
  };
}

/** Whether a sheet has, in one of its first rows, a column under any of these headings. */
export function hasHeading(sheet: Sheet, ...headings: string[]): boolean {
  return sheet.rows.slice(0, deepestHeadingRow).some(
    (row) =>
      place(
        row.cells.map((cell) => plain(cellText(cell))),
        headings,
      ) !== undefined,
  );
}

function place(found: string[], wanted: readonly string[]): number | undefined {
  for (const heading of wanted) {
    const index = found.indexOf(plain(heading));
    if (index !== -1) return index;
  }
  return undefined;
}

const plain = (heading: string) => heading.toLowerCase().replace(/\s+/g, " ").trim();

function missingHeading(sheet: Sheet, headingRow: number, wanted: string): HubError {
  const found = sheet.rows[headingRow]!.cells.map(cellText).filter(Boolean);
  const nearest = found
    .map((heading) => ({ heading, distance: editDistance(plain(heading), plain(wanted)) }))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map(({ heading }) => `"${heading}"`);
  return new HubError({
    at: sheet.file,
    problem: `has no column headed "${wanted}"; the nearest headings are ${nearest.join(", ")}`,
    fix: "Check that this is the right kind of file, and give the column that heading if it goes by another name",
  });
}

/** How many letters have to be put in, taken out or replaced to make one text of the other (V. Levenshtein, 1966). */
function editDistance(from: string, to: string): number {
  let previous = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [row, letter] of [...from].entries()) {
    const current = [row + 1];
    for (const [column, other] of [...to].entries()) {
      current.push(
        Math.min(previous[column + 1]! + 1, current[column]! + 1, previous[column]! + (letter === other ? 0 : 1)),
      );
    }
    previous = current;
  }
  return previous.at(-1)!;
}
