import { Unzip, UnzipInflate, unzipSync } from "fflate";
import readXlsxFile from "read-excel-file/node";
import { HubError } from "../errors.ts";
import { mostCells, mostUnpacked } from "./limits.ts";
import type { Cell, SheetRow } from "./sheet.ts";

/**
 * The rows of an Excel workbook (.xlsx). A cell with a formula has the value that was saved with it: nothing is worked out here.
 *
 * @param most - how many bytes it may unpack to
 * @throws HubError when it is something else in a zip archive, unpacks to more than we take, cannot be read, or has rows on several sheets
 */
export async function readWorkbook(bytes: Uint8Array, file: string, most = mostUnpacked): Promise<SheetRow[]> {
  requireWorkbook(bytes, file, most);
  requireModest(bytes, file, most);
  const sheets = await readXlsxFile(Buffer.from(bytes)).catch((cause: unknown) => {
    throw unreadable(file, cause);
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
  return rows.flatMap((cells, index) =>
    cells.some((cell) => cell !== null) ? [{ line: index + 1, cells: cells as unknown as Cell[] }] : [],
  );
}

/** Looks at the archive's list of contents alone; nothing is unpacked. */
function requireWorkbook(bytes: Uint8Array, file: string, most: number): void {
  const sizes = new Map<string, number>();
  try {
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        sizes.set(name, originalSize);
        return false;
      },
    });
  } catch (cause) {
    throw unreadable(file, cause);
  }
  const names = [...sizes.keys()];
  if (!sizes.has("xl/workbook.xml")) {
    const other = others.find(({ mark }) => names.some((name) => name.startsWith(mark)));
    throw new HubError({
      at: file,
      problem: `is ${other?.what ?? "a zip archive"}, not a workbook that can be read`,
      fix: other
        ? "Save the table itself as .xlsx or CSV, and choose that file"
        : "Unpack it, and choose the file in it",
    });
  }
  if ([...sizes.values()].reduce((sum, size) => sum + size, 0) > most) throw tooLarge(file);
}

const others = [
  { mark: "word/", what: "a Word document" },
  { mark: "ppt/", what: "a PowerPoint presentation" },
  { mark: "xl/workbook.bin", what: "a binary workbook (.xlsb)" },
  { mark: "content.xml", what: "an OpenDocument file (.ods or .odt)" },
];

/**
 * Unpacks the archive once, piece by piece, without keeping any of it: the list of contents may lie, and a sheet with one cell in
 * its furthest corner is small until somebody makes room for all the cells before it.
 *
 * @throws HubError when it is more than we take
 */
function requireModest(bytes: Uint8Array, file: string, most: number): void {
  let unpacked = 0;
  // Not thrown where it is found: the unpacker would take it for a fault of the archive.
  let fault: unknown;
  const unzip = new Unzip((entry) => {
    const area = entry.name.startsWith("xl/worksheets/") ? new Area() : undefined;
    entry.ondata = (error, piece) => {
      if (error) fault ??= unreadable(file, error);
      unpacked += piece?.length ?? 0;
      if (unpacked > most || (piece && area && area.grow(piece) > mostCells)) fault ??= tooLarge(file);
    };
    entry.start();
  });
  unzip.register(UnzipInflate);
  // A piece unpacks to a thousand times its size at the most.
  const step = 16_384;
  for (let at = 0; at < bytes.length && !fault; at += step) {
    try {
      unzip.push(bytes.subarray(at, at + step), at + step >= bytes.length);
    } catch (cause) {
      fault ??= unreadable(file, cause);
    }
  }
  if (fault) throw fault;
}

/** The rectangle that a sheet's cells lie in, by the addresses found in its XML. */
class Area {
  private rest = "";
  private rows = 0;
  private columns = 0;

  /** Reads the next piece; returns rows times columns so far. */
  grow(piece: Uint8Array): number {
    const text = this.rest + Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength).toString("latin1");
    for (const [, letters, digits] of text.matchAll(/\br\s*=\s*["']([A-Z]{0,3})(\d{1,7})["']/g)) {
      this.rows = Math.max(this.rows, Number(digits));
      this.columns = Math.max(this.columns, columnNumber(letters!));
    }
    // An address may be cut in two between pieces.
    this.rest = text.slice(-40);
    return this.rows * this.columns;
  }
}

const columnNumber = (letters: string) =>
  [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);

const tooLarge = (file: string) =>
  new HubError({
    at: file,
    problem: "unpacks to far more than its rows can need",
    fix: "Copy the rows that are wanted into a new workbook, or save the sheet as CSV, and choose that file",
  });

const unreadable = (file: string, cause: unknown) =>
  new HubError({
    at: file,
    problem: "is not a workbook that can be read",
    fix: "Open it, save it as .xlsx without a password, and try again",
    cause,
  });
