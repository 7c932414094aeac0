import loadHighs from "highs";

const solver = await loadHighs();

/** One sum that holds: the factors of its variables. */
export type Row = readonly (readonly [variable: number, factor: number])[];

/** A linear program whose variables are at least zero and whose rows hold as they do for the true values. */
export interface LinearProgram {
  /** The values of all variables where the sum of these is greatest (or least, for −1); null where it has no end. */
  extreme(variables: readonly number[], sign: 1 | -1): Float64Array | null;
  /** Makes a variable known; `free` takes that back. */
  fix(variable: number): void;
  free(variable: number): void;
  dispose(): void;
}

const { optimal, unbounded, unboundedOrInfeasible } = solver.constants.modelStatus;
const known: readonly number[] = [optimal, unbounded, unboundedOrInfeasible];

function runAs(model: { run(): unknown; getModelStatus(): number }): number {
  model.run();
  return model.getModelStatus();
}

/** @param truth - the true values of the variables, which make the sums what they are */
export function linearProgram(truth: readonly number[], rows: readonly Row[]): LinearProgram {
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
  // Small and solved again and again from the last solution: preparing each anew would take longer than solving it.
  model.options.set({ output_flag: false, presolve: "off", solver: "simplex" });
  return {
    extreme(variables, sign) {
      const { objectiveSense } = constants;
      model.changeObjectiveSense(sign === 1 ? objectiveSense.maximize : objectiveSense.minimize);
      for (const variable of variables) model.changeColCost(variable, 1);
      let status = runAs(model);
      // From the last solution the solver seldom loses its way; from the beginning it finds it.
      if (!known.includes(status)) {
        model.clearSolver();
        status = runAs(model);
      }
      const found = status === optimal ? model.getSolution().colValue : null;
      for (const variable of variables) model.changeColCost(variable, 0);
      if (!known.includes(status)) throw new Error(`the solver ended with status ${status}`);
      return found;
    },
    fix: (variable) => void model.changeColBounds(variable, truth[variable]!, truth[variable]!),
    free: (variable) => void model.changeColBounds(variable, 0, infinity),
    dispose: () => model.dispose(),
  };
}
