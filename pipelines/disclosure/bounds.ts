import loadHighs from "highs";
import type { Block, Cell, Relation } from "./block.ts";
import { isShare, type Protected, protection } from "./rules.ts";

const solver = await loadHighs();

/** What nobody is told: the number behind a hidden cell, or a relation's remainder. */
type Unknown = Cell | Relation;
/** Which numbers of an unknown: of those who did, of those who did not, or of all where the two are not told apart. */
type Side = "numerator" | "complement" | "denominator";

/** How far the numbers of a hidden cell must stay open, and how far they have been found to be. */
interface Demand {
  cell: Cell;
  /** The variables whose sum must stay open. */
  variables: number[];
  width: number;
}

/** Differences below this are the solver's rounding. */
const tiny = 1e-6;

/**
 * The hidden cells that follow too closely from what is shown, as a reader with a linear-programming solver would find: the least and the
 * most that the number behind each can be, given that all sums hold and no number is below zero.
 *
 * @param threshold - see `protection`
 * @param isFirstEnough - stop at the first one
 * @returns those whose range is narrower than the protection asks for, in the order of the cells
 */
export function pinnedCells(block: Block, threshold: number, isFirstEnough = false): Cell[] {
  const pinned = new Set<Cell>();
  const measures = new Set(block.cells.flatMap(({ counts }) => [...counts.keys()]));
  for (const measure of measures) {
    for (const cell of pinnedIn(block, measure, threshold, isFirstEnough)) pinned.add(cell);
    if (isFirstEnough && pinned.size > 0) break;
  }
  return block.cells.filter((cell) => pinned.has(cell));
}

function pinnedIn(block: Block, measure: Protected, threshold: number, isFirstEnough: boolean): Cell[] {
  const sides: readonly Side[] = isShare(measure.definition) ? ["numerator", "complement"] : ["denominator"];
  const hidden = block.cells.filter(
    (cell) => cell.hidden && !cell.isKnown && (cell.counts.get(measure)?.denominator ?? 0) > 0,
  );
  if (hidden.length === 0) return [];
  const system = equationsOf(block, measure, sides, new Set(hidden));
  const demands = hidden.flatMap((cell): Demand[] => {
    const count = cell.counts.get(measure)!;
    const widths = protection(count, cell.hidden!, measure, threshold);
    const variable = (side: Side) => system.variableOf(cell, side);
    const own =
      sides.length === 1 ? [] : sides.map((side) => ({ cell, variables: [variable(side)], width: widths[side] }));
    return [{ cell, variables: sides.map(variable), width: widths.denominator }, ...own].filter(
      ({ width }) => width > 0,
    );
  });
  return system.narrow(demands, isFirstEnough);
}

/** All sums that hold between the hidden cells, as a linear program. */
function equationsOf(block: Block, measure: Protected, sides: readonly Side[], hidden: ReadonlySet<Cell>) {
  const truth: number[] = [];
  const variables = new Map<Unknown, Map<Side, number>>();
  const amountOf = (count: { numerator: number; denominator: number }, side: Side) =>
    side === "complement" ? count.denominator - count.numerator : count[side];
  const variableOf = (unknown: Unknown, side: Side): number => {
    const own = variables.get(unknown) ?? new Map<Side, number>();
    variables.set(unknown, own);
    const known = own.get(side);
    if (known !== undefined) return known;
    const count = "whole" in unknown ? unknown.remainders.get(measure)! : unknown.counts.get(measure)!;
    own.set(side, truth.length);
    truth.push(amountOf(count, side));
    return truth.length - 1;
  };
  for (const cell of hidden) for (const side of sides) variableOf(cell, side);

  const rows: [variable: number, factor: number][][] = [];
  for (const relation of block.relations) {
    const remainder = relation.remainders.get(measure);
    if (!remainder || ![relation.whole, ...relation.parts].some((cell) => hidden.has(cell))) continue;
    for (const side of sides) {
      const row = relation.parts
        .filter((part) => hidden.has(part))
        .map((part) => [variableOf(part, side), 1] as [number, number]);
      if (hidden.has(relation.whole)) row.push([variableOf(relation.whole, side), -1]);
      // Nobody outside knows whether everybody is in one of the parts, where not everybody is.
      if (amountOf(remainder, side) > 0) row.push([variableOf(relation, side), 1]);
      rows.push(row);
    }
  }
  return {
    variableOf,
    narrow: (demands: readonly Demand[], isFirstEnough: boolean) => narrow(truth, rows, demands, isFirstEnough),
  };
}

/** The cells whose demand is not met. Every solution that is found widens what is known to be possible for all of them. */
function narrow(
  truth: readonly number[],
  rows: readonly (readonly [variable: number, factor: number])[][],
  demands: readonly Demand[],
  isFirstEnough: boolean,
): Cell[] {
  // Where no sum holds, everything is possible.
  if (rows.length === 0) return [];
  const model = modelOf(truth, rows);
  try {
    const sumIn = ({ variables }: Demand, values: ArrayLike<number>) =>
      variables.reduce((sum, variable) => sum + values[variable]!, 0);
    const ranges = demands.map((demand) => ({ demand, least: sumIn(demand, truth), most: sumIn(demand, truth) }));
    const isWide = ({ demand, least, most }: (typeof ranges)[number]) => most - least >= demand.width - tiny;
    const pinned: Cell[] = [];
    for (const range of ranges) {
      for (const sign of [1, -1] as const) {
        if (isWide(range)) break;
        const found = model.extreme(range.demand.variables, sign);
        if (found === null) {
          range[sign === 1 ? "most" : "least"] = sign * Number.POSITIVE_INFINITY;
          continue;
        }
        for (const other of ranges) {
          const sum = sumIn(other.demand, found);
          other.least = Math.min(other.least, sum);
          other.most = Math.max(other.most, sum);
        }
      }
      if (isWide(range)) continue;
      pinned.push(range.demand.cell);
      if (isFirstEnough) break;
    }
    return pinned;
  } finally {
    model.dispose();
  }
}

function modelOf(truth: readonly number[], rows: readonly (readonly [variable: number, factor: number])[][]) {
  const { infinity, constants } = solver;
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  const sums = rows.map((row) => {
    for (const [variable, factor] of row) {
      indices.push(variable);
      values.push(factor);
    }
    starts.push(indices.length);
    return row.reduce((sum, [variable, factor]) => sum + factor * truth[variable]!, 0);
  });
  const [numCols, numRows] = [truth.length, rows.length];
  const model = solver.createModel({
    numCols,
    numRows,
    colCost: truth.map(() => 0),
    colLower: truth.map(() => 0),
    colUpper: truth.map(() => infinity),
    rowLower: sums,
    rowUpper: sums,
    matrix: { format: "csr", numRows, numCols, starts, indices, values },
  });
  model.options.set({ output_flag: false });
  return {
    /** The values of all variables where the sum of these is greatest (or least, for −1); null where it has no end. */
    extreme(variables: readonly number[], sign: 1 | -1): Float64Array | null {
      const { objectiveSense, modelStatus } = constants;
      model.changeObjectiveSense(sign === 1 ? objectiveSense.maximize : objectiveSense.minimize);
      for (const variable of variables) model.changeColCost(variable, 1);
      model.run();
      const status = model.getModelStatus();
      const found = status === modelStatus.optimal ? model.getSolution().colValue : null;
      for (const variable of variables) model.changeColCost(variable, 0);
      const isEndless = status === modelStatus.unbounded || status === modelStatus.unboundedOrInfeasible;
      if (found === null && !isEndless) throw new Error(`the solver ended with status ${String(status)}`);
      return found;
    },
    dispose: () => model.dispose(),
  };
}
