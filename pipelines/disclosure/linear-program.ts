import loadHighs from "highs";

const solver = await loadHighs();

/** One sum that holds: the factors of its variables. */
export type Row = readonly (readonly [variable: number, factor: number])[];

/** A linear program whose variables are at least zero and whose rows hold as they do for the true values. */
export interface LinearProgram {
  /**
   * The values of all variables where their sum, each times its factor, is greatest; a variable that has no end ends at ten million.
   * And what a little more or less of each variable would be worth: not 0 for the known ones that keep the sum from being greater.
   */
  greatest(factors: ArrayLike<number>): { values: Float64Array; worth: Float64Array };
  /** Makes a variable known; `free` takes that back. */
  fix(variable: number): void;
  free(variable: number): void;
  dispose(): void;
}

const { optimal } = solver.constants.modelStatus;
/** More people than any organisation has. */
const noEnd = 10_000_000;

function runAs(model: { run(): unknown; getModelStatus(): number }): number {
  model.run();
  return model.getModelStatus();
}

/**
 * @param truth - the true values of the variables, which make the sums what they are
 * @param most - the most that a variable can be, where that is known
 */
export function linearProgram(
  truth: readonly number[],
  rows: readonly Row[],
  most: ReadonlyMap<number, number> = new Map(),
): LinearProgram {
  const upper = truth.map((_, variable) => most.get(variable) ?? noEnd);
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
    colUpper: upper,
    rowLower: sums,
    rowUpper: sums,
    matrix: { format: "csr", numRows, numCols, starts, indices, values },
  });
  // Small and solved again and again from the last solution: preparing each anew would take longer than solving it.
  model.options.set({ output_flag: false, presolve: "off", solver: "simplex" });
  model.changeObjectiveSense(solver.constants.objectiveSense.maximize);
  const all = { kind: "range", from: 0, to: numCols - 1 } as const;
  return {
    greatest(factors) {
      model.changeColsCost(all, Float64Array.from(factors));
      let status = runAs(model);
      // From the last solution the solver seldom loses its way; from the beginning it finds it.
      if (status !== optimal) {
        model.clearSolver();
        status = runAs(model);
      }
      if (status !== optimal) throw new Error(`the solver ended with status ${status}`);
      const { colValue, colDual } = model.getSolution();
      return { values: colValue, worth: colDual };
    },
    fix: (variable) => void model.changeColBounds(variable, truth[variable]!, truth[variable]!),
    free: (variable) => void model.changeColBounds(variable, 0, upper[variable]!),
    dispose: () => model.dispose(),
  };
}
