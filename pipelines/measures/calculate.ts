import type { Figure, FigureStatus } from "../contract.ts";
import { HubError } from "../errors.ts";
import type { Warehouse } from "../warehouse.ts";
import type { Measure } from "./define.ts";
import { meanInterval, wilsonInterval } from "./interval.ts";

/** A measure without figures in this run. */
export interface MeasureFailure {
  measure_id: string;
  /** Plain words for the measure's page. */
  problem: string;
  /** The fault itself, for the person who runs the pipeline. */
  cause: unknown;
}

/** What every row that counts must say. */
const required = ["time_period", "numerator", "denominator"];
/** What it may say besides, and what it means when a query leaves it out. */
const optional: Record<string, string> = {
  /** Without a school a row counts for the trust alone. */
  school_urn: "null",
  /** How many were asked; sums up beside the answers. */
  invited: "null",
  /** `[c]`, `[x]` and so on of published numbers, which have no numerator then. */
  status: "''",
  /** Full-time equivalents: the value weighs people by it, while numerator, denominator and interval count them. */
  weight: "1",
  /** False keeps a row out of the trust's Total; its school and its categories still count it. */
  is_in_total: "true",
};

/** The sums of the rows behind one figure. */
interface Sums {
  school_urn: string | null;
  time_period: number;
  breakdown: string;
  category: string;
  numerator: number | null;
  denominator: number | null;
  weighted_numerator: number | null;
  weighted_denominator: number | null;
  squares: number | null;
  invited: number | null;
  /** The different statuses of the rows with a number, and of those without. */
  statuses: FigureStatus[];
  absences: FigureStatus[];
}

/**
 * Works out every measure. One that fails leaves the others standing.
 *
 * @returns the figures before disclosure control, in a fixed order, and the measures that have none because they failed
 */
export async function calculateAll(
  warehouse: Warehouse,
  measures: readonly Measure[],
): Promise<{ figures: Figure[]; failures: MeasureFailure[] }> {
  const figures: Figure[] = [];
  const failures: MeasureFailure[] = [];
  for (const measure of measures) {
    try {
      figures.push(...(await calculate(warehouse, measure)));
    } catch (cause) {
      const problem =
        "It could not be worked out in the last run. The person who runs the hub finds the reason in the run's messages.";
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
export async function calculate(warehouse: Warehouse, measure: Measure): Promise<Figure[]> {
  const sql = measure.sql.trim().replace(/;$/, "");
  const described = await warehouse.rows<{ column_name: string }>(`describe ${sql}`);
  const columns = new Set(described.map((column) => column.column_name));
  checkColumns(measure, columns);
  const sums = await warehouse.rows<Sums>(addUp(measure, sql, columns));
  return sums.map((row) => toFigure(measure, row)).sort(inOrder(measure));
}

function checkColumns(measure: Measure, columns: ReadonlySet<string>): void {
  const { breakdowns } = measure.definition;
  const missing = [...required, ...breakdowns].find((column) => !columns.has(column));
  const known = new Set([...required, ...Object.keys(optional), ...breakdowns]);
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

/**
 * First the rows become one cell for each combination, then the cells are added up for every place and breakdown.
 * Decimals, because doubles add up differently in another order, and a release must be the same byte for byte.
 */
function addUp(measure: Measure, sql: string, columns: ReadonlySet<string>): string {
  const { breakdowns, distributions = [], trust_breakdowns = [], interval } = measure.definition;
  const or = (column: string) => (columns.has(column) ? column : optional[column]!);
  const keys = ["time_period", "school_urn", "is_in_total", "status", ...breakdowns].join(", ");
  const exact = (expression: string) => `(${expression})::decimal(18, 6)`;
  const parts = ["null", "school_urn"].flatMap((school) => [
    level(school, "'total'", "'Total'", ""),
    ...breakdowns
      .filter((breakdown) => school === "null" || !trust_breakdowns.includes(breakdown))
      .map((breakdown) =>
        distributions.includes(breakdown)
          ? distribution(school, breakdown)
          : level(school, `'${breakdown}'`, breakdown, breakdown),
      ),
  ]);
  return `with counted as (${sql}),

valued as (
    select
        time_period::integer as time_period,
        ${or("school_urn")}::varchar as school_urn,
        ${breakdowns.map((breakdown) => `${breakdown}::varchar as ${breakdown},`).join(" ")}
        coalesce(${or("is_in_total")}, true) as is_in_total,
        coalesce(${or("status")}, '') as status,
        ${exact("numerator")} as numerator,
        ${exact("denominator")} as denominator,
        ${exact(or("weight"))} as weight,
        ${or("invited")}::bigint as invited,
    from counted
),

cells as materialized (
    select
        ${keys},
        sum(numerator) as numerator,
        sum(denominator) as denominator,
        sum(${exact("numerator::double * weight::double")}) as weighted_numerator,
        sum(${exact("denominator::double * weight::double")}) as weighted_denominator,
        sum(${exact(interval === "mean" ? "numerator::double * numerator::double" : "0")}) as squares,
        sum(invited) as invited,
    from valued
    group by ${keys}
)

${parts.join("\nunion all by name\n")}`;
}

const sums = `
    sum(numerator)::double as numerator,
    sum(denominator)::double as denominator,
    sum(weighted_numerator)::double as weighted_numerator,
    sum(weighted_denominator)::double as weighted_denominator,
    sum(squares)::double as squares,
    sum(invited)::double as invited,
    coalesce(list_sort(list(distinct status) filter (where numerator is not null)), []) as statuses,
    coalesce(list_sort(list(distinct status) filter (where numerator is null)), []) as absences`;

/** One figure for each place, year and category; people without a category are in the total alone. */
function level(school: string, breakdown: string, category: string, column: string): string {
  const isTotal = column === "";
  const conditions = [
    school === "null" ? (isTotal ? "is_in_total" : "") : "school_urn is not null",
    isTotal ? "" : `${column} is not null`,
  ].filter(Boolean);
  return `select ${school}::varchar as school_urn, time_period, ${breakdown} as breakdown, ${category} as category, ${sums}
from cells${conditions.length ? ` where ${conditions.join(" and ")}` : ""}
group by 1, 2, 3, 4`;
}

/** Each category's denominator is everybody with an answer, so that the categories add up to all of them. */
function distribution(school: string, column: string): string {
  const condition = `${column} is not null${school === "null" ? "" : " and school_urn is not null"}`;
  const place = school === "null" ? "time_period" : "time_period, school_urn";
  return `select school_urn, time_period, '${column}' as breakdown, category,
    chosen::double as numerator, (sum(chosen) over (partition by ${place}))::double as denominator,
    numerator as weighted_numerator, denominator as weighted_denominator, null::double as squares, null::double as invited,
    [''] as statuses, []::varchar[] as absences
from (
    select ${school}::varchar as school_urn, time_period, ${column} as category, sum(denominator) as chosen
    from cells where ${condition}
    group by 1, 2, 3
)`;
}

function toFigure(measure: Measure, row: Sums): Figure {
  const { unit, interval, claim_grade } = measure.definition;
  const place = {
    measure_id: measure.id,
    school_urn: row.school_urn,
    time_period: row.time_period,
    breakdown: row.breakdown,
    category: row.category,
  };
  const invited = row.invited || null;
  const hasValue = row.numerator !== null && (unit === "count" || (row.denominator ?? 0) > 0);
  if (!hasValue) {
    const [only, ...others] = row.absences;
    const status = only && others.length === 0 ? only : "[x]";
    const nothing = { numerator: null, denominator: null, value: null, lower: null, upper: null };
    return { ...place, ...nothing, invited, status, claim_grade };
  }
  const numerator = row.numerator!;
  const denominator = unit === "count" ? null : row.denominator;
  const value = denominator === null ? numerator : row.weighted_numerator! / row.weighted_denominator!;
  const [lower, upper] = limits(interval, value, row) ?? [null, null];
  const status = statusOf(row.statuses);
  return { ...place, numerator, denominator, value, lower, upper, invited, status, claim_grade };
}

/** A rate of full-time equivalents takes its interval from the number of people, as fractions of people are no trials. */
function limits(interval: Measure["definition"]["interval"], value: number, row: Sums): [number, number] | null {
  if (interval === "wilson") return wilsonInterval(Math.min(value, 1) * row.denominator!, row.denominator!);
  if (interval === "mean") return meanInterval(row.numerator!, row.squares!, row.denominator!);
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
