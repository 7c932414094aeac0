import { HubError } from "../errors.ts";

/** What the first bytes of a file say it is, for the files that people are likely to choose by mistake. */
const signatures: [start: string, what: string][] = [
  ["%PDF-", "a PDF document"],
  ["\x89PNG", "a picture"],
  ["\xFF\xD8\xFF", "a picture"],
  ["GIF8", "a picture"],
  ["{\\rtf", "a text document (.rtf)"],
  ["SQLite format 3", "a database"],
  ["\x1F\x8B", "a packed file (.gz)"],
  ["Rar!", "a packed file (.rar)"],
  ["7z\xBC\xAF", "a packed file (.7z)"],
];

const oldWorkbook = "\xD0\xCF\x11\xE0";
const markup = /^\s*(?:<!doctype html|<html|<table|<\?xml[\s\S]{0,200}?<(?:\w+:)?workbook)/i;

/**
 * Refuses what is plainly not a table of rows, and says what it is and what to do.
 *
 * @returns whether it is a zip archive, as new workbooks are, or text
 * @throws HubError
 */
export function fileType(bytes: Uint8Array, file: string): "zip" | "text" {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 400)).toString("latin1");
  if (start.startsWith("PK\x03\x04") || start.startsWith("PK\x05\x06")) return "zip";
  if (start.startsWith(oldWorkbook)) {
    throw new HubError({
      at: file,
      problem: "is an Excel workbook of the old kind (.xls), or one with a password",
      fix: "Open it and save it as .xlsx without a password, or as CSV",
    });
  }
  const found = signatures.find(([signature]) => start.startsWith(signature));
  if (found) {
    throw new HubError({
      at: file,
      problem: `is ${found[1]}, not a table of rows`,
      fix: "Export or save the table itself as .xlsx or CSV, and choose that file",
    });
  }
  if (markup.test(start.replaceAll("\0", ""))) {
    throw new HubError({
      at: file,
      problem: "is a web page or an old workbook that only goes by the name of one",
      fix: "Open it in your spreadsheet program, save it as .xlsx or CSV, and choose that file",
    });
  }
  return "text";
}
