import { taskOwner } from "../../pipelines/contract.ts";
import type { TaskWithDuty } from "../data/duties.ts";

/** Which tasks are looked at, as the address says it. */
export interface TaskChoice {
  /** A part that acts, `mine` for the reader's own, or `all`. */
  owner: string;
  /** A URN, `trust` for those without a school, or `all`. */
  school: string;
}

/** Reads the choice from an address; what it does not say, or says of nobody, is the reader's own tasks everywhere. */
export function readChoice(query: URLSearchParams): TaskChoice {
  const owner = query.get("owner") ?? "mine";
  const school = query.get("school") ?? "all";
  const isKnown = owner === "all" || taskOwner.safeParse(owner).success;
  return { owner: isKnown ? owner : "mine", school: /^(\d{6}|trust)$/.test(school) ? school : "all" };
}

/**
 * The tasks that a choice leaves.
 *
 * @param own - the parts that the reader holds
 */
export function chosen(tasks: readonly TaskWithDuty[], choice: TaskChoice, own: readonly string[]): TaskWithDuty[] {
  return tasks.filter(
    ({ owner_role, school_urn }) =>
      (choice.owner === "all" || (choice.owner === "mine" ? own.includes(owner_role) : owner_role === choice.owner)) &&
      (choice.school === "all" || (school_urn ?? "trust") === choice.school),
  );
}
