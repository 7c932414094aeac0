/** What tests need to work figures out a second time, in plain TypeScript over records: no SQL, and none of the pipeline's marts. */
import { expect } from "vitest";
import type { CountedFigure } from "../pipelines/measures/calculate.ts";
import type { Row } from "../pipelines/warehouse.ts";

/** Records by collection, as extract takes them. */
export type Records = Record<string, Row[]>;

/** What a cell adds up to; null where there is nothing to count. */
export interface Cell {
  numerator: number | null;
  denominator: number | null;
  /** How many were asked, where there is an answer. */
  invited: number | null;
}

/** One thing that counts: where, when, in which categories, and for how much. */
export interface Counted extends Omit<Cell, "invited"> {
  /** Null: for the trust alone. */
  school: string | null;
  year: number;
  /** The category by breakdown; without one it counts in the total alone. */
  in?: Record<string, string | null>;
  /** 1 for somebody who was asked, and who counts for nothing else. */
  invited?: number;
}

/** How a measure's breakdowns work. */
export interface Shape {
  /** Those whose categories share out a whole: each category's denominator is everything. */
  wholes?: string[];
  /** Those that schools have not. */
  ofTrust?: string[];
}

const nameOf = (school: string | null, year: number, breakdown: string, category: string) =>
  `${school ?? "trust"} ${year} ${breakdown} ${category}`;

/** Every cell of a measure: the trust and each school, in total and by category. */
export function cellsOf(counted: readonly Counted[], { wholes = [], ofTrust = [] }: Shape = {}): Record<string, Cell> {
  const cells: Record<string, Cell> = {};
  const sum = (one: number | null, other: number | null) => (other === null ? one : (one ?? 0) + other);
  const add = (name: string, numerator: number | null, denominator: number | null, invited: number | null) => {
    const before = cells[name] ?? { numerator: null, denominator: null, invited: null };
    cells[name] = {
      numerator: sum(before.numerator, numerator),
      denominator: sum(before.denominator, denominator),
      invited: sum(before.invited, invited),
    };
  };
  for (const { school, year, numerator, denominator, invited = null, in: categories = {} } of counted) {
    for (const place of school === null ? [null] : [null, school]) {
      add(nameOf(place, year, "total", "Total"), numerator, denominator, invited);
      for (const [breakdown, category] of Object.entries(categories)) {
        if (category === null || (place !== null && ofTrust.includes(breakdown))) continue;
        if (wholes.includes(breakdown)) add(nameOf(place, year, breakdown, category), denominator, 0, null);
        else add(nameOf(place, year, breakdown, category), numerator, denominator, invited);
      }
    }
  }
  for (const cell of Object.values(cells)) if (cell.denominator === null) cell.invited = null;
  for (const breakdown of wholes) {
    const everything = new Map<string, number>();
    const parts = Object.keys(cells).filter((name) => name.split(" ")[2] === breakdown);
    const placeOf = (name: string) => name.split(" ").slice(0, 2).join(" ");
    for (const name of parts)
      everything.set(placeOf(name), (everything.get(placeOf(name)) ?? 0) + cells[name]!.numerator!);
    for (const name of parts) cells[name]!.denominator = everything.get(placeOf(name))!;
  }
  return cells;
}

/** Fails unless the pipeline, before anything is hidden, has exactly these cells of a measure. */
export function expectSame(figures: readonly CountedFigure[], measure: string, cells: Record<string, Cell>): void {
  const own = figures.filter(({ measure_id }) => measure_id === measure);
  const found = own.map(({ school_urn, time_period, breakdown, category, numerator, denominator, invited }) => [
    nameOf(school_urn, time_period, breakdown, category),
    { numerator, denominator, invited },
  ]);
  expect(found.length).toBeGreaterThan(3);
  expect(Object.fromEntries(found)).toEqual(cells);
}

/** `202526` for a day from September 2025 to August 2026. */
export function yearOf(day: string): number {
  const start = Number(day.slice(0, 4)) - (Number(day.slice(5, 7)) < 9 ? 1 : 0);
  return start * 100 + ((start + 1) % 100);
}

/** The academic year after one. */
export function yearAfter(year: number): number {
  return yearOf(`${Math.floor(year / 100) + 1}-09-01`);
}

/** The first of November of an academic year. */
export function censusOf(year: number): string {
  return `${Math.floor(year / 100)}-11-01`;
}

/** An ISO date so many days later. */
export function daysLater(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** An ISO date so many months later; a day that the month has not becomes its last. */
export function monthsLater(day: string, months: number): string {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return `${first.toISOString().slice(0, 8)}${String(Math.min(date, last)).padStart(2, "0")}`;
}

/** A field's text; null where it is empty. */
export function textOf(row: Row | undefined, field: string): string | null {
  const value = row?.[field];
  return value === null || value === undefined || value === "" ? null : String(value);
}

/** Items by a key. */
export function groupsOf<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
