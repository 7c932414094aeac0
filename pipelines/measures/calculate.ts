import type { Figure, FigureStatus } from "../contract.ts";
import { HubError } from "../errors.ts";
import type { Warehouse } from "../warehouse.ts";
import { addUp, optionalColumns, requiredColumns, type Sums } from "./add-up.ts";
import type { Measure } from "./define.ts";
import { combinedInterval, costInterval, meanInterval, netInterval, rateInterval, wilsonInterval } from "./interval.ts";

/** A figure before disclosure control, with what only disclosure control may know. */
export interface CountedFigure extends Figure {
  /** How many different people gave the answers; null where they are not known, or the figure counts people itself. */
  people: number | null;
  /** How many different people were asked. */
  in_scope: number | null;
}

/** A measure without figures in this run. */
export interface MeasureFailure {
  measure_id: string;
  /** Plain words for the measure's page. */
  problem: string;
  /** The fault itself, for the person who runs the pipeline. */
  cause: unknown;
}

/**
 * Works out every measure. One that fails leaves the others standing.
 *
 * @returns the figures before disclosure control, in a fixed order, and the measures that have none because they failed
 */
export async function calculateAll(
  warehouse: Warehouse,
  measures: readonly Measure[],
): Promise<{ figures: CountedFigure[]; failures: MeasureFailure[] }> {
  const figures: CountedFigure[] = [];
  const failures: MeasureFailure[] = [];
  for (const measure of measures) {
    try {
      figures.push(...(await calculate(warehouse, measure)));
    } catch (cause) {
      const problem = "It could not be worked out in the last run; the person who runs the hub can see why.";
      failures.push({ measure_id: measure.id, problem, cause });
    }
  }
  return { figures, failures };
}

/**
 * Adds up the rows that a measure's query counts: for the trust and each school, in total and for each category.
 *
 * @returns figures before disclosure control, by place, year, breakdown and category
 * @throws HubError when the query lacks a column or returns one that nobody asked for
 */
export async function calculate(warehouse: Warehouse, measure: Measure): Promise<CountedFigure[]> {
  const sql = measure.sql.trim().replace(/;$/, "");
  const described = await warehouse.rows<{ column_name: string }>(`describe ${sql}`);
  const columns = new Set(described.map((column) => column.column_name));
  checkColumns(measure, columns);
  const sums = await warehouse.rows<Sums>(addUp(measure, sql, columns));
  return sums.map((row) => toFigure(measure, row)).sort(inOrder(measure));
}

function checkColumns(measure: Measure, columns: ReadonlySet<string>): void {
  const { breakdowns } = measure.definition;
  const missing = [...requiredColumns, ...breakdowns].find((column) => !columns.has(column));
  const known = new Set([...requiredColumns, ...Object.keys(optionalColumns), ...breakdowns]);
  const strange = [...columns].find((column) => !known.has(column));
  if (!missing && !strange) return;
  throw new HubError({
    at: `pipelines/measures/${measure.id}/query.sql`,
    problem: missing ? `has no column ${missing}` : `returns a column ${strange} that is no breakdown`,
    fix: missing
      ? "Return it for every row that counts"
      : "Name it in the definition's breakdowns, or leave it out of the query",
  });
}

function toFigure(measure: Measure, row: Sums): CountedFigure {
  const { unit, interval, claim_grade } = measure.definition;
  const { school_urn, time_period, breakdown, category, people, in_scope } = row;
  const place = { measure_id: measure.id, school_urn, time_period, breakdown, category };
  const rest = { claim_grade, people, in_scope };
  const hasValue = row.numerator !== null && (unit === "count" || (row.denominator ?? 0) > 0);
  if (!hasValue) {
    const [only, ...others] = row.absences;
    const status = only && others.length === 0 ? only : "[x]";
    const nothing = { numerator: null, denominator: null, value: null, lower: null, upper: null, invited: null };
    return { ...place, ...rest, ...nothing, status };
  }
  const numerator = row.numerator!;
  const denominator = unit === "count" ? null : row.denominator;
  const value = denominator === null ? numerator : row.weighted_numerator! / row.weighted_denominator!;
  const [lower, upper] = limits(interval, value, row) ?? [null, null];
  const invited = row.invited || null;
  return { ...place, ...rest, numerator, denominator, value, lower, upper, invited, status: statusOf(row.statuses) };
}

/**
 * A rate of full-time equivalents takes its interval from the number of people, as fractions of people are no trials; so does a share of
 * several answers from each, as the answers of one person go together; a spread of answers does not say of how many people it is, and has none.
 */
function limits(interval: Measure["definition"]["interval"], value: number, row: Sums): [number, number] | null {
  if (interval === "wilson") return wilsonInterval(Math.min(value, 1) * row.denominator!, row.denominator!);
  if (interval === "mean") return meanInterval(row.numerator!, row.squares!, row.denominator!);
  if (interval === "net") return netInterval(row.numerator!, row.squares!, row.denominator!);
  if (interval === "rate") return rateInterval(row.numerator!, row.denominator!);
  if (interval === "clustered") {
    return row.people === null ? null : wilsonInterval(value * row.people, row.people);
  }
  if (interval === "cost") return costInterval(row.numerator!, row.denominator!, row.trials!);
  if (interval === "published") return combinedInterval(value, row.squared_half_widths, row.denominator!);
  return null;
}

/** A break in the series holds for everyone whose rows are in it; any other mark only when all rows carry it. */
function statusOf(statuses: readonly FigureStatus[]): FigureStatus {
  if (statuses.includes("[b]")) return "[b]";
  return statuses.length === 1 ? statuses[0]! : "";
}

/** The trust first, then schools; years; the total before the breakdowns in the order of the definition; categories by name. */
function inOrder(measure: Measure): (one: Figure, other: Figure) => number {
  const breakdowns = ["total", ...measure.definition.breakdowns];
  const text = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);
  return (one, other) =>
    text(one.school_urn ?? "", other.school_urn ?? "") ||
    one.time_period - other.time_period ||
    breakdowns.indexOf(one.breakdown) - breakdowns.indexOf(other.breakdown) ||
    text(one.category, other.category);
}
