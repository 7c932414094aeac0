import type { Cell } from "./sheet.ts";

/** A number as published, or the reason why there is none. */
export interface PublishedNumber {
  value: number | null;
  /** "" with a value, otherwise why there is none: c suppressed, x not available, z not applicable, low fewer than half covered. */
  status_code: "" | "c" | "x" | "z" | "low";
  /** What stood in the cell instead of a number, such as SUPP; null beside a value and in place of an empty cell. */
  source_code: string | null;
}

/**
 * How published files write that there is no number, in capitals, and what we make of it. Never zero. "None" is not here: it is a
 * real word (a school without a religious character).
 */
const missingCodes: Record<string, "c" | "x" | "z" | "low"> = {
  SUPP: "c",
  SUPPM: "c",
  SUPPMAT: "c",
  C: "c",
  // NA stands for both "not available" and "not applicable" in the performance tables; the weaker claim is "not available".
  NA: "x",
  NP: "x",
  NEW: "x",
  RE: "x",
  "SUPP*": "x",
  X: "x",
  // Between 0% and 0.5%: known to be small, but not a number. The same goes for "low" in the department's tidy files,
  // which is not our `low`.
  SP: "x",
  LOW: "x",
  "NOT RECORDED": "x",
  NE: "z",
  Z: "z",
  "NOT APPLICABLE": "z",
  "DOES NOT APPLY": "z",
  LOWCOV: "low",
};

/** A cell as trimmed text: "" for an empty one, an ISO date for a date. */
export function cellText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return "";
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell).trim();
}

/**
 * Reads a published number: `12`, `-1.5`, `67%` (67), `"£45,421"` (45421), `"248,617"`, a code for a missing number, or nothing.
 *
 * @returns undefined when the cell holds something that is neither
 */
export function publishedNumber(cell: Cell): PublishedNumber | undefined {
  const text = cellText(cell);
  if (text === "") return { value: null, status_code: "x", source_code: null };
  const missing = missingCodes[text.toUpperCase()];
  if (missing !== undefined) return { value: null, status_code: missing, source_code: text };
  const value = typeof cell === "number" ? cell : readNumber(text);
  return value === undefined || !Number.isFinite(value) ? undefined : { value, status_code: "", source_code: null };
}

/**
 * The same for a share, between 0 and 1: `67%` and `67` are 0.67. A workbook's own number is a fraction already (Excel shows 0.67 as
 * 67%), unless its heading says that it is in per cent.
 */
export function publishedShare(cell: Cell, heading: string): PublishedNumber | undefined {
  const read = publishedNumber(cell);
  if (read?.value === null || read === undefined) return read;
  const isFraction = typeof cell === "number" && !heading.includes("%");
  const value = isFraction ? read.value : Math.round(read.value * 1e6) / 1e8;
  return value < 0 || value > 1 ? undefined : { ...read, value };
}

function readNumber(text: string): number | undefined {
  // Commas only where thousands end, so that a decimal comma is refused rather than misread.
  const match = /^(-?)£?(\d{1,3}(?:,\d{3})+|\d*)(\.\d+)?%?$/.exec(text);
  if (!match || (match[2] === "" && match[3] === undefined)) return undefined;
  return Number(`${match[1]}${match[2]!.replaceAll(",", "")}${match[3] ?? ""}`);
}

/**
 * A date as published, `01-09-2016`, `1/9/2016`, `20160901` or `2016-09-01`, as an ISO date. Day before month, as everywhere in England.
 *
 * @returns null for an empty cell, undefined for what is not a date
 */
export function publishedDate(cell: Cell): string | null | undefined {
  const text = cellText(cell);
  if (text === "") return null;
  const iso = /^(\d{4})-?(\d{2})-?(\d{2})$/.exec(text);
  const british = /^(\d{1,2})[-/](\d{1,2})[-/](\d{4})$/.exec(text);
  const parts = iso ? [iso[1], iso[2], iso[3]] : british ? [british[3], british[2], british[1]] : undefined;
  if (!parts) return undefined;
  const written = `${parts[0]}-${parts[1]!.padStart(2, "0")}-${parts[2]!.padStart(2, "0")}`;
  const date = new Date(`${written}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== written ? undefined : written;
}
