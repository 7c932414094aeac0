import { HubError } from "../errors.ts";
import { cellText } from "./cells.ts";
import { headingRowOf, headingsOf, nearestHeadings, plainHeading } from "./headings.ts";
import type { Cell, Sheet, SheetRow } from "./sheet.ts";

/** One of a few keys of the record, with what people call it. */
export interface Choice {
  key: string;
  label: string;
}

/** One column that a kind of file has. */
export interface ImportColumn {
  /** Every heading that has been used for it, the likeliest first; none where a person must say which it is. */
  headings: readonly string[];
  optional?: boolean;
  /** What people who match columns by hand see; its first heading unless given. */
  label?: string;
  /** What belongs in it, in one line. */
  note?: string;
  /**
   * The keys of the record that its words stand for, which people match by hand where they are other words; `staff_groups`: the policy's;
   * `activities` and `schools`: those of the record.
   */
  choices?: "staff_groups" | "activities" | "schools" | readonly Choice[];
  /** Other words that are known to stand for a key of `choices`, so that nobody has to match them. */
  knownKey?(word: string, choices: readonly Choice[]): string | undefined;
  /**
   * Where the file has no such column, it is said once for the whole file, as if every row held the word `wholeFile`; `otherwise` is
   * taken until somebody says. What somebody says so is about this file alone, and must not be remembered for the next.
   */
  forFile?: { otherwise?: string };
}

/** The columns of a kind of file by its own names for them. */
export type ColumnNames<Name extends string> = Record<Name, ImportColumn>;

/** Columns as somebody matched them by hand: our name to the file's heading, or to "" for a column that is not to be read. */
export type ColumnMapping = Record<string, string>;

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
  /** Every heading from left to right, as the file writes it. */
  headings: string[];
  rows: TableRow<Name>[];
  /** Whether an optional column is in the file. */
  has(name: Name): boolean;
  /** The heading as this file writes it, for messages. */
  heading(name: Name): string;
}

/**
 * Where each column is in a file, by its headings or as somebody matched it by hand.
 *
 * @returns the headings as the file writes them, the index of each column that was found, and which of them are there twice
 */
export function placeColumns<Name extends string>(
  sheet: Sheet,
  columns: ColumnNames<Name>,
  mapping: ColumnMapping = sheet.mapping ?? {},
): { headingRow: number; headings: string[]; places: Map<Name, number>; twice: Set<Name> } {
  const names = Object.keys(columns) as Name[];
  const wanted = (name: Name) => (mapping[name] === undefined ? columns[name].headings : [mapping[name]]);
  const known = new Set(names.flatMap(wanted).map(plainHeading).filter(Boolean));
  const headings = headingsOf(sheet, known);
  const plain = headings.map(plainHeading);
  const places = new Map<Name, number>();
  for (const name of names) {
    const heading = wanted(name)
      .map(plainHeading)
      .find((each) => each !== "" && plain.includes(each));
    if (heading !== undefined) places.set(name, plain.indexOf(heading));
  }
  const isTwice = (index: number) => plain.indexOf(plain[index]!, index + 1) !== -1;
  const twice = new Set(names.filter((name) => places.has(name) && isTwice(places.get(name)!)));
  return { headingRow: headingRowOf(sheet, known), headings, places, twice };
}

/**
 * Finds the row of headings, under title rows if there are any, and every column by its name, never by its place.
 * Capitals, and spaces before, after and within a heading, make no difference.
 *
 * @param mapping - what somebody matched by hand, which goes before the headings that are known; the sheet's own unless given
 * @throws HubError naming the file and the heading when one is missing, with the nearest ones that were found, or when one is there twice
 */
export function findColumns<Name extends string>(
  sheet: Sheet,
  columns: ColumnNames<Name>,
  mapping: ColumnMapping = sheet.mapping ?? {},
): Table<Name> {
  const { headingRow, headings, places, twice } = placeColumns(sheet, columns, mapping);
  for (const name of Object.keys(columns) as Name[]) {
    if (!places.has(name) && !columns[name].optional) throw missingHeading(sheet, headings, name, columns[name]);
  }
  for (const name of twice) {
    throw new HubError({
      at: sheet.file,
      problem: `has two columns headed ${headings[places.get(name)!]} (${name})`,
      fix: "Keep the right one and import the file again",
    });
  }
  return {
    file: sheet.file,
    headings,
    has: (name) => places.has(name),
    heading: (name) => headings[places.get(name) ?? -1] || columnLabel(name, columns[name]),
    rows: sheet.rows
      .slice(headingRow + 1)
      .filter((row) => row.cells.some((cell) => cellText(cell) !== ""))
      .map((row) => new PlacedRow(row, places, headings.length)),
  };
}

/** What people call a column: its label, else its likeliest heading, else our own name for it. */
export function columnLabel(name: string, column: ImportColumn): string {
  return column.label ?? column.headings[0] ?? name;
}

/** One object for each row, and no more: a file may have hundreds of thousands. */
class PlacedRow<Name extends string> implements TableRow<Name> {
  private readonly row: SheetRow;
  private readonly places: Map<Name, number>;
  private readonly width: number;

  constructor(row: SheetRow, places: Map<Name, number>, width: number) {
    this.row = row;
    this.places = places;
    this.width = width;
  }

  get line(): number {
    return this.row.line;
  }

  get fault(): string | undefined {
    return this.row.fault;
  }

  get beyond(): string[] {
    return this.row.cells.slice(this.width).map(cellText).filter(Boolean);
  }

  cell(name: Name): Cell {
    return this.row.cells[this.places.get(name) ?? -1] ?? null;
  }

  text(name: Name): string {
    return cellText(this.cell(name));
  }
}

function missingHeading(sheet: Sheet, headings: string[], name: string, column: ImportColumn): HubError {
  const wanted = column.headings[0] ?? columnLabel(name, column);
  const nearest = nearestHeadings(headings.filter(Boolean), wanted).map((heading) => `"${heading}"`);
  return new HubError({
    at: sheet.file,
    problem: `has no column headed "${wanted}"; the nearest headings are ${nearest.join(", ")}`,
    fix: "Check that this is the right kind of file, and give the column that heading if it goes by another name",
  });
}
