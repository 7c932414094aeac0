import type { FigureStatus } from "../contract.ts";
import type { Measure } from "./define.ts";

/** What every row that counts must say. */
export const requiredColumns = ["time_period", "numerator", "denominator"];

/** What it may say besides, and what it means when a query leaves it out. */
export const optionalColumns: Record<string, string> = {
  /** Without a school a row counts for the trust alone. */
  school_urn: "null",
  /** How many were asked; sums up beside the answers. */
  invited: "null",
  /** `[c]`, `[x]` and so on of published numbers, which have no numerator then. */
  status: "''",
  /** Full-time equivalents: the value weighs people by it, while numerator, denominator and interval count them. */
  weight: "1",
  /** Half the width of the published 95% interval of the row's value. */
  half_width: "null",
  /** How many were looked at, where the denominator counts only those who did: the range of a cost for each of them needs both. */
  trials: "null",
  /** False keeps a row out of the trust's Total; its school and its categories still count it. */
  is_in_total: "true",
  /** Who was asked, on rows that count nobody, so that disclosure control knows how many people the answers are of. */
  person_id: "null",
  /** Whether that person answered. */
  is_respondent: "false",
};

/** The sums of the rows behind one figure. */
export interface Sums {
  school_urn: string | null;
  time_period: number;
  breakdown: string;
  category: string;
  numerator: number | null;
  denominator: number | null;
  weighted_numerator: number | null;
  weighted_denominator: number | null;
  squares: number | null;
  /** The sum of (denominator × half width)²; null where a row has no published interval. */
  squared_half_widths: number | null;
  trials: number | null;
  invited: number | null;
  /** How many different people answered, and how many were asked; null where the query does not say who. */
  people: number | null;
  in_scope: number | null;
  /** The different statuses of the rows with a number, and of those without. */
  statuses: FigureStatus[];
  absences: FigureStatus[];
}

const sums = `
    sum(numerator)::double as numerator,
    sum(denominator)::double as denominator,
    sum(weighted_numerator)::double as weighted_numerator,
    sum(weighted_denominator)::double as weighted_denominator,
    sum(squares)::double as squares,
    case when count(numerator) = count(squared_half_widths) then sum(squared_half_widths)::double end as squared_half_widths,
    sum(trials)::double as trials,
    sum(invited)::double as invited,
    coalesce(list_sort(list(distinct status) filter (where numerator is not null)), []) as statuses,
    coalesce(list_sort(list(distinct status) filter (where numerator is null)), []) as absences`;

const heads = `
    person_id,
    bool_or(is_respondent) as is_respondent`;

/**
 * Writes the query that adds a measure's rows up for the trust and each school, in total and for each category.
 *
 * First the rows become one cell for each combination, then the cells are added up for every place and breakdown.
 * Decimals, because doubles add up differently in another order, and a release must be the same byte for byte.
 *
 * @param sql - the measure's own query
 * @param columns - the columns that it returns
 * @returns SQL whose rows are `Sums`
 */
export function addUp(measure: Measure, sql: string, columns: ReadonlySet<string>): string {
  const { breakdowns, interval } = measure.definition;
  const or = (column: string) => (columns.has(column) ? column : optionalColumns[column]!);
  const keys = ["time_period", "school_urn", "is_in_total", "status", ...breakdowns].join(", ");
  const exact = (expression: string) => `(${expression})::decimal(18, 6)`;
  const product = (one: string, other: string) => exact(`${one}::double * ${other}::double`);
  const figures = levels(measure, "cells", sums, true);
  const hasPeople = columns.has("person_id");
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
        ${exact(or("half_width"))} as half_width,
        ${or("trials")}::bigint as trials,
        ${or("invited")}::bigint as invited,
        ${or("person_id")} as person_id,
        ${or("is_respondent")}::boolean as is_respondent,
    from counted
),

cells as materialized (
    select
        ${keys},
        sum(numerator) as numerator,
        sum(denominator) as denominator,
        sum(${columns.has("weight") ? product("numerator", "weight") : "numerator"}) as weighted_numerator,
        sum(${columns.has("weight") ? product("denominator", "weight") : "denominator"}) as weighted_denominator,
        sum(${interval === "mean" || interval === "net" ? product("numerator", "numerator") : "null::decimal(18, 6)"}) as squares,
        ${columns.has("half_width") ? `case when count(numerator) = count(half_width) then sum(${exact("(denominator * half_width)::double ** 2")}) end` : "null::decimal(18, 6)"} as squared_half_widths,
        sum(trials) as trials,
        sum(invited) as invited,
    from valued
    group by ${keys}
),

figures as (
    ${figures}
)${
    hasPeople
      ? `, persons as materialized (
    select time_period, school_urn, ${breakdowns.map((breakdown) => `${breakdown}, `).join("")}true as is_in_total, person_id, is_respondent
    from valued
    where person_id is not null
),

people as (
    select
        school_urn, time_period, breakdown, category,
        count(*) filter (where is_respondent)::integer as people,
        count(*)::integer as in_scope,
    from (${levels(measure, "persons", heads, false)})
    group by all
)

select figures.*, nullif(people.people, 0) as people, nullif(people.in_scope, 0) as in_scope
from figures
left join people
    on people.school_urn is not distinct from figures.school_urn
    and people.time_period = figures.time_period
    and people.breakdown = figures.breakdown
    and people.category = figures.category`
      : "\nselect *, null::integer as people, null::integer as in_scope from figures"
  }`;
}

/** Every place and breakdown, one below the other. */
function levels(measure: Measure, from: string, aggregates: string, hasDistributions: boolean): string {
  const { breakdowns, distributions = [], trust_breakdowns = [] } = measure.definition;
  const parts = ["null", "school_urn"].flatMap((school) => [
    level(from, aggregates, school, null),
    ...breakdowns
      .filter((breakdown) => school === "null" || !trust_breakdowns.includes(breakdown))
      .filter((breakdown) => hasDistributions || !distributions.includes(breakdown))
      .map((breakdown) =>
        distributions.includes(breakdown)
          ? distribution(school, breakdown)
          : level(from, aggregates, school, breakdown),
      ),
  ]);
  return parts.join("\nunion all by name\n");
}

/** One row for each place, year and category; people without a category are in the total alone. */
function level(from: string, aggregates: string, school: string, column: string | null): string {
  const conditions = [
    school === "null" ? (column ? "true" : "is_in_total") : "school_urn is not null",
    column ? `${column} is not null` : "true",
  ];
  return `select
    ${school}::varchar as school_urn, time_period, '${column ?? "total"}' as breakdown, ${column ?? "'Total'"} as category,
    ${aggregates}
from ${from}
where ${conditions.join(" and ")}
group by 1, 2, 3, 4${from === "persons" ? ", person_id" : ""}`;
}

/** Each category's denominator is everybody with an answer, so that the categories add up to all of them. */
function distribution(school: string, column: string): string {
  return `select
    school_urn, time_period, '${column}' as breakdown, category,
    chosen::double as numerator,
    (sum(chosen) over (partition by time_period, school_urn))::double as denominator,
    chosen::double as weighted_numerator,
    denominator as weighted_denominator,
    null::double as squares,
    null::double as squared_half_widths,
    null::double as trials,
    null::double as invited,
    [''] as statuses,
    []::varchar[] as absences
from (
    select ${school}::varchar as school_urn, time_period, ${column} as category, sum(denominator) as chosen
    from cells
    where ${column} is not null${school === "null" ? "" : " and school_urn is not null"}
    group by 1, 2, 3
)`;
}
