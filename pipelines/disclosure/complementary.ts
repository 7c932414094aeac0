import { type Block, type Cell, type Relation, sumOf } from "./block.ts";
import { type Bounds, boundsOf } from "./bounds.ts";
import { type Count, type Protected, tooFew, unsafe } from "./rules.ts";

/**
 * Hides what has to be hidden with the cells that are hidden already, until none of them follows from what is shown, and then shows again
 * what turns out not to be needed.
 *
 * In every relation either nothing is hidden or at least two cells are, and what can be found by subtraction (all the hidden
 * parts taken together) may itself be shown. After that no hidden cell follows from several relations at once, not even
 * roughly (see `Bounds`). The choice is always the same for the same figures: first what ends the matter, then what hides the fewest people.
 */
export function hideComplementary(block: Block, threshold: number): void {
  while (block.relations.filter((relation) => mend(block, relation, threshold)).length > 0);
  if (!block.cells.some(({ hidden }) => hidden)) return;
  const bounds = boundsOf(block, threshold);
  try {
    while (hideBesidePinned(block, bounds, threshold));
    showWhatNeedNotBeHidden(block, bounds, threshold);
  } finally {
    bounds.dispose();
  }
}

/** Whether nothing that is hidden in a block follows from what is shown, as far as hiding more could help. */
export function isSafe(block: Block, threshold: number): boolean {
  if (block.relations.some((relation) => leakOf(block, relation, threshold) !== null)) return false;
  const bounds = boundsOf(block, threshold);
  const isPinned = bounds.pinned(true).size > 0;
  bounds.dispose();
  return !isPinned;
}

/** Hides one more cell of a relation that gives something away; false when it gives nothing away. */
function mend(block: Block, relation: Relation, threshold: number): boolean {
  const leak = leakOf(block, relation, threshold);
  if (leak === null) return false;
  const { whole, parts } = relation;
  const open = openOf(parts);
  if (leak === "whole") return hide(block, open) !== null;
  if (leak === "remainder") return hide(block, open.length > 0 ? open : openOf([whole])) !== null;
  const hidden = parts.filter((part) => part.hidden);
  const enough = open.filter((cell) => !isUnsafe(block, relation, [...hidden, cell], threshold));
  return hide(block, enough.length > 0 ? enough : open.length > 0 ? open : openOf([whole])) !== null;
}

/** What a relation gives away by one subtraction: its whole, its remainder or a hidden part; null when nothing that may not be shown. */
function leakOf(block: Block, relation: Relation, threshold: number): "whole" | "remainder" | "part" | null {
  const { whole, parts, remainders } = relation;
  const hidden = parts.filter((part) => part.hidden);
  // With its parts in view the whole is their sum.
  if (whole.hidden) return hidden.length === 0 ? "whole" : null;
  if (hidden.length === 0) {
    const isTold = [...remainders].some(([measure, count]) => isTelling(block, count, measure, threshold));
    return isTold ? "remainder" : null;
  }
  const isAlone = hidden.length === 1;
  return isAlone || (isUnsafe(block, relation, hidden, threshold) && openOf(parts).length > 0) ? "part" : null;
}

/** Whether these parts taken together are too few for any of the measures that count the whole. */
function isUnsafe(block: Block, { remainders }: Relation, parts: readonly Cell[], threshold: number): boolean {
  return [...remainders.keys()].some((measure) => {
    const together = sumOf(parts.flatMap(({ counts }) => counts.get(measure) ?? []));
    return isTelling(block, together, measure, threshold);
  });
}

/** Whether this count tells on people, in what the block is looked at for. */
function isTelling({ aspect }: Block, count: Count, measure: Protected, threshold: number): boolean {
  return (aspect === "people" ? tooFew : unsafe)(count, measure, threshold) !== null;
}

/** Those that can still be hidden. A cell that counts nobody hides nothing. */
function openOf(cells: readonly Cell[]): Cell[] {
  return cells.filter(({ hidden, isKnown, size }) => !hidden && !isKnown && size > 0);
}

/** Hides the cell that darkens the least: few people, and few relations in which another cell would have to follow. */
function hide(block: Block, candidates: readonly Cell[]): Cell | null {
  const cost = (cell: Cell) => {
    const bare = block.relationsOf
      .get(cell)!
      .filter(({ whole, parts }) => ![whole, ...parts].some((one) => one.hidden));
    return cell.size * cell.weight * (1 + bare.length);
  };
  const [first, ...others] = candidates.map((cell) => ({ cell, cost: cost(cell) }));
  if (!first) return null;
  // Cells come in a fixed order, so the first of equals is always the same one.
  const { cell } = others.reduce((best, one) => (one.cost < best.cost ? one : best), first);
  cell.hidden = "complementary";
  return cell;
}

/** Relations that share cells can give away, or give away roughly, what none gives away alone; true when that hid anything more. */
function hideBesidePinned(block: Block, bounds: Bounds, threshold: number): boolean {
  const before = block.cells.filter(({ hidden }) => !hidden);
  for (const [, holding] of bounds.pinned()) {
    // Another cell was hidden here just now, which may be enough.
    if (holding.some(({ hidden }) => hidden)) continue;
    hide(block, openOf(holding));
  }
  while (block.relations.filter((relation) => mend(block, relation, threshold)).length > 0);
  const hidden = before.filter((cell) => cell.hidden);
  for (const cell of hidden) bounds.update(cell);
  return hidden.length > 0;
}

/** The choice of one cell after the other can hide more than is needed in the end: the largest that need not be hidden are shown again. */
function showWhatNeedNotBeHidden(block: Block, bounds: Bounds, threshold: number): void {
  const hidden = block.cells.filter((cell) => cell.hidden === "complementary" && !cell.staysHidden);
  for (const cell of hidden.sort((one, other) => other.size - one.size)) {
    cell.hidden = null;
    if (!block.relationsOf.get(cell)!.some((relation) => leakOf(block, relation, threshold) !== null)) {
      bounds.update(cell);
      if (bounds.pinned(true).size === 0) continue;
    }
    cell.hidden = "complementary";
    bounds.update(cell);
  }
}
