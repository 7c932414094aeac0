/** Sums with civil days, as ISO dates such as 2026-10-25: a day is a day, however many hours the clocks make it. */

const weekend = [0, 6];

const atMidnight = (day: string) => new Date(`${day}T00:00:00Z`);
const isoDay = (moment: Date) => moment.toISOString().slice(0, 10);

/** The day so many days after another; before it where `days` is negative. */
export function addDays(day: string, days: number): string {
  const moment = atMidnight(day);
  moment.setUTCDate(moment.getUTCDate() + days);
  return isoDay(moment);
}

/** The same day so many months on, or the last of a month that has no such day: 31 August and six months are 28 February. */
export function addMonths(day: string, months: number): string {
  const moment = atMidnight(day);
  const dayOfMonth = moment.getUTCDate();
  moment.setUTCDate(1);
  moment.setUTCMonth(moment.getUTCMonth() + months);
  const lastDay = new Date(Date.UTC(moment.getUTCFullYear(), moment.getUTCMonth() + 1, 0)).getUTCDate();
  moment.setUTCDate(Math.min(dayOfMonth, lastDay));
  return isoDay(moment);
}

/** Whether it is a day from Monday to Friday; bank holidays are such days too. */
export function isWeekday(day: string): boolean {
  return !weekend.includes(atMidnight(day).getUTCDay());
}

/** The first day from Monday to Friday of a month, such as 2026-11. */
export function firstWeekday(month: string): string {
  let day = `${month}-01`;
  while (!isWeekday(day)) day = addDays(day, 1);
  return day;
}

/** The academic year of a day, which begins on 1 September, as a number: 202627. */
export function academicYear(day: string): number {
  const year = Number(day.slice(0, 4)) - (Number(day.slice(5, 7)) < 9 ? 1 : 0);
  return year * 100 + ((year + 1) % 100);
}

/** A day as people write it in England: Friday 20 November 2026. */
export function writtenDay(day: string): string {
  return new Intl.DateTimeFormat("en-GB", { dateStyle: "full", timeZone: "UTC" })
    .format(atMidnight(day))
    .replace(",", "");
}
