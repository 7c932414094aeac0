/** A system of sums over numbers that are shown and numbers that are not, and how far the latter are bounded by it. */
import loadHighs from "highs";

const solver = await loadHighs();

/** A number: one that is shown, or the place of an unknown one. */
export type Amount = { shown: number } | { unknown: number };

/** Several numbers, each with its factor. */
export type Terms = readonly (readonly [amount: Amount, factor: number])[];

/** The least and the most that something can be. */
export interface Range {
  least: number;
  most: number;
}

/** A system of sums that can be added to until it is solved. */
export interface System {
  /** A new unknown number, which is not below this. */
  unknown(least?: number): Amount;
  /** These make nothing together. */
  makeNothing(terms: Terms): void;
  /** These make nothing or more together. */
  makeSomething(terms: Terms): void;
  /**
   * How far each of these sums is bounded. One that has been found as wide as it must be is not looked at further.
   *
   * @throws RangeError when the sums contradict one another
   */
  ranges(targets: readonly { terms: Terms; width: number }[]): Range[];
}

/** Differences below this are the solver's rounding. */
const tiny = 1e-6;
/** More people than any trust has. */
const noEnd = 1_000_000;
/** How often all numbers are pushed apart at once. */
const rounds = 4;

/** A system without unknowns or sums. */
export function newSystem(): System {
  const lower: number[] = [];
  const rows: { factors: Map<number, number>; least: number; most: number }[] = [];
  const split = (terms: Terms) => {
    let shown = 0;
    const factors = new Map<number, number>();
    for (const [amount, factor] of terms) {
      if ("shown" in amount) shown += amount.shown * factor;
      else factors.set(amount.unknown, (factors.get(amount.unknown) ?? 0) + factor);
    }
    return { shown, factors };
  };
  const add = (terms: Terms, most: number) => {
    const { shown, factors } = split(terms);
    if (factors.size > 0) rows.push({ factors, least: -shown, most: most - shown });
    else if (shown < -tiny || shown > most + tiny) throw new RangeError(`what is shown is off by ${shown}`);
  };
  return {
    unknown(least = 0) {
      lower.push(least);
      return { unknown: lower.length - 1 };
    },
    makeNothing: (terms) => add(terms, 0),
    makeSomething: (terms) => add(terms, Number.POSITIVE_INFINITY),
    ranges(targets) {
      const sums = targets.map(({ terms, width }) => ({ ...split(terms), width }));
      const found = sums.map(() => ({ least: Number.POSITIVE_INFINITY, most: Number.NEGATIVE_INFINITY }));
      const model = modelOf(lower, rows);
      const widen = (values: Float64Array) => {
        // Whatever is possible for one tells what is possible for the others.
        for (const [index, target] of sums.entries()) {
          let sum = target.shown;
          for (const [variable, factor] of target.factors) sum += factor * values[variable]!;
          found[index]!.least = Math.min(found[index]!.least, sum);
          found[index]!.most = Math.max(found[index]!.most, sum);
        }
      };
      const isWide = (index: number) => found[index]!.most - found[index]!.least >= sums[index]!.width - tiny;
      try {
        for (let round = 0; round < rounds; round++) {
          // What is not wide yet, up or down at once and then the other way, in another way each time and in the same way in every run.
          const narrow = sums.filter((_, index) => !isWide(index));
          if (narrow.length < rounds) break;
          for (const sign of [1, -1]) {
            const pushed = new Map<number, number>();
            for (const [at, { factors }] of narrow.entries()) {
              const up = (Math.imul(at + 1, 2654435761) >>> (round + 8)) % 2 === 0 ? sign : -sign;
              for (const [column, factor] of factors) pushed.set(column, (pushed.get(column) ?? 0) + factor * up);
            }
            widen(model.most(pushed));
          }
        }
        for (const [index, { factors }] of sums.entries()) {
          for (const sign of [1, -1] as const) {
            if (isWide(index)) break;
            widen(model.most(new Map([...factors].map(([column, factor]) => [column, factor * sign]))));
          }
        }
      } finally {
        model.dispose();
      }
      return found;
    },
  };
}

function modelOf(
  lower: readonly number[],
  rows: readonly { factors: Map<number, number>; least: number; most: number }[],
) {
  const { infinity, constants } = solver;
  const [numCols, numRows] = [lower.length, rows.length];
  const starts = [0];
  for (const { factors } of rows) starts.push(starts.at(-1)! + factors.size);
  const model = solver.createModel({
    numCols,
    numRows,
    colCost: lower.map(() => 0),
    colLower: [...lower],
    colUpper: lower.map(() => noEnd),
    rowLower: rows.map(({ least }) => least),
    rowUpper: rows.map(({ most }) => (Number.isFinite(most) ? most : infinity)),
    matrix: {
      format: "csr",
      numRows,
      numCols,
      starts,
      indices: rows.flatMap(({ factors }) => [...factors.keys()]),
      values: rows.flatMap(({ factors }) => [...factors.values()]),
    },
  });
  model.options.set({ output_flag: false, presolve: "off" });
  model.changeObjectiveSense(constants.objectiveSense.maximize);
  return {
    /** All numbers where this sum is greatest. */
    most(factors: ReadonlyMap<number, number>): Float64Array {
      for (const [variable, factor] of factors) model.changeColCost(variable, factor);
      model.run();
      const status = model.getModelStatus();
      if (status !== constants.modelStatus.optimal)
        throw new RangeError(`what is shown contradicts itself (${status})`);
      const { colValue } = model.getSolution();
      for (const variable of factors.keys()) model.changeColCost(variable, 0);
      return colValue;
    },
    dispose: () => model.dispose(),
  };
}
