/** Needs that nothing answers, at the end of the paper's year or now. */
import type { CycleNeed } from "../../pipelines/contract.ts";
import { shownYear } from "../format.ts";
import { ownOf } from "./cycle.ts";
import type { Scope } from "./source.ts";

/** Needs that nothing answered, with the words that they are listed under; no titles where there were none. */
export interface Unmet {
  intro: string;
  titles: string[];
  /** What the record cannot tell of them; null where it tells all. */
  note: string | null;
}

/**
 * Agreed needs of a place that no programme answers. Of a year that is over: those known by its end whose programme, where they have one now, began
 * later. The record keeps the day of a need and of a programme, and of a need's state only what it is now; so a need that was met without
 * a programme, or given up, is not listed for a year before.
 */
export function unmetNeeds(scope: Scope): Unmet {
  const all = ownOf(scope.cycle?.needs, scope);
  if (scope.isRunning) {
    const open = all.filter(({ state, programme_id }) => isWanted(state) && programme_id === null);
    return { intro: "Agreed needs that no programme answers yet:", titles: open.map(({ title }) => title), note: null };
  }
  const end = `${Math.floor(scope.timePeriod / 100) + 1}-08-31`;
  const began = new Map(scope.cycle?.programmes.map(({ id, starts_on }) => [id, starts_on]));
  const open = all.filter((need) => isKnownBy(need, scope.timePeriod, end) && wasOpen(need, began, end));
  return {
    intro: `Agreed needs that no programme had begun to answer by the end of ${shownYear(scope.timePeriod)}:`,
    titles: open.map(({ title }) => title),
    note: "The record keeps the day on which a need was found and a programme began. Whether a need is agreed, it knows only of today.",
  };
}

const isWanted = (state: CycleNeed["state"]) => state === "agreed" || state === "planned";

function isKnownBy({ identified_on, time_period }: CycleNeed, timePeriod: number, end: string): boolean {
  return identified_on === null ? time_period <= timePeriod : identified_on <= end;
}

/** A need that is met by now was open as long as its programme had not begun. */
function wasOpen({ state, programme_id }: CycleNeed, began: ReadonlyMap<string, string | null>, end: string): boolean {
  if (programme_id === null) return isWanted(state);
  const on = began.get(programme_id) ?? null;
  return on !== null && on > end && (isWanted(state) || state === "met");
}
