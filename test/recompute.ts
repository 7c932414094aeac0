/** Figures worked out a second time, in plain TypeScript over the demo's records, without the pipeline's SQL. */
import type { Row } from "../pipelines/warehouse.ts";
import { demoRows, demoToday } from "./harness/demo.ts";

/** The demo's records by collection. */
export const demo = demoRows();
export const rowsOf = (collection: string) => demo[collection]!;

/** What is counted for one cell: sums of the people and, where they weigh differently, of the weights. */
export interface Cell {
  numerator: number;
  denominator: number;
  weightedNumerator: number;
  weightedDenominator: number;
}

/** Cells by place, year, breakdown and category. */
export class Cells {
  readonly cells = new Map<string, Cell>();

  /** Counts somebody in one cell. */
  add(
    place: [school: string | null, year: number, breakdown: string, category: string],
    did: number,
    of = 1,
    weight = 1,
  ) {
    const key = place.join(" | ");
    const cell = this.cells.get(key) ?? { numerator: 0, denominator: 0, weightedNumerator: 0, weightedDenominator: 0 };
    cell.numerator += did;
    cell.denominator += of;
    cell.weightedNumerator += did * weight;
    cell.weightedDenominator += of * weight;
    this.cells.set(key, cell);
  }

  /** Numerator, denominator and value of each cell, to six decimals, in the order of the keys. */
  figures(): [string, number, number, number][] {
    return [...this.cells]
      .filter(([, cell]) => cell.denominator > 0)
      .map(([key, cell]): [string, number, number, number] => [
        key,
        rounded(cell.numerator),
        rounded(cell.denominator),
        rounded(cell.weightedNumerator / cell.weightedDenominator),
      ])
      .sort(byKey);
  }
}

/** The pipeline's figures in the same form. */
export function asCells(
  figures: readonly {
    school_urn: string | null;
    time_period: number;
    breakdown: string;
    category: string;
    numerator: number | null;
    denominator: number | null;
    value: number | null;
  }[],
): [string, number, number, number][] {
  return figures
    .filter(({ value }) => value !== null)
    .map((one): [string, number, number, number] => [
      [one.school_urn, one.time_period, one.breakdown, one.category].join(" | "),
      rounded(one.numerator!),
      rounded(one.denominator!),
      rounded(one.value!),
    ])
    .sort(byKey);
}

const rounded = (value: number) => Math.round(value * 1e4) / 1e4 + 0;
export const byKey = (one: [string, ...unknown[]], other: [string, ...unknown[]]) => (one[0] < other[0] ? -1 : 1);

/** The academic year of a day, as a number. */
export function yearOf(day: unknown): number {
  const year = Number(String(day).slice(0, 4)) - (String(day).slice(5, 7) < "09" ? 1 : 0);
  return year * 100 + ((year + 1) % 100);
}

/** Somebody in post on the first of November of a year, and where they were a year later; null while that year is not up. */
export interface InPost {
  staff_id: string;
  year: number;
  census: string;
  school_urn: string;
  staff_group: string;
  is_teacher: boolean;
  fte: number;
  staysInSchool: boolean | null;
  staysInTrust: boolean | null;
}

const groups = rowsOf("policy")[0]!["staff_groups"] as { key: string; label: string; is_audience: boolean }[];
const audiences = new Set(groups.filter(({ is_audience }) => is_audience).map(({ key }) => key));
const spells = rowsOf("employments");
const isInPost = (spell: Row, day: string) =>
  String(spell["starts_on"]) <= day && (spell["ends_on"] === null || String(spell["ends_on"]) >= day);
const work = spells.filter(({ staff_group }) => !audiences.has(String(staff_group)));

/** Everybody in post on each census day, once, where they work most; without supply cover, governors and schools that had not joined. */
export function staffInPost(): InPost[] {
  const firstLeaver = work.flatMap(({ ends_on }) => (ends_on === null ? [] : [String(ends_on)])).sort()[0]!;
  const joined = new Map(rowsOf("schools").map(({ urn, trust_joined_on }) => [urn, String(trust_joined_on)]));
  const found: InPost[] = [];
  for (let start = Math.floor(yearOf(firstLeaver) / 100); `${start}-11-01` <= demoToday; start += 1) {
    const [census, next] = [`${start}-11-01`, `${start + 1}-11-01`];
    const later = work.filter((spell) => isInPost(spell, next) && spell["contract"] !== "supply");
    const ofTrust = later.filter(({ school_urn }) => joined.get(school_urn)! <= next);
    const inTrust = new Set(ofTrust.map(({ staff_id }) => staff_id));
    const inSchool = new Set(later.map(({ staff_id, school_urn }) => `${staff_id} ${school_urn}`));
    const main = new Map<unknown, Row>();
    for (const spell of work.filter((one) => isInPost(one, census))) {
      const known = main.get(spell["staff_id"]);
      if (!known || Number(spell["fte"]) > Number(known["fte"])) main.set(spell["staff_id"], spell);
    }
    for (const [staff_id, spell] of main) {
      if (spell["contract"] === "supply" || joined.get(spell["school_urn"])! > census) continue;
      const isUp = next <= demoToday;
      found.push({
        staff_id: String(staff_id),
        year: yearOf(census),
        census,
        school_urn: String(spell["school_urn"]),
        staff_group: String(spell["staff_group"]),
        is_teacher: spell["is_teacher"] === true,
        fte: Number(spell["fte"]),
        staysInSchool: isUp ? inSchool.has(`${staff_id} ${spell["school_urn"]}`) : null,
        staysInTrust: isUp ? inTrust.has(staff_id) : null,
      });
    }
  }
  return found;
}
