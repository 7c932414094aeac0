import { cellText } from "../cells.ts";
import type { Cell } from "../sheet.ts";

/** The longest that one person's part in one activity may take, in hours: a year of full-time study. */
const mostHours = 2000;

/**
 * Hours as registers write them: `1.5`, `1:30`, `90 min`, `1h 30m`, `1 hr 30 mins`, `2 hours`, and a workbook's own time of day.
 *
 * @param heading - where it says minutes, a bare number is minutes
 * @returns hours to two decimals; null for an empty cell, undefined for what is no length of time (such as "half a day")
 */
export function readHours(cell: Cell, heading: string): number | null | undefined {
  if (cell instanceof Date) return timeOfDay(cell);
  const text = cellText(cell).toLowerCase();
  if (text === "") return null;
  const clock = /^(\d{1,4}):([0-5]\d)(?::([0-5]\d))?$/.exec(text);
  if (clock) return inHours(Number(clock[1]), Number(clock[2]));
  const worded =
    /^(?:(\d+(?:\.\d+)?)\s*(?:h|hr|hrs|hour|hours)\b\.?)?\s*(?:(?:and\s*)?(\d+(?:\.\d+)?)\s*(?:m|min|mins|minute|minutes)\b\.?)?$/.exec(
      text,
    );
  if (worded && (worded[1] ?? worded[2]) !== undefined) return inHours(Number(worded[1] ?? 0), Number(worded[2] ?? 0));
  const short = /^(\d+)h(\d+)m?$/.exec(text);
  if (short) return inHours(Number(short[1]), Number(short[2]));
  if (!/^\d+(\.\d+)?$/.test(text)) return undefined;
  return /\bmin(ute)?s?\b/i.test(heading) ? inHours(0, Number(text)) : inHours(Number(text), 0);
}

function inHours(hours: number, minutes: number): number | undefined {
  const total = Math.round((hours + minutes / 60) * 100) / 100;
  return total <= mostHours ? total : undefined;
}

/** Excel keeps a length of time as a time on its day zero, 30 or 31 December 1899; any other date is a date by mistake. */
function timeOfDay(date: Date): number | undefined {
  const sinceZero = date.getTime() - Date.UTC(1899, 11, 30);
  return sinceZero >= 0 && sinceZero < 2 * 86_400_000 ? inHours(0, (sinceZero % 86_400_000) / 60_000) : undefined;
}

/**
 * An amount of money in pounds: `£1,234.50`, `1234.5`, `GBP 99`.
 *
 * @returns pounds to the penny; null for an empty cell, `"negative"` for less than nothing, undefined for what is no amount
 */
export function readPounds(cell: Cell): number | null | "negative" | undefined {
  const text = cellText(cell)
    .replace(/^gbp\s*/i, "")
    .replace(/\s*gbp$/i, "");
  if (text === "") return null;
  if (/^\(.*\)$|^£?\s*-|-$/.test(text)) return "negative";
  // Commas only where thousands end, so that a decimal comma is refused rather than misread.
  if (!/^£?\s*(\d{1,3}(,\d{3})+|\d+)?(\.\d+)?$/.test(text) || !/\d/.test(text)) return undefined;
  return Math.round(Number(text.replace(/[£,\s]/g, "")) * 100) / 100;
}

/** A full week of a teacher: 1,265 hours on 195 days (School Teachers' Pay and Conditions Document), in five days of 6.5 hours. */
const teacherWeek = 32.5;
/** A full week of other staff (National Joint Council for Local Government Services). */
const supportWeek = 37;

/** What a cell about working time came to. */
export type FullTimeShare =
  | { fte: number | null; isByUsualWeek?: boolean; reason?: never }
  | { fte?: never; reason: string };

/**
 * Working time as a share of full time: `0.6`, `60%`, or hours a week against the full week.
 *
 * @param heading - says whether a bare number is per cent or hours
 * @param fullWeek - the file's own full week in hours, where it has one; otherwise the usual week of teachers or of other staff
 */
export function readFullTimeShare(
  cell: Cell,
  heading: string,
  fullWeek: number | null,
  isTeacher: boolean,
): FullTimeShare {
  const text = cellText(cell).toLowerCase();
  if (text === "") return { fte: null };
  const match = /^(\d+(?:\.\d+)?)\s*(%|hours?|hrs?|h)?$/.exec(text);
  if (!match) return { reason: "is not a share of full time, such as 0.6, 60% or 19.5 hours" };
  const number = Number(match[1]);
  const isShare = /%|percent/i.test(match[2] ?? heading) && typeof cell !== "number";
  if (isShare || (typeof cell === "number" && /%|percent/i.test(heading) && number > 1.5)) return shareOf(number / 100);
  const isHours = /h/.test(match[2] ?? "") || /\bhours?\b|\bhrs?\b/i.test(heading);
  if (isHours) {
    const week = fullWeek ?? (isTeacher ? teacherWeek : supportWeek);
    return { ...shareOf(number / week), ...(fullWeek === null ? { isByUsualWeek: true } : {}) } as FullTimeShare;
  }
  if (number > 1.5) {
    return { reason: "could be per cent or hours: write 60% or 0.6, or say hours or % in the column's heading" };
  }
  return shareOf(number);
}

function shareOf(share: number): FullTimeShare {
  if (share > 1.5) return { reason: "is more than one and a half times full time" };
  return { fte: Math.round(share * 10_000) / 10_000 };
}
