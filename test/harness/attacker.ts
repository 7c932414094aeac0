import type { Figure } from "../../pipelines/contract.ts";

/** What a reader knows to add up: schools to the trust, categories to the total. Keys of figures. */
interface Sum {
  whole: string;
  parts: string[];
}

const keyOf = ({ school_urn, breakdown, category }: Figure) => [school_urn ?? "", breakdown, category].join("|");

/** Every sum that holds between the figures of one measure and year, whether or not they are shown. */
export function sumsOf(figures: readonly Figure[]): Sum[] {
  const keys = new Set(figures.map(keyOf));
  const places = [...new Set(figures.map(({ school_urn }) => school_urn ?? ""))];
  const columns = [...new Set(figures.map(({ breakdown, category }) => [breakdown, category].join("|")))];
  const breakdowns = [...new Set(figures.map(({ breakdown }) => breakdown))].filter((name) => name !== "total");
  const present = (parts: string[]) => parts.filter((part) => keys.has(part));
  const sums = [
    ...columns.map((column) => ({
      whole: `|${column}`,
      parts: present(places.filter((place) => place !== "").map((place) => `${place}|${column}`)),
    })),
    ...places.flatMap((place) =>
      breakdowns.map((breakdown) => ({
        whole: `${place}|total|Total`,
        parts: present(
          columns.filter((column) => column.startsWith(`${breakdown}|`)).map((column) => `${place}|${column}`),
        ),
      })),
    ),
  ];
  return sums.filter(({ whole, parts }) => keys.has(whole) && parts.length > 0);
}

/**
 * Tries to work hidden figures out from the shown ones, as a reader with a pencil would: wherever one unknown is left in a sum
 * it is the difference, which may leave one unknown in another sum.
 *
 * @returns the keys of the figures that were worked out
 */
export function workedOut(published: readonly Figure[]): string[] {
  const unknown = new Set(published.filter(({ status }) => status === "[c]").map(keyOf));
  const sums = sumsOf(published);
  const found: string[] = [];
  for (let isNew = true; isNew; ) {
    isNew = false;
    for (const { whole, parts } of sums) {
      const open = [whole, ...parts].filter((key) => unknown.has(key));
      if (open.length !== 1) continue;
      unknown.delete(open[0]!);
      found.push(open[0]!);
      isNew = true;
    }
  }
  return found;
}

/**
 * Tries again with all sums at once: a hidden figure is known when the equations over the hidden ones leave it no freedom,
 * which is when leaving its column out lowers their rank.
 *
 * @param holds - the sums that are exact; others have people in the whole who are in no part
 */
export function determined(published: readonly Figure[], holds: (sum: Sum) => boolean): string[] {
  const hidden = published.filter(({ status }) => status === "[c]").map(keyOf);
  const matrix = sumsOf(published)
    .filter(holds)
    .map(({ whole, parts }) => hidden.map((key) => (key === whole ? -1 : parts.includes(key) ? 1 : 0)));
  const full = rank(matrix);
  return hidden.filter((_, index) => {
    const others = matrix.map((row) => row.filter((_value, column) => column !== index));
    // Known: its own equation can be made of the others, so that without its column one equation is lost.
    return rank(others) < full && isAlone(matrix, index);
  });
}

/** Whether the unit vector of this column lies in the space of the rows. */
function isAlone(matrix: readonly number[][], index: number): boolean {
  const unit = matrix[0]!.map((_, column) => (column === index ? 1 : 0));
  return rank([...matrix, unit]) === rank(matrix);
}

function rank(matrix: readonly number[][]): number {
  const rows = matrix.map((row) => [...row]);
  let found = 0;
  for (let column = 0; column < (rows[0]?.length ?? 0) && found < rows.length; column++) {
    const pivot = rows.findIndex((row, index) => index >= found && Math.abs(row[column]!) > 1e-9);
    if (pivot < 0) continue;
    [rows[found], rows[pivot]] = [rows[pivot]!, rows[found]!];
    for (let index = found + 1; index < rows.length; index++) {
      const factor = rows[index]![column]! / rows[found]![column]!;
      if (factor !== 0) rows[index] = rows[index]!.map((value, at) => value - factor * rows[found]![at]!);
    }
    found++;
  }
  return found;
}
