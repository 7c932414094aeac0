import type { Row } from "../pipelines/warehouse.ts";

/** What is on record, and the tasks that one duty makes of it on 20 November 2026. */
export interface TaskExample {
  duty: string;
  about: string;
  given: Record<string, string | Row[]>;
  /** "school | owner | due | subject | detail | where to act", one for each task in their order. */
  expect: string[];
}
