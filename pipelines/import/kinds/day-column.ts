import { cellText } from "../cells.ts";
import type { Cell } from "../sheet.ts";

/** Which comes first where a date is three numbers with slashes, dots or dashes. */
export type DayOrder = "day_first" | "month_first";

/** An ISO date, null for an empty cell; otherwise why it cannot be read, in words fit for a refusal. */
export type DayRead = { on: string | null; reason?: never } | { on?: never; reason: string };

/** A column of dates whose order of day and month has been decided over the whole column. */
export interface DayColumn {
  /** Undefined where the column holds dates that could be either, and nothing that decides. */
  order: DayOrder | undefined;
  /** Whether the order was assumed, as no date of the column shows it. */
  isAssumed: boolean;
  read(cell: Cell): DayRead;
}

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const notADate = "is not a date, such as 01/09/2026 or 2026-09-01";

/**
 * Reads a column of dates as exports write them: `01/09/2026`, `1.9.26`, `9/1/2026 4:09 PM`, `2026-09-01T16:09:22Z`, `1 Sep 2026`,
 * `September 1, 2026`, and the dates of a workbook. One date that can only be read one way round decides for the whole column.
 *
 * @param cells - every cell of the column
 * @param otherwise - the order where no date decides; without one, dates that could be either are refused
 */
export function dayColumn(cells: Iterable<Cell>, otherwise?: DayOrder): DayColumn {
  let isDayFirst = false;
  let isMonthFirst = false;
  let isOpen = false;
  for (const cell of cells) {
    const [first, second] = numbersOf(cellText(cell)) ?? [];
    if (first === undefined || second === undefined || first === second) continue;
    if (first > 12 && second <= 12) isDayFirst = true;
    else if (second > 12 && first <= 12) isMonthFirst = true;
    else isOpen = true;
  }
  const shown = isDayFirst === isMonthFirst ? undefined : isDayFirst ? "day_first" : "month_first";
  const isContradictory = isDayFirst && isMonthFirst;
  const order = shown ?? (isContradictory ? undefined : otherwise);
  const doubt = isContradictory
    ? "could be read two ways, as this column has dates with the day first and dates with the month first; write them as 2026-09-01"
    : "could be read two ways, as no date in this column shows whether the day or the month comes first; write them as 2026-09-01";
  const readText = (text: string): DayRead => {
    const numbers = numbersOf(text);
    if (!numbers) return orNotADate(namedDay(text));
    const [first, second, year] = numbers;
    if (order === undefined && first <= 12 && second <= 12 && first !== second) return { reason: doubt };
    const isFirstTheDay = first > 12 || (second <= 12 && order !== "month_first");
    return orNotADate(isFirstTheDay ? isoDay(year, second, first) : isoDay(year, first, second));
  };
  // A register has few days and many rows.
  const known = new Map<string, DayRead>();
  return {
    order,
    isAssumed: shown === undefined && order !== undefined && isOpen,
    read(cell) {
      const text = cellText(cell);
      if (text === "") return { on: null };
      const day = known.get(text) ?? readText(text);
      if (known.size < mostKnown) known.set(text, day);
      return day;
    },
  };
}

/** How many different days are remembered while a column is read. */
const mostKnown = 10_000;

const orNotADate = (on: string | undefined) => (on === undefined ? { reason: notADate } : { on });

/** The two numbers before the year, of a date in numbers alone that does not begin with its year. */
function numbersOf(text: string): [first: number, second: number, year: number] | undefined {
  const match = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?=$|[\sT,])/.exec(text);
  return match ? [Number(match[1]), Number(match[3]), fullYear(match[4]!)] : undefined;
}

/** A date that can be read one way only: it begins with its year, or names its month. */
function namedDay(text: string): string | undefined {
  const iso = /^(\d{4})([-/.]?)(\d{1,2})\2(\d{1,2})(?=$|[\sT,])/.exec(text);
  if (iso) return isoDay(Number(iso[1]), Number(iso[3]), Number(iso[4]));
  const withoutWeekday = text.replace(/^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*[,\s]+/i, "");
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)?[-\s]+([a-z]{3,9})\.?[-,\s]+(\d{4}|\d{2})(?=$|[\s,])/i.exec(
    withoutWeekday,
  );
  if (dayFirst) return isoDay(fullYear(dayFirst[3]!), monthOf(dayFirst[2]!), Number(dayFirst[1]));
  const monthFirst = /^([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?=$|[\s,])/i.exec(withoutWeekday);
  return monthFirst ? isoDay(Number(monthFirst[3]), monthOf(monthFirst[1]!), Number(monthFirst[2])) : undefined;
}

/** 0 for what is no month, which makes no date. */
const monthOf = (word: string) => months.indexOf(word.slice(0, 3).toLowerCase()) + 1;

/** Two figures are of this century, except those that would lie far ahead, such as years of birth. */
function fullYear(text: string): number {
  const year = Number(text);
  return text.length === 4 ? year : year < 70 ? 2000 + year : 1900 + year;
}

function isoDay(year: number, month: number, day: number): string | undefined {
  const written = `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  const date = new Date(`${written}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== written ? undefined : written;
}
