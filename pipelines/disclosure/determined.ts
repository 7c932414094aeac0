import type { Cell, Relation } from "./block.ts";

/** A hidden cell, or a relation's remainder, which nobody outside knows either. */
type Unknown = Cell | Relation;
/** One equation over what is not known: the factor of each. */
type Equation = Map<Unknown, number>;

const tiny = 1e-9;

/**
 * The hidden cells that follow from what is shown, by solving all relations together for the cells that are hidden.
 *
 * A cell follows when, in the reduced equations (Gauss and Jordan), one is about that cell alone.
 *
 * @returns the cells in the order of the relations; none when nothing follows
 */
export function determinedCells(relations: readonly Relation[]): Cell[] {
  const solved: { pivot: Unknown; equation: Equation }[] = [];
  // Which reduced equations a cell is in, so that a new pivot is taken out of those alone.
  const equationsWith = new Map<Unknown, Set<Equation>>();
  const note = (equation: Equation) => {
    for (const cell of equation.keys()) {
      const known = equationsWith.get(cell);
      if (known) known.add(equation);
      else equationsWith.set(cell, new Set([equation]));
    }
  };
  const equations = relations.map(equationOf).sort((one, other) => one.size - other.size);
  const pivots = new Map<Unknown, Equation>();
  for (const equation of equations) {
    for (const [cell] of [...equation]) {
      const reduced = pivots.get(cell);
      if (reduced && equation.has(cell)) subtract(equation, reduced, equation.get(cell)!);
    }
    const pivot = equation.keys().next().value;
    if (!pivot) continue;
    const factor = equation.get(pivot)!;
    for (const [cell, value] of equation) equation.set(cell, value / factor);
    for (const other of equationsWith.get(pivot) ?? []) {
      const value = other.get(pivot);
      if (value === undefined) continue;
      subtract(other, equation, value);
      note(other);
    }
    note(equation);
    pivots.set(pivot, equation);
    solved.push({ pivot, equation });
  }
  return solved.flatMap(({ pivot, equation }) => (equation.size === 1 && "figure" in pivot ? [pivot] : []));
}

/** Whole minus parts, of the hidden cells; what is shown is a number that an attacker knows. */
function equationOf(relation: Relation): Equation {
  const { whole, parts, remainder } = relation;
  const equation: Equation = new Map();
  if (whole.hidden) equation.set(whole, -1);
  for (const part of parts) if (part.hidden) equation.set(part, 1);
  if (remainder.denominator !== 0 || remainder.numerator !== 0) equation.set(relation, 1);
  return equation;
}

/** Takes `factor` times the other equation away. */
function subtract(equation: Equation, other: Equation, factor: number): void {
  for (const [cell, value] of other) {
    const difference = (equation.get(cell) ?? 0) - factor * value;
    if (Math.abs(difference) < tiny) equation.delete(cell);
    else equation.set(cell, difference);
  }
}
