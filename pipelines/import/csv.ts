import { extname } from "node:path";
import Papa from "papaparse";
import { HubError } from "../errors.ts";
import { mostRows } from "./limits.ts";
import type { SheetRow } from "./sheet.ts";

/**
 * The rows of a CSV text, separated by commas, semicolons or tabs, without empty ones and with the text's own line numbers. A cell that
 * begins like a formula is text like any other.
 *
 * @throws HubError when it is not text at all
 */
export function readCsv(text: string, file: string): SheetRow[] {
  if (text.includes("\u0000")) {
    throw new HubError({
      at: file,
      problem: "is neither text nor a workbook",
      fix: `Save it as .xlsx or CSV; ${extname(file) || "this kind of file"} cannot be read`,
    });
  }
  const declared = /^sep=([,;\t])\r?\n/.exec(text);
  const delimiter = declared?.[1] ?? delimiterOf(text);
  // One more than we take, so that more can be told from as many.
  const options = { delimiter, skipEmptyLines: false, preview: mostRows + 1 };
  const parsed = Papa.parse<string[]>(text, options);
  const faults = new Map(
    parsed.errors.filter((fault) => fault.type === "Quotes").map((fault) => [fault.row, fault.code]),
  );
  const rows: SheetRow[] = [];
  let line = 1;
  for (const [index, cells] of parsed.data.entries()) {
    const fault = faults.get(index);
    const isDeclaration = declared !== null && index === 0;
    if (fault) rows.push({ line, cells, fault: quotationFault(fault) });
    else if (!isDeclaration && !(cells.length === 1 && cells[0] === "")) rows.push({ line, cells });
    // A quoted cell may run over several lines of the file.
    line += 1;
    for (const cell of cells) if (cell.includes("\n") || cell.includes("\r")) line += breaksIn(cell);
  }
  return rows;
}

const breaksIn = (cell: string) => cell.match(/\r\n|\r|\n/g)?.length ?? 0;

function quotationFault(code: string): string {
  return code === "MissingQuotes"
    ? "a quotation mark opened in this row is never closed, so the rest of the file could not be read"
    : "there is text after a closing quotation mark, so its cells cannot be told apart";
}

/** The separator found most often in the first lines: a comma, a semicolon or a tab. */
function delimiterOf(text: string): string {
  const start = text
    .slice(0, 100_000)
    .split(/\r\n|\r|\n/, 10)
    .join("\n");
  const counts = [",", ";", "\t"].map((separator) => ({ separator, count: start.split(separator).length }));
  return counts.reduce((best, next) => (next.count > best.count ? next : best)).separator;
}
