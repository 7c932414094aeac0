import { cellText } from "./cells.ts";
import type { Sheet } from "./sheet.ts";

/** Title rows above the headings are looked through this far down. */
const deepestHeadingRow = 30;

/** A heading as it is compared: capitals, and spaces before, after and within it, make no difference. */
export function plainHeading(heading: string): string {
  return heading.toLowerCase().replace(/\s+/g, " ").trim();
}

/**
 * Which row of a sheet holds its headings: the first with most of the known ones. Where none is known, the first that is about as
 * full as the fullest of the rows at the top.
 *
 * @param known - headings that the row may have, as `plainHeading` writes them
 * @returns an index into `sheet.rows`
 */
export function headingRowOf(sheet: Sheet, known: ReadonlySet<string> = new Set()): number {
  const top = sheet.rows.slice(0, deepestHeadingRow).map(({ cells }) => cells.map(cellText).filter(Boolean));
  const scores = top.map((cells) => new Set(cells.map(plainHeading).filter((cell) => known.has(cell))).size);
  const best = Math.max(0, ...scores);
  if (best > 0) return scores.indexOf(best);
  const fullest = Math.max(0, ...top.map((cells) => cells.length));
  return Math.max(
    0,
    top.findIndex((cells) => cells.length >= fullest * 0.6),
  );
}

/** The headings of a sheet from left to right, as the file writes them; "" above a column without one. */
export function headingsOf(sheet: Sheet, known?: ReadonlySet<string>): string[] {
  return sheet.rows[headingRowOf(sheet, known)]?.cells.map(cellText) ?? [];
}

/** Whether a sheet has, in one of its first rows, a column under any of these headings. */
export function hasHeading(sheet: Sheet, ...headings: string[]): boolean {
  const wanted = new Set(headings.map(plainHeading));
  return sheet.rows
    .slice(0, deepestHeadingRow)
    .some(({ cells }) => cells.some((cell) => wanted.has(plainHeading(cellText(cell)))));
}

/** The headings nearest in their letters to a wanted one, at most three. */
export function nearestHeadings(found: string[], wanted: string): string[] {
  return found
    .map((heading) => ({ heading, distance: editDistance(plainHeading(heading), plainHeading(wanted)) }))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map(({ heading }) => heading);
}

/** How many letters have to be put in, taken out or replaced to make one text of the other (V. Levenshtein, 1966). */
function editDistance(from: string, to: string): number {
  let previous = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [row, letter] of [...from].entries()) {
    const current = [row + 1];
    for (const [column, other] of [...to].entries()) {
      current.push(
        Math.min(previous[column + 1]! + 1, current[column]! + 1, previous[column]! + (letter === other ? 0 : 1)),
      );
    }
    previous = current;
  }
  return previous.at(-1)!;
}
