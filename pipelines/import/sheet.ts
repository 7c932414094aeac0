import { basename, extname } from "node:path";
import Papa from "papaparse";
import readXlsxFile from "read-excel-file/node";
import { HubError } from "../errors.ts";
import { decodeText } from "./decode.ts";
import type { ColumnMapping } from "./table.ts";

/** One cell as the file has it: text from a CSV; text, a number, a yes or no, or a date from a workbook; null when empty. */
export type Cell = string | number | boolean | Date | null;

/** One row of a file. `line` is the line in the text file on which it begins, or the row of the workbook, counted from 1. */
export interface SheetRow {
  line: number;
  cells: Cell[];
  /** Why the row cannot be trusted, such as a quotation mark that is never closed. */
  fault?: string;
}

/** Every row of a file from its top, headings and title rows included. */
export interface Sheet {
  /** The file's name without its folders. */
  file: string;
  rows: SheetRow[];
  /** How somebody matched its columns by hand; `findColumns` goes by it. */
  mapping?: ColumnMapping;
}

const workbookMark = "504b0304";
const oldWorkbookMark = "d0cf11e0";

/**
 * The rows of a CSV file or of an Excel workbook, whichever the bytes are; the file's name does not decide.
 *
 * @param path - where the bytes are from; only its last part is used, and only to name the file
 * @returns every row, with true line numbers even after cells that hold several lines
 * @throws HubError when the file is empty, is an old .xls workbook or is neither text nor a workbook, or when a workbook has rows on several sheets
 */
export async function readSheet(bytes: Uint8Array, path: string): Promise<Sheet> {
  const file = basename(path);
  const mark = Buffer.from(bytes.subarray(0, 4)).toString("hex");
  if (mark === oldWorkbookMark) {
    throw new HubError({
      at: file,
      problem: "is an Excel workbook of the old kind (.xls)",
      fix: "Save it as .xlsx or CSV",
    });
  }
  const rows = mark === workbookMark ? await readWorkbook(bytes, file) : readCsv(decodeText(bytes), file);
  if (!rows.some((row) => row.cells.some((cell) => cell !== null && cell !== ""))) {
    throw new HubError({ at: file, problem: "is empty", fix: "Download or save the file again" });
  }
  return { file, rows };
}

function readCsv(text: string, file: string): SheetRow[] {
  if (text.includes("\u0000")) {
    throw new HubError({
      at: file,
      problem: "is neither text nor a workbook",
      fix: `Save it as .xlsx or CSV; ${extname(file) || "this kind of file"} cannot be read`,
    });
  }
  const parsed = Papa.parse<string[]>(text, { delimiter: delimiterOf(text), skipEmptyLines: false });
  const faults = new Map(
    parsed.errors.filter((fault) => fault.type === "Quotes").map((fault) => [fault.row, fault.code]),
  );
  let line = 1;
  return parsed.data.map((cells, index) => {
    const row: SheetRow = { line, cells };
    const fault = faults.get(index);
    if (fault) row.fault = quotationFault(fault);
    // A quoted cell may run over several lines of the file.
    line += 1 + cells.reduce((breaks, cell) => breaks + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0);
    return row;
  });
}

function quotationFault(code: string): string {
  return code === "MissingQuotes"
    ? "a quotation mark opened in this row is never closed, so the rest of the file could not be read"
    : "there is text after a closing quotation mark, so its cells cannot be told apart";
}

/** The separator found most often in the first lines: a comma, a semicolon or a tab. */
function delimiterOf(text: string): string {
  const start = text.split(/\r\n|\r|\n/, 10).join("\n");
  const counts = [",", ";", "\t"].map((separator) => ({ separator, count: start.split(separator).length }));
  return counts.reduce((best, next) => (next.count > best.count ? next : best)).separator;
}

async function readWorkbook(bytes: Uint8Array, file: string): Promise<SheetRow[]> {
  const sheets = await readXlsxFile(Buffer.from(bytes)).catch((cause: unknown) => {
    throw new HubError({
      at: file,
      problem: "is not a workbook that can be read",
      fix: "Open it, save it as .xlsx without a password, and try again",
      cause,
    });
  });
  const filled = sheets.filter((sheet) => sheet.data.length > 1);
  if (filled.length > 1) {
    throw new HubError({
      at: file,
      problem: `has rows on ${filled.length} sheets (${filled.map((sheet) => sheet.sheet).join(", ")})`,
      fix: "Save the sheet that is wanted as a file of its own",
    });
  }
  const rows = (filled[0] ?? sheets[0])?.data ?? [];
  return rows.map((cells, index) => ({ line: index + 1, cells: cells as unknown as Cell[] }));
}
