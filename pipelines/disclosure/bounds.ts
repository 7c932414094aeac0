import type { Block, Cell, Relation } from "./block.ts";
import { type LinearProgram, linearProgram, type Row } from "./linear-program.ts";
import { type Count, isShare, type Protected, protection } from "./rules.ts";

/** What nobody is told: the number behind a hidden cell, or a relation's remainder. */
type Unknown = Cell | Relation;
/** Which numbers of an unknown: of those who did, of those who did not, or of all where the two are not told apart. */
type Side = "numerator" | "complement" | "denominator";

/** How wide a range the sum of some variables, each times its factor, must have where their cell is hidden. */
interface Demand {
  cell: Cell;
  terms: Row;
  width: number;
}

/** What holds between the cells of a block for one measure. */
interface System {
  truth: number[];
  variables: Map<Unknown, number[]>;
  demands: Demand[];
  rows: Row[];
  /** The most that a variable can be, where that is known. */
  most: Map<number, number>;
  /** Made when it is first needed. */
  program: LinearProgram | null;
}

/** Differences below this are the solver's rounding. */
const tiny = 1e-6;
/** How often all demands that are not met yet are pushed apart at once. */
const rounds = 4;

/** The bounds of the cells of a block that are hidden as it is now. */
export interface Bounds {
  /**
   * The hidden cells that follow too closely from what is shown, as a reader with a linear-programming solver would find: the least and
   * the most that the number behind each can be, given that all sums hold and no number is below zero. See `protection`.
   * With each of them the shown cells that hold it so close: hiding one of these could loosen it.
   *
   * @param isFirstEnough - stop at the first one
   */
  pinned(isFirstEnough?: boolean): Map<Cell, Cell[]>;
  /** Takes note that a cell has been hidden, or is shown again. */
  update(cell: Cell): void;
  dispose(): void;
}

/** @param threshold - the smallest number of people that may be shown */
export function boundsOf(block: Block, threshold: number): Bounds {
  const measures = new Set(block.cells.flatMap(({ counts }) => [...counts.keys()]));
  const known = new Set<string>();
  const systems = [...measures].flatMap((measure) => systemOf(block, measure, threshold, known) ?? []);
  return {
    pinned(isFirstEnough = false) {
      const pinned = new Map<Cell, Cell[]>();
      for (const system of systems) {
        for (const [cell, holding] of pinnedIn(system, isFirstEnough)) {
          pinned.set(cell, [...(pinned.get(cell) ?? []), ...holding]);
        }
        if (isFirstEnough && pinned.size > 0) break;
      }
      return pinned;
    },
    update(cell) {
      for (const system of systems) updateIn(system, cell);
    },
    dispose() {
      for (const { program } of systems) program?.dispose();
    },
  };
}

/** The number behind a hidden cell can be anything, and that behind a shown one is what it is. */
function updateIn({ variables, program }: System, cell: Cell): void {
  for (const variable of variables.get(cell) ?? []) {
    if (cell.hidden) program?.free(variable);
    else program?.fix(variable);
  }
}

function programOf(system: System): LinearProgram {
  if (!system.program) {
    system.program = linearProgram(system.truth, system.rows, system.most);
    for (const unknown of system.variables.keys()) {
      if ("counts" in unknown && !unknown.hidden) updateIn(system, unknown);
    }
  }
  return system.program;
}

/** All sums that hold between the cells, as a linear program; null where no sum holds, or a measure before was the same. */
function systemOf(block: Block, measure: Protected, threshold: number, known: Set<string>): System | null {
  const isDivided = block.aspect !== "people" && isShare(measure.definition);
  const sides: readonly Side[] = isDivided ? ["numerator", "complement"] : ["denominator"];
  const truth: number[] = [];
  const most = new Map<number, number>();
  const variables = new Map<Unknown, number[]>();
  const demands: Demand[] = [];
  const addVariables = (unknown: Unknown, count: Count, hasKnownPeople: boolean) => {
    const own = hasKnownPeople && isDivided ? sides.slice(0, 1) : sides;
    const added = own.map((side) => truth.push(amountOf(count, side)) - 1);
    variables.set(unknown, added);
    // Those who did not are all others, and those who did cannot be more than there are.
    if (own.length < sides.length) most.set(added[0]!, count.denominator);
  };
  const termOf = (unknown: Unknown, side: number, factor: number): Row[number] => {
    const own = variables.get(unknown)!;
    return own.length === sides.length ? [own[side]!, factor] : [own[0]!, side === 0 ? factor : -factor];
  };
  for (const cell of block.cells) {
    const count = cell.counts.get(measure);
    if (!count || count.denominator <= 0) continue;
    addVariables(cell, count, cell.hasKnownPeople);
    const widths = protection(count, cell, measure, threshold);
    const all = sides.map((_, side) => termOf(cell, side, 1));
    if (widths.denominator > 0) demands.push({ cell, terms: all, width: widths.denominator });
    for (const [index, side] of sides.entries()) {
      if (isDivided && widths[side] > 0) demands.push({ cell, terms: [all[index]!], width: widths[side] });
    }
  }
  const rows = block.relations.flatMap((relation): Row[] => {
    const remainder = relation.remainders.get(measure);
    const counted = [relation.whole, ...relation.parts].filter((cell) => variables.has(cell));
    if (!remainder || counted.length === 0) return [];
    addVariables(relation, remainder, false);
    const both = sides.map((side, index) => [
      ...counted.map((cell) => termOf(cell, index, cell === relation.whole ? -1 : 1)),
      // Nobody outside knows whether everybody is in one of the parts, where not everybody is.
      ...(amountOf(remainder, side) > 0 ? [termOf(relation, index, 1)] : []),
    ]);
    // Where it is known how many there are, the sum of those who did not says no more than that of those who did.
    const isTwice = remainder.denominator === 0 && counted.every((cell) => variables.get(cell)!.length < sides.length);
    return isTwice ? both.slice(0, 1) : both;
  });
  // Measures that count the same in the same cells, such as two questions that all have answered, are bounded alike.
  const fingerprint = JSON.stringify([truth, [...most], rows, demands.map((demand) => [demand.terms, demand.width])]);
  if (rows.length === 0 || known.has(fingerprint)) return null;
  known.add(fingerprint);
  return { truth, variables, demands, rows, most, program: null };
}

function amountOf(count: Pick<Count, "numerator" | "denominator">, side: Side): number {
  return side === "complement" ? count.denominator - count.numerator : count[side];
}

/** The cells whose demand is not met, with those that hold them. Every solution that is found widens what is known to be possible for all. */
function pinnedIn(system: System, isFirstEnough: boolean): Map<Cell, Cell[]> {
  const { truth, variables, demands } = system;
  const ranges = demands
    .filter(({ cell }) => cell.hidden)
    .map((demand) => ({ ...demand, least: Infinity, most: -Infinity }));
  const isWide = ({ least, most, width }: (typeof ranges)[number]) => most - least >= width - tiny;
  const widen = (values: ArrayLike<number>) => {
    for (const range of ranges) {
      let sum = 0;
      for (const [variable, factor] of range.terms) sum += factor * values[variable]!;
      range.least = Math.min(range.least, sum);
      range.most = Math.max(range.most, sum);
    }
  };
  const push = (some: readonly Demand[], sign: (index: number) => number) => {
    const factors = new Float64Array(truth.length);
    for (const [index, { terms }] of some.entries()) {
      for (const [variable, factor] of terms) factors[variable]! += factor * sign(index);
    }
    const { values, worth } = programOf(system).greatest(factors);
    widen(values);
    return worth;
  };
  widen(truth);
  for (let round = 0; round < rounds; round++) {
    const narrow = ranges.filter((range) => !isWide(range));
    if (narrow.length < rounds) break;
    // Each up or down, in another way each time and in the same way in every run.
    const isUp = (index: number) => (Math.imul(index + 1, 2654435761) >>> (round + 8)) % 2 === 0;
    push(narrow, (index) => (isUp(index) ? 1 : -1));
    push(narrow, (index) => (isUp(index) ? -1 : 1));
  }
  const pinned = new Map<Cell, Cell[]>();
  for (const range of ranges) {
    if (isWide(range)) continue;
    const worths = [1, -1].map((sign) => push([range], () => sign));
    if (isWide(range)) continue;
    const holds = (variable: number) => worths.some((worth) => Math.abs(worth[variable]!) > tiny);
    const holding = [...variables].flatMap(([unknown, own]) =>
      "counts" in unknown && !unknown.hidden && own.some(holds) ? [unknown] : [],
    );
    pinned.set(range.cell, [...(pinned.get(range.cell) ?? []), ...holding]);
    if (isFirstEnough) break;
  }
  return pinned;
}
