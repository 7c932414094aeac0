import { z } from "zod";
import { measureDefinition } from "../contract.ts";
import type { Row } from "../warehouse.ts";

/** What an author writes in `definition.ts`: everything readers are told, and what only the calculation and disclosure control need. */
export const measureSource = measureDefinition.extend({
  /** The formula in one line of plain text; left out, it is numerator ÷ denominator. */
  formula: z.string().optional(),
  /** The `outcomes.measure_code` of published figures for the same thing, which become its benchmarks. */
  outcome_measure_code: z.string().optional(),
  /**
   * Whom it counts, by a name that measures of the same people or answers share: a cell of too few is hidden in all, since the number could be read
   * from another. What else is hidden in one is hidden in all too, but for the staff: there each measure must say something of its own. Answers: the wave, `end_of_session`, `follow_up` or `staff_survey`; a policy that states no follow-up does not ask for measures of that
   * wave. People: `staff_in_post` or `teachers_in_post` for those of marts.staff_years. Left out, nothing else counts them.
   */
  base: z.string().optional(),
  /**
   * The measure whose hidden figures its own would give away: a sum of hours that is close to nothing tells that few took part. What is hidden in that one is
   * hidden in this one too.
   */
  hidden_with: z.string().optional(),
  /** Further headings of the policy that it answers: it is in the policy with any of them. */
  also_answers: z.array(z.string()).optional(),
  /** Breakdowns that are worked out for the trust and not for each school. */
  trust_breakdowns: z.array(z.string()).optional(),
});
export type MeasureSource = z.infer<typeof measureSource>;

/** A worked example as its author writes it: text tables, by the name of the mart they stand in for. */
export const workedExampleSource = z.strictObject({ given: z.record(z.string(), z.string()), expect: z.string() });
export type WorkedExample = z.infer<typeof workedExampleSource>;

/** A measure as the catalogue holds it. */
export interface Measure {
  /** The folder's name. */
  id: string;
  definition: MeasureSource;
  /** The text of `query.sql`. */
  sql: string;
  example: WorkedExample;
}

/** Types a measure's definition for its author. The catalogue checks it. */
export function defineMeasure(definition: MeasureSource): MeasureSource {
  return definition;
}

/** Types a measure's worked example for its author. The test of the whole catalogue runs it, and readers see it. */
export function workedExample(example: WorkedExample): WorkedExample {
  return example;
}

/**
 * Reads a text table: a line of column names, then a line for each row, cells parted by `|`.
 *
 * @returns the cells as they are written, without the space around them
 * @throws RangeError when a row has more or fewer cells than the heading
 */
export function textTable(text: string): { columns: string[]; rows: string[][] } {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const [columns = [], ...rows] = lines.map((line) => line.split("|").map((cell) => cell.trim()));
  const ragged = rows.findIndex((row) => row.length !== columns.length);
  if (ragged >= 0) throw new RangeError(`row ${ragged + 1} has ${rows[ragged]!.length} cells, not ${columns.length}`);
  return { columns, rows };
}

/** Columns whose digits are a name, not a number. */
const isName = (column: string) => /(^|_)(urn|id|code|category|group)$/.test(column);

/**
 * Reads a text table as rows: an empty cell is null, `true` and `false` are booleans, numbers are numbers, all else is text.
 *
 * @throws RangeError when a row has more or fewer cells than the heading
 */
export function parseTable(text: string): Row[] {
  const { columns, rows } = textTable(text);
  return rows.map((row) => Object.fromEntries(columns.map((column, index) => [column, cell(column, row[index]!)])));
}

function cell(column: string, text: string): string | number | boolean | null {
  if (text === "") return null;
  if (text === "true" || text === "false") return text === "true";
  return isName(column) || Number.isNaN(Number(text)) ? text : Number(text);
}
