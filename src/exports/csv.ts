import Papa from "papaparse";
import type { RecordRow } from "../data/record.ts";

/** Spreadsheets tell by it that a CSV file is in UTF-8; without it they garble every accent. */
export const byteOrderMark = "\uFEFF";

/** What a spreadsheet would run; a negative number is none of it. */
const formula = /^(?!-?\d+(\.\d+)?$)[=+\-@\t\r]/;

function cellOf(value: unknown): unknown {
  if (value === null || value === undefined) return "";
  if (typeof value === "object") return JSON.stringify(value);
  return typeof value === "boolean" ? String(value) : value;
}

/** One line of CSV for each list of cells, each ended. Lists and structures are JSON, nothing is an empty cell, and a text that a spreadsheet would run is kept as text by an apostrophe before it. */
export function csvLines(rows: unknown[][]): string {
  if (rows.length === 0) return "";
  return `${Papa.unparse(
    rows.map((row) => row.map(cellOf)),
    { escapeFormulae: formula },
  )}\r\n`;
}

/** A CSV file, part by part: its mark, its header with the record's own names, and then the records as they come. */
export async function* csvOf(
  fields: string[],
  pages: AsyncIterable<RecordRow[]>,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  yield encoder.encode(byteOrderMark + csvLines([fields]));
  for await (const rows of pages) yield encoder.encode(csvLines(rows.map((row) => fields.map((field) => row[field]))));
}
