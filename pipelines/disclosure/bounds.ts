import type { Block, Cell, Relation } from "./block.ts";
import { type LinearProgram, linearProgram, type Row } from "./linear-program.ts";
import { isShare, type Protected, protection } from "./rules.ts";

/** What nobody is told: the number behind a hidden cell, or a relation's remainder. */
type Unknown = Cell | Relation;
/** Which numbers of an unknown: of those who did, of those who did not, or of all where the two are not told apart. */
type Side = "numerator" | "complement" | "denominator";

/** How wide a range the sum of some variables must have. */
interface Demand {
  cell: Cell;
  variables: number[];
  width: number;
}

/** What holds between the hidden cells of a block for one measure. */
interface System {
  truth: number[];
  variables: Map<Unknown, number[]>;
  demands: Demand[];
  program: LinearProgram;
}

/** Differences below this are the solver's rounding. */
const tiny = 1e-6;

/** The bounds of the cells of a block that are hidden as it is now. */
export interface Bounds {
  /**
   * The hidden cells that follow too closely from what is shown, as a reader with a linear-programming solver would find: the least and
   * the most that the number behind each can be, given that all sums hold and no number is below zero. See `protection`.
   *
   * @param isFirstEnough - stop at the first one
   */
  pinned(isFirstEnough?: boolean): Cell[];
  /** Takes a cell as shown from now on; `hide` takes that back. */
  show(cell: Cell): void;
  hide(cell: Cell): void;
  dispose(): void;
}

/** @param threshold - the smallest number of people that may be shown */
export function boundsOf(block: Block, threshold: number): Bounds {
  const measures = new Set(block.cells.flatMap(({ counts }) => [...counts.keys()]));
  const known = new Set<string>();
  const systems = [...measures].flatMap((measure) => systemOf(block, measure, threshold, known) ?? []);
  const shown = new Set<Cell>();
  const each = (cell: Cell, change: (system: System, variable: number) => void) => {
    for (const system of systems) for (const variable of system.variables.get(cell) ?? []) change(system, variable);
  };
  return {
    pinned(isFirstEnough = false) {
      const pinned = new Set<Cell>();
      for (const system of systems) {
        for (const cell of pinnedIn(system, shown, isFirstEnough)) pinned.add(cell);
        if (isFirstEnough && pinned.size > 0) break;
      }
      return block.cells.filter((cell) => pinned.has(cell));
    },
    show(cell) {
      shown.add(cell);
      each(cell, ({ program }, variable) => program.fix(variable));
    },
    hide(cell) {
      shown.delete(cell);
      each(cell, ({ program }, variable) => program.free(variable));
    },
    dispose() {
      for (const { program } of systems) program.dispose();
    },
  };
}

/** All sums that hold between the hidden cells, as a linear program; null where nothing is hidden or no sum holds. */
function systemOf(block: Block, measure: Protected, threshold: number, known: Set<string>): System | null {
  const sides: readonly Side[] = isShare(measure.definition) ? ["numerator", "complement"] : ["denominator"];
  const truth: number[] = [];
  const variables = new Map<Unknown, number[]>();
  const variablesOf = (unknown: Unknown): number[] => {
    const known = variables.get(unknown);
    if (known) return known;
    const count = ("whole" in unknown ? unknown.remainders : unknown.counts).get(measure)!;
    const own = sides.map((side) => truth.push(amountOf(count, side)) - 1);
    variables.set(unknown, own);
    return own;
  };
  const demands: Demand[] = [];
  for (const cell of block.cells) {
    const count = cell.counts.get(measure);
    if (!cell.hidden || !count || count.denominator <= 0) continue;
    const own = variablesOf(cell);
    const widths = protection(count, cell.hidden, measure, threshold);
    demands.push({ cell, variables: own, width: widths.denominator });
    if (sides.length === 1) continue;
    for (const [index, side] of sides.entries()) {
      if (widths[side] > 0) demands.push({ cell, variables: [own[index]!], width: widths[side] });
    }
  }

  const rows = block.relations.flatMap((relation): Row[] => {
    const remainder = relation.remainders.get(measure);
    const parts = relation.parts.filter((part) => variables.has(part));
    const hasWhole = variables.has(relation.whole);
    if (!remainder || (parts.length === 0 && !hasWhole)) return [];
    return sides.map((side, index) => [
      ...parts.map((part) => [variablesOf(part)[index]!, 1] as const),
      ...(hasWhole ? [[variablesOf(relation.whole)[index]!, -1] as const] : []),
      // Nobody outside knows whether everybody is in one of the parts, where not everybody is.
      ...(amountOf(remainder, side) > 0 ? [[variablesOf(relation)[index]!, 1] as const] : []),
    ]);
  });
  // Measures that count the same in the same cells, such as two questions that all have answered, are bounded alike.
  const fingerprint = JSON.stringify([truth, rows, demands.map((demand) => [demand.variables, demand.width])]);
  if (rows.length === 0 || known.has(fingerprint)) return null;
  known.add(fingerprint);
  return { truth, variables, demands, program: linearProgram(truth, rows) };
}

function amountOf(count: { numerator: number; denominator: number }, side: Side): number {
  return side === "complement" ? count.denominator - count.numerator : count[side];
}

/** The cells whose demand is not met. Every solution that is found widens what is known to be possible for all of them. */
function pinnedIn({ truth, demands, program }: System, shown: ReadonlySet<Cell>, isFirstEnough: boolean): Cell[] {
  const ranges = demands
    .filter(({ cell }) => !shown.has(cell))
    .map(({ cell, variables, width }) => ({ cell, variables, width, least: Infinity, most: -Infinity }));
  const isWide = ({ least, most, width }: (typeof ranges)[number]) => most - least >= width - tiny;
  const widen = (values: ArrayLike<number>) => {
    for (const range of ranges) {
      const sum = range.variables.reduce((total, variable) => total + values[variable]!, 0);
      range.least = Math.min(range.least, sum);
      range.most = Math.max(range.most, sum);
    }
  };
  widen(truth);
  const pinned: Cell[] = [];
  for (const range of ranges) {
    for (const sign of [1, -1]) {
      if (isWide(range)) break;
      const factors = new Float64Array(truth.length);
      for (const variable of range.variables) factors[variable] = sign;
      widen(program.greatest(factors));
    }
    if (isWide(range)) continue;
    pinned.push(range.cell);
    if (isFirstEnough) break;
  }
  return pinned;
}
