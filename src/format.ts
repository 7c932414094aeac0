/** Every number, date and status that a reader sees is written here, and nowhere else. */
import type { Figure, FigureStatus, Release, Unit } from "../pipelines/contract.ts";

const locale = "en-GB";
/** What rounds to nought has no sign: −0.02 is 0.0. */
const signDisplay = "negative";
const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0, signDisplay });
const oneDecimal = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1, signDisplay });
const upToOneDecimal = new Intl.NumberFormat(locale, { maximumFractionDigits: 1, signDisplay });
const signedWhole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0, signDisplay: "exceptZero" });
const signedDecimal = new Intl.NumberFormat(locale, {
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
  signDisplay: "exceptZero",
});
const twoDecimals = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2, signDisplay });
const wholePounds = new Intl.NumberFormat(locale, { style: "currency", currency: "GBP", maximumFractionDigits: 0 });
const pounds = new Intl.NumberFormat(locale, { style: "currency", currency: "GBP" });
const day = new Intl.DateTimeFormat(locale, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
const list = new Intl.ListFormat(locale, { type: "conjunction" });
const moment = new Intl.DateTimeFormat(locale, {
  day: "numeric",
  month: "long",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  timeZone: "Europe/London",
});

/** Below this many people a percentage or a net score is shown whole: a decimal would claim more than the number of people allows. */
const wholePercentBelow = 50;

/** `1,204`. */
export function shownCount(value: number): string {
  return whole.format(value);
}

/**
 * A value in its unit: `84%`, `84.2%`, `+55`, `1,204`, `£12.40`, `£1,240`, `3.4 hours`, `4.12`, `−0.3`.
 *
 * @param value - shares between 0 and 1, net scores between −1 and 1, money in pounds
 * @param denominator - how many stand behind a share or a net score: under 50, or unknown, it is whole
 */
export function shownNumber(value: number, unit: Unit, denominator: number | null = null): string {
  return shownUnsigned(value, unit, denominator).replace("-", "−");
}

/** A published figure in its unit: as precise as it was published, to one decimal at most. */
export function shownBenchmark(value: number, unit: Unit): string {
  return unit === "percent" ? `${upToOneDecimal.format(value * 100)}%`.replace("-", "−") : shownNumber(value, unit);
}

function shownUnsigned(value: number, unit: Unit, denominator: number | null): string {
  const isWhole = denominator === null || denominator < wholePercentBelow;
  switch (unit) {
    case "percent":
      return `${(isWhole ? whole : oneDecimal).format(value * 100)}%`;
    case "net":
      return (isWhole ? signedWhole : signedDecimal).format(value * 100);
    case "count":
      return whole.format(value);
    case "money":
      return (Math.abs(value) < 100 ? pounds : wholePounds).format(value);
    case "hours":
      return `${oneDecimal.format(value)} hours`;
    case "ratio":
    case "mean":
      return twoDecimals.format(value);
    case "points":
      return oneDecimal.format(value);
  }
}

/** What each missing answer is called; the mark in brackets is the one that official statistics use. */
export const statusWords: Record<Exclude<FigureStatus, "">, string> = {
  "[c]": "suppressed [c]",
  "[x]": "not available [x]",
  "[z]": "not applicable [z]",
  "[low]": "low coverage [low]",
  "[b]": "series break [b]",
};

/** Why a figure is missing or to be read with care, in one sentence for the glossary and for hints. */
export const statusReasons: Record<Exclude<FigureStatus, "">, string> = {
  "[c]":
    "Hidden: so few people stand behind it that it could tell on someone. Or a hidden figure could be worked out from it.",
  "[x]": "There are no records for it, or not enough yet.",
  "[z]": "It does not apply here.",
  "[low]": "Fewer than half of those concerned are covered; read it with care.",
  "[b]": "Worked out in another way than the years before; do not compare across the break.",
};

/** The figure as a reader sees it: its value, or the words for why there is none. */
export function shownFigure(figure: Pick<Figure, "value" | "status" | "denominator">, unit: Unit): string {
  if (figure.value === null) return statusWords[figure.status === "" ? "[x]" : figure.status];
  return shownNumber(figure.value, unit, figure.denominator);
}

/** `46% to 78%`; null when the figure has no interval. */
export function shownRange(figure: Pick<Figure, "lower" | "upper" | "denominator">, unit: Unit): string | null {
  if (figure.lower === null || figure.upper === null) return null;
  return `${shownNumber(figure.lower, unit, figure.denominator)} to ${shownNumber(figure.upper, unit, figure.denominator)}`;
}

/** `2025/26` of the academic year 202526. */
export function shownYear(timePeriod: number): string {
  return `${Math.floor(timePeriod / 100)}/${String(timePeriod % 100).padStart(2, "0")}`;
}

/** `14 November 2026` of an ISO date. */
export function shownDate(isoDate: string): string {
  return day.format(new Date(`${isoDate.slice(0, 10)}T00:00:00Z`));
}

/** `14 November 2026 at 09:30`, in the schools' own time, of an ISO date and time. */
export function shownMoment(isoTime: string): string {
  return moment.format(new Date(isoTime));
}

/** More than one of a thing: `schools`, `academies`. */
export function plural(noun: string): string {
  return /[^aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : `${noun}s`;
}

/** `one school`, `12 schools`: a count with its noun. */
export function counted(count: number, noun: string, nouns = plural(noun)): string {
  return `${count === 1 ? "one" : shownCount(count)} ${count === 1 ? noun : nouns}`;
}

/** `Oakfield Primary, Beech Lane and Hill House`. */
export function listed(items: readonly string[]): string {
  return list.format(items);
}

/** The text with a capital first letter, for the organisation's own words at the start of a sentence. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** `Data as of 20 November 2026 · records up to 19 November 2026 at 16:05 · all 31 checks passed`. */
export function freshness(release: Pick<Release, "as_of" | "records_up_to" | "checks">): string {
  const count = release.checks.length;
  const passed = release.checks.filter((check) => check.passed).length;
  return [
    `Data as of ${shownDate(release.as_of)}`,
    release.records_up_to ? `records up to ${shownMoment(release.records_up_to)}` : "no records yet",
    passed === count ? `all ${count} checks passed` : `${passed} of ${count} checks passed`,
  ].join(" · ");
}
