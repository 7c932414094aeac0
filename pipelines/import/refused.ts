import Papa from "papaparse";
import { cellText } from "./cells.ts";
import { groupBy } from "./group.ts";
import { headingRowOf, headingsOf } from "./headings.ts";
import type { Refusal } from "./kind.ts";
import type { Sheet } from "./sheet.ts";

/**
 * Every refused row as it stands in the file, with its line and what is wrong, as CSV with a byte order mark: to be put right in a
 * spreadsheet and imported by itself. A cell that a spreadsheet would take for a formula begins with an apostrophe.
 */
export function refusedCsv(sheet: Sheet, refused: readonly Refusal[]): string {
  const reasons = groupBy(refused, ({ line }) => String(line));
  const headings = headingsOf(sheet);
  const rows = sheet.rows.slice(headingRowOf(sheet) + 1).flatMap(({ line, cells }) => {
    const why = reasons.get(String(line));
    if (!why) return [];
    const words = why.map(({ column, reason }) => (column ? `${column}: ${reason}` : reason)).join("; ");
    return [[...headings.map((_, index) => cellText(cells[index] ?? null)), String(line), words]];
  });
  const table = [[...headings, "Line in the file", "What is wrong"], ...rows];
  return `\uFEFF${Papa.unparse(
    table.map((row) => row.map(guarded)),
    { newline: "\r\n" },
  )}\r\n`;
}

/** A number may begin with a sign; anything else that begins like a formula may be one. */
function guarded(cell: string): string {
  return /^[=+\-@\t\r]/.test(cell) && !/^[+-]?\d+(\.\d+)?%?$/.test(cell) ? `'${cell}` : cell;
}
