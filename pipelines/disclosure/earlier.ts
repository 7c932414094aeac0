import type { Figure } from "../contract.ts";
import { type Block, type Cell, newCell, type Relation, relationOf, sumOf } from "./block.ts";
import { keyOf } from "./figure-place.ts";
import type { Protected } from "./rules.ts";

/**
 * Adds to a block what readers of an earlier release still know: the sum of the parts that it hid, wherever it showed their whole and all other
 * parts. While these people are nearly the same as then, showing one of them now would tell of the others.
 *
 * What cannot be kept is a change of so few people in a total that is shown every day: whoever knows in which school it was finds those few, and
 * what was hidden there with them, by taking the earlier total from the later one. Where a release hid all parts, their sum is the shown total
 * itself and adds nothing here while that total is the same.
 *
 * @param earlier - the earlier release's figures of the same year
 * @param hiddenThen - the cells that it hid
 * @param threshold - a sum that has changed by so many people is no longer about the same ones
 */
export function addKnownSums(
  block: Block,
  earlier: readonly Figure[],
  hiddenThen: ReadonlySet<Cell>,
  threshold: number,
): void {
  const then = new Map(earlier.map((figure) => [keyOf(figure), figure]));
  const thenOf = (cell: Cell, measureId: string) => {
    const figure = cell.figures.find(({ measure_id }) => measure_id === measureId);
    return figure && then.get(keyOf(figure));
  };
  const known = block.relations.flatMap((relation) =>
    relation.whole.figures.flatMap(({ measure_id }) => {
      const hidden = relation.parts.filter((part) => hiddenThen.has(part) && thenOf(part, measure_id));
      const measure = sumKnownThen(relation, hidden, (cell) => thenOf(cell, measure_id), measure_id, threshold);
      return measure ? [sumKnownOf(measure, hidden)] : [];
    }),
  );
  for (const relation of known) {
    if (isThere(block, relation)) continue;
    block.relations.push(relation);
    for (const part of relation.parts) block.relationsOf.get(part)!.push(relation);
  }
}

/** Whether the same sum is known from another release already. */
function isThere({ relations }: Block, { whole, parts }: Relation): boolean {
  const measureOf = (cell: Cell) => [...cell.counts.keys()][0];
  return relations.some(
    (one) =>
      one.whole.isKnown &&
      measureOf(one.whole) === measureOf(whole) &&
      one.parts.length === parts.length &&
      one.parts.every((part) => parts.includes(part)),
  );
}

/** The measure, where its sum of these hidden parts was known; null where nothing was hidden, or their sum was not known, or has changed since. */
function sumKnownThen(
  { whole, parts, remainders }: Relation,
  hidden: readonly Cell[],
  thenOf: (cell: Cell) => Figure | undefined,
  measureId: string,
  threshold: number,
): Protected | null {
  const total = thenOf(whole)?.denominator ?? null;
  if (total === null || hidden.length === 0 || hidden.length === parts.length) return null;
  const [measure, remainder] = [...remainders].find(([{ id }]) => id === measureId) ?? [];
  if (!measure || remainder!.denominator !== 0) return null;
  const others = parts.filter((part) => !hidden.includes(part));
  const shown = others.reduce((sum, part) => sum + (thenOf(part)?.denominator ?? 0), 0);
  const now = hidden.reduce((sum, part) => sum + (part.counts.get(measure)?.denominator ?? 0), 0);
  return Math.abs(now - (total - shown)) < threshold ? measure : null;
}

/** These cells and the sum of what a measure counts in them, which readers know. */
function sumKnownOf(measure: Protected, parts: Cell[]): Relation {
  const [first] = parts;
  const whole = newCell(first!.school_urn, first!.breakdown, "known sum");
  whole.isKnown = true;
  whole.counts.set(measure, sumOf(parts.flatMap(({ counts }) => counts.get(measure) ?? [])));
  return relationOf(whole, parts);
}
