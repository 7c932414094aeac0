import { type PublishedNumber, publishedNumber, publishedShare } from "./cells.ts";
import type { OutcomeCandidate } from "./join-schools.ts";
import { naturalKey } from "./keys.ts";
import type { Refusal } from "./kind.ts";
import type { ReleaseStatus } from "./period.ts";
import type { ColumnNames, Table, TableRow } from "./table.ts";

/** How a column becomes a measure of the record; `Name` is the kind's own word for the column. */
export interface MeasureColumn<Name extends string> {
  /** The outcome measure code. */
  measure_code: string;
  column: Name;
  lower?: Name;
  upper?: Name;
  unit: "percent" | "points" | "count" | "ratio" | "money";
  /** The column that says how many pupils or posts stand behind the figure; none for plain counts. */
  population?: Name;
}

/** What is the same for every figure of a file. */
export interface Publication {
  time_period: number;
  release_status: ReleaseStatus;
  source_title: string;
  source_url: string;
  publisher: string;
  licence: string;
  /** An ISO date. */
  retrieved_on: string;
}

/** Whom a row is about. */
export interface Place {
  geographic_level: "school" | "trust" | "local_authority" | "national";
  school_urn: string | null;
  /** The number the figures were published under, when that is an earlier one of the school's. */
  published_urn: string | null;
  geography_code: string | null;
  geography_name: string;
  breakdown: string;
  category: string;
}

/** The department's files are all published so. */
export const educationPublisher = { publisher: "Department for Education", licence: "Open Government Licence v3.0" };

/** A place that is the trust itself, a local authority or England; a school's is made by `schoolPlaces`. */
export function place(
  geographic_level: Place["geographic_level"],
  geography_code: string,
  geography_name: string,
): Place {
  return {
    geographic_level,
    school_urn: null,
    published_urn: null,
    geography_code,
    geography_name,
    breakdown: "total",
    category: "Total",
  };
}

/**
 * Reads every measure of one row as outcome records.
 *
 * A row that stops early, or an empty cell, gives a figure that is not available: that the school is in the file without a number is
 * worth knowing. A cell that cannot be read is refused by itself, and the row's other cells stand.
 */
export function readMeasures<Name extends string>(
  table: Table<Name>,
  row: TableRow<Name>,
  at: Place,
  measures: MeasureColumn<Name>[],
  publication: Publication,
): { candidates: OutcomeCandidate[]; refused: Refusal[] } {
  const candidates: OutcomeCandidate[] = [];
  const refused: Refusal[] = [];
  const read = (name: Name, unit: string): PublishedNumber | undefined => {
    const heading = table.heading(name);
    const found = unit === "percent" ? publishedShare(row.cell(name), heading) : publishedNumber(row.cell(name));
    if (found !== undefined) return found;
    const kind = unit === "percent" ? "a share between 0% and 100%" : "a number";
    refused.push({ line: row.line, column: heading, reason: `is neither ${kind} nor a known code for a missing one` });
    return undefined;
  };
  const numbers = new Map<Name, number | null | undefined>();
  const population = (name: Name) => {
    if (!numbers.has(name)) numbers.set(name, read(name, "count")?.value);
    return numbers.get(name);
  };
  for (const measure of measures) {
    if (!table.has(measure.column)) continue;
    const found = read(measure.column, measure.unit);
    if (!found) continue;
    const limit = (name: Name | undefined) =>
      name && found.value !== null && table.has(name) ? (read(name, measure.unit)?.value ?? null) : null;
    const fields = {
      ...at,
      measure_code: measure.measure_code,
      time_period: publication.time_period,
      value: found.value,
      lower: limit(measure.lower),
      upper: limit(measure.upper),
      population: measure.population ? (population(measure.population) ?? null) : null,
      unit: measure.unit,
      status_code: found.status_code,
      source_code: found.source_code,
      release_status: publication.release_status,
      source_title: publication.source_title,
      source_url: publication.source_url,
      publisher: publication.publisher,
      licence: publication.licence,
      retrieved_on: publication.retrieved_on,
    };
    const whom = at.school_urn ?? at.geography_code ?? at.geography_name;
    const key = naturalKey(
      "outcomes",
      at.geographic_level,
      whom,
      measure.measure_code,
      publication.time_period,
      at.breakdown,
      at.category,
    );
    candidates.push({ collection: "outcomes", key, line: row.line, fields: { id: key, ...fields } });
  }
  return { candidates, refused };
}

/** The columns of measures as `findColumns` wants them, so that each heading is written once. */
export function columnsOf<Name extends string>(
  headings: Record<Name, readonly string[]>,
  optional: readonly NoInfer<Name>[],
): ColumnNames<Name> {
  const entries = Object.entries(headings) as [Name, readonly string[]][];
  return Object.fromEntries(
    entries.map(([name, list]) => [name, { headings: list, optional: optional.includes(name) }]),
  ) as ColumnNames<Name>;
}

/** Why a row cannot be used at all, whoever it is about; undefined when it can. */
export function rowFault<Name extends string>(row: TableRow<Name>): string | undefined {
  if (row.fault) return row.fault;
  return row.beyond.length > 0
    ? `has ${row.beyond.length} more filled cells than there are headings, so its columns may have moved`
    : undefined;
}

/** Whether a cell's text is a school's URN. */
export function isUrn(text: string): boolean {
  return /^\d{6}$/.test(text);
}
