import type { Figure } from "../contract.ts";
import { type Block, type Cell, newCell, type Relation, relationOf, sumOf } from "./block.ts";
import { keyOf } from "./figure-place.ts";
import type { Protected } from "./rules.ts";

/**
 * Adds to a block what readers of an earlier release still know: the sum of the parts that it hid, wherever it showed their whole and all other
 * parts. While these people are nearly the same as then, showing one of them now would tell of the others.
 *
 * @param earlier - the earlier release's figures of the same year
 * @param threshold - a sum that has changed by so many people is no longer about the same ones
 */
export function addKnownSums(block: Block, earlier: readonly Figure[], threshold: number): void {
  const then = new Map(earlier.map((figure) => [keyOf(figure), figure]));
  const thenOf = (cell: Cell, measureId: string) => {
    const figure = cell.figures.find(({ measure_id }) => measure_id === measureId);
    return figure && then.get(keyOf(figure));
  };
  const known = block.relations.flatMap((relation) =>
    relation.whole.figures.flatMap(({ measure_id }) => {
      const found = hiddenThen(relation, (cell) => thenOf(cell, measure_id), measure_id, threshold);
      return found ? [sumKnownOf(found.measure, found.hidden)] : [];
    }),
  );
  for (const relation of known) {
    block.relations.push(relation);
    for (const part of relation.parts) block.relationsOf.get(part)!.push(relation);
  }
}

/** The parts that the earlier release hid of one measure; null where it hid none, or their sum was not known, or has changed since. */
function hiddenThen(
  { whole, parts, remainders }: Relation,
  thenOf: (cell: Cell) => Figure | undefined,
  measureId: string,
  threshold: number,
): { measure: Protected; hidden: Cell[] } | null {
  const total = thenOf(whole)?.denominator ?? null;
  const hidden = parts.filter((part) => thenOf(part)?.status === "[c]");
  if (total === null || hidden.length === 0 || hidden.length === parts.length) return null;
  const [measure, remainder] = [...remainders].find(([{ id }]) => id === measureId) ?? [];
  if (!measure || remainder!.denominator !== 0) return null;
  const shown = parts.reduce((sum, part) => sum + (thenOf(part)?.denominator ?? 0), 0);
  const now = hidden.reduce((sum, part) => sum + (part.counts.get(measure)?.denominator ?? 0), 0);
  return Math.abs(now - (total - shown)) < threshold ? { measure, hidden } : null;
}

/** These cells and the sum of what a measure counts in them, which readers know. */
function sumKnownOf(measure: Protected, parts: Cell[]): Relation {
  const [first] = parts;
  const whole = newCell(first!.school_urn, first!.breakdown, "known sum");
  whole.isKnown = true;
  whole.counts.set(measure, sumOf(parts.flatMap(({ counts }) => counts.get(measure) ?? [])));
  return relationOf(whole, parts);
}
