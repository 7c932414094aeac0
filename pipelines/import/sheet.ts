import { basename } from "node:path";
import { HubError } from "../errors.ts";
import { readCsv } from "./csv.ts";
import { decodeText } from "./decode.ts";
import { fileType } from "./file-type.ts";
import { mostRows } from "./limits.ts";
import type { ColumnMapping } from "./table.ts";
import { readWorkbook } from "./workbook.ts";

/** One cell as the file has it: text from a CSV; text, a number, a yes or no, or a date from a workbook; null when empty. */
export type Cell = string | number | boolean | Date | null;

/** One row of a file. `line` is the line in the text file on which it begins, or the row of the workbook, counted from 1. */
export interface SheetRow {
  line: number;
  cells: Cell[];
  /** Why the row cannot be trusted, such as a quotation mark that is never closed. */
  fault?: string;
}

/** Every filled row of a file from its top, headings and title rows included. */
export interface Sheet {
  /** The file's name without its folders. */
  file: string;
  rows: SheetRow[];
  /** How somebody matched its columns by hand; `findColumns` goes by it. */
  mapping?: ColumnMapping;
}

/**
 * The rows of a CSV file or of an Excel workbook, whichever the bytes are; the file's name does not decide.
 *
 * @param path - where the bytes are from; only its last part is used, and only to name the file
 * @returns every row that is not empty, with true line numbers even after cells that hold several lines
 * @throws HubError when the file is empty, is neither text nor a workbook, or has more rows than we take, or when a workbook has rows on several sheets
 */
export async function readSheet(bytes: Uint8Array, path: string): Promise<Sheet> {
  const file = basename(path);
  const isZip = fileType(bytes, file) === "zip";
  const rows = isZip ? await readWorkbook(bytes, file) : readCsv(decodeText(bytes), file);
  if (!rows.some((row) => row.cells.some((cell) => cell !== null && cell !== ""))) {
    throw new HubError({ at: file, problem: "is empty", fix: "Download or save the file again" });
  }
  if (rows.length > mostRows) {
    throw new HubError({
      at: file,
      problem: `has more than ${mostRows.toLocaleString("en-GB")} rows`,
      fix: "Split it into several files, each with the headings at its top",
    });
  }
  return { file, rows };
}
