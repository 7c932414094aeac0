import { type Block, type Cell, type Relation, sumOf } from "./block.ts";
import { determinedCells } from "./determined.ts";
import { type Count, unsafe } from "./rules.ts";

/**
 * Hides what has to be hidden with the figures that are hidden already, until none of them follows from what is shown.
 *
 * In every relation either nothing is hidden or at least two cells are, and what can be found by subtraction (all the hidden
 * parts taken together) may itself be shown. After that no hidden cell follows from several relations at once either.
 * The choice is always the same for the same figures: first what ends the matter, then what hides the fewest people.
 */
export function hideComplementary(block: Block, threshold: number): void {
  do {
    while (block.relations.filter((relation) => mend(block, relation, threshold)).length > 0);
  } while (hideBesideDetermined(block));
}

/** Hides one more cell of a relation that gives something away; false when it gives nothing away. */
function mend(block: Block, relation: Relation, threshold: number): boolean {
  const { whole, parts, remainder } = relation;
  const hidden = parts.filter((part) => part.hidden);
  const open = parts.filter((part) => !part.hidden && part.denominator > 0);
  const isSafe = (count: Count) => unsafe(count, block.measure.definition, threshold) === null;
  if (whole.hidden) {
    // With its parts in view the whole is their sum.
    return hidden.length === 0 && hide(block, open);
  }
  if (hidden.length === 0) return !isSafe(remainder) && hide(block, open.length > 0 ? open : [whole]);
  const together = sumOf(hidden);
  if (hidden.length > 1 && (isSafe(together) || open.length === 0)) return false;
  const enough = open.filter((cell) => isSafe(sumOf([...hidden, cell])));
  return hide(block, enough.length > 0 ? enough : open.length > 0 ? open : [whole]);
}

/** Hides the cell that darkens the least: few people, and few relations in which another cell would have to follow. */
function hide(block: Block, candidates: readonly Cell[]): boolean {
  const cost = (cell: Cell) => {
    const bare = block.relationsOf
      .get(cell)!
      .filter(({ whole, parts }) => ![whole, ...parts].some((one) => one.hidden));
    return cell.denominator * (1 + bare.length);
  };
  const [first, ...others] = candidates.map((cell) => ({ cell, cost: cost(cell) }));
  if (!first) return false;
  // Cells come in a fixed order, so the first of equals is always the same one.
  const cheapest = others.reduce((best, one) => (one.cost < best.cost ? one : best), first);
  cheapest.cell.hidden = "complementary";
  return true;
}

/** Two relations that share cells can give away what neither gives away alone. */
function hideBesideDetermined(block: Block): boolean {
  for (const cell of determinedCells(block.relations)) {
    for (const { whole, parts } of block.relationsOf.get(cell)!) {
      const open = parts.filter((part) => !part.hidden && part.denominator > 0);
      if (hide(block, open.length > 0 ? open : whole.hidden ? [] : [whole])) return true;
    }
  }
  return false;
}
