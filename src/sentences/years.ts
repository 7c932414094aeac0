/** Which academic years may be compared. */

/** The academic year that a day falls in: 202627 from 1 September 2026. */
export function academicYearOf(isoDate: string): number {
  const year = Number(isoDate.slice(0, 4));
  const start = Number(isoDate.slice(5, 7)) >= 9 ? year : year - 1;
  return start * 100 + ((start + 1) % 100);
}

/** The academic year after another: 202627 after 202526, 200001 after 199900. */
export function nextYear(timePeriod: number): number {
  const start = Math.floor(timePeriod / 100) + 1;
  return start * 100 + ((start + 1) % 100);
}

/** The last academic year that is over on a day: 202526 on any day of 2026/27. */
export function lastFullYear(isoDate: string): number {
  const start = Math.floor(academicYearOf(isoDate) / 100) - 1;
  return start * 100 + ((start + 1) % 100);
}

/** Every academic year from the first to the last, with those in between that have no figure. */
export function yearsBetween(first: number, last: number): number[] {
  const years: number[] = [];
  for (let year = first; year <= last; year = nextYear(year)) years.push(year);
  return years;
}
