/** The start years of the demo's five academic years, the one that `today` is in last: 2026-11-20 gives 2022 to 2026. */
export function academicYears(today: string): number[] {
  const current = Number(today.slice(0, 4)) - (today.slice(5, 7) < "09" ? 1 : 0);
  return [-4, -3, -2, -1, 0].map((back) => current + back);
}

/** How an academic year is recorded: 2025 gives 202526. */
export function timePeriod(startYear: number): number {
  return startYear * 100 + ((startYear + 1) % 100);
}

/** The ISO date of a day in the academic year that starts in September of `startYear`; a weekend becomes the Monday after. */
export function schoolDay(startYear: number, month: number, day: number): string {
  const date = new Date(Date.UTC(month >= 9 ? startYear : startYear + 1, month - 1, day));
  const weekday = date.getUTCDay();
  return addDays(iso(date), weekday === 6 ? 2 : weekday === 0 ? 1 : 0);
}

/** The ISO date this many days later. */
export function addDays(date: string, days: number): string {
  const moved = new Date(`${date}T00:00:00Z`);
  moved.setUTCDate(moved.getUTCDate() + days);
  return iso(moved);
}

/** The ISO date this many months later, on the last day of the month where it has no such day. */
export function addMonths(date: string, months: number): string {
  const moved = new Date(`${date.slice(0, 7)}-01T00:00:00Z`);
  moved.setUTCMonth(moved.getUTCMonth() + months);
  const lastDay = new Date(Date.UTC(moved.getUTCFullYear(), moved.getUTCMonth() + 1, 0)).getUTCDate();
  moved.setUTCDate(Math.min(Number(date.slice(8)), lastDay));
  return iso(moved);
}

/** How many days `later` comes after `earlier`; negative when it comes before. */
export function daysBetween(earlier: string, later: string): number {
  return (Date.parse(later) - Date.parse(earlier)) / 86_400_000;
}

function iso(date: Date): string {
  return date.toISOString().slice(0, 10);
}
