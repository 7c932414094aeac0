/** The thread need → priority → programme, one year at a time. */
import type {
  CycleActivities,
  CycleNeed,
  CyclePriority,
  CycleProgramme,
  CycleSlice,
} from "../../pipelines/contract.ts";
import { type Spent, spentOf } from "./money.ts";

/** What one priority got in a year. */
export interface PriorityLine {
  priority: CyclePriority;
  /** Activities that went ahead, and the hours that they offered to one participant. */
  held: number;
  hours: number;
  /** Approved for the rest of the year. */
  ahead: number;
  spent: Spent;
  programmes: CycleProgramme[];
  needs: CycleNeed[];
}

/** Whether something was in force in an academic year; without a day it was always, or is still. */
export function isInForce({ starts_on, ends_on }: Pick<CyclePriority, "starts_on" | "ends_on">, year: number): boolean {
  const first = Math.floor(year / 100);
  return (starts_on ?? "0000") <= `${first + 1}-08-31` && (ends_on ?? "9999") >= `${first}-09-01`;
}

/** The sum of one number over some rows. */
export function sumOf(rows: readonly CycleActivities[], of: "held" | "ahead" | "sustained" | "hours"): number {
  return rows.reduce((sum, row) => sum + row[of], 0);
}

/** Every priority in force in a year, those that got nothing first, then by name. */
export function priorityLines(cycle: CycleSlice, year: number): PriorityLine[] {
  const ofYear = cycle.activities.filter(({ time_period }) => time_period === year);
  const costs = cycle.costs.filter(({ time_period }) => time_period === year);
  const lines = cycle.priorities
    .filter((priority) => isInForce(priority, year))
    .map((priority): PriorityLine => {
      const rows = ofYear.filter(({ priority_id }) => priority_id === priority.id);
      return {
        priority,
        held: sumOf(rows, "held"),
        hours: sumOf(rows, "hours"),
        ahead: sumOf(rows, "ahead"),
        spent: spentOf(costs.filter(({ priority_id }) => priority_id === priority.id)),
        programmes: cycle.programmes.filter(
          (programme) => programme.priority_id === priority.id && isInForce(programme, year),
        ),
        needs: cycle.needs.filter(({ priority_id }) => priority_id === priority.id),
      };
    });
  const gotNothing = ({ held }: PriorityLine) => (held === 0 ? 0 : 1);
  return lines.sort(
    (one, other) => gotNothing(one) - gotNothing(other) || one.priority.title.localeCompare(other.priority.title),
  );
}

/** What one programme got in a year. */
export interface ProgrammeLine {
  programme: CycleProgramme;
  held: number;
  ahead: number;
  spent: Spent;
  needs: CycleNeed[];
}

/** Every programme that ran in a year, by name. */
export function programmeLines(cycle: CycleSlice, year: number): ProgrammeLine[] {
  return cycle.programmes
    .filter((programme) => isInForce(programme, year))
    .map((programme) => {
      const isOwn = ({ programme_id, time_period }: { programme_id: string | null; time_period: number }) =>
        programme_id === programme.id && time_period === year;
      const rows = cycle.activities.filter(isOwn);
      return {
        programme,
        held: sumOf(rows, "held"),
        ahead: sumOf(rows, "ahead"),
        spent: spentOf(cycle.costs.filter(isOwn)),
        needs: cycle.needs.filter(({ programme_id }) => programme_id === programme.id),
      };
    });
}

/** Whether a need is still to be met. */
export function isOpen({ state }: CycleNeed): boolean {
  return state !== "met" && state !== "not_pursued";
}

/** Adds up counts by key, such as activities by strand: the largest first, and of equals the first by name. */
export function addedUp(rows: readonly Record<string, number>[]): { key: string; count: number }[] {
  const sums = new Map<string, number>();
  for (const row of rows) {
    for (const [key, count] of Object.entries(row)) sums.set(key, (sums.get(key) ?? 0) + count);
  }
  return [...sums]
    .map(([key, count]) => ({ key, count }))
    .sort((one, other) => other.count - one.count || (one.key < other.key ? -1 : 1));
}
