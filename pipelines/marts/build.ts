import { readFileSync } from "node:fs";
import type { Warehouse } from "../warehouse.ts";
import { makeAnswerBatches } from "./answer-batches.ts";

/** The marts, each after those it reads. */
export const marts: readonly string[] = [
  "settings",
  "schools",
  "calendar",
  "places",
  "cycles",
  "school_years",
  "staff_groups",
  "staff_in_post",
  "people",
  "posts",
  "main_posts",
  "staff_years",
  "programmes",
  "activities",
  "participations",
  "completions",
  "provided_activities",
  "priority_years",
  "training_dates",
  "training_days",
  "coaching",
  "career_steps",
  "needs_found",
  "seen_evidence",
  "closed_answers",
  "answer_batches",
  "admitted_answers",
  "evaluations",
  "invitations",
  "costs",
  "qualification_holders",
  "holder_years",
  "inductions",
  "programme_members",
  "agreements",
  "survey_answers",
  "survey_invitations",
  "barriers",
  "close_outs",
  "subscriptions",
  "followed_up_costs",
  "school_visits",
  "outcomes",
  "published_results",
  "standing_judgements",
  "benchmarks",
  "events",
];

/** Only a filter over another mart: nothing is gained by writing it down. */
const views = new Set(["completions"]);

/** What SQL would only say in riddles. */
const madeInCode: Record<string, (warehouse: Warehouse) => Promise<void>> = { answer_batches: makeAnswerBatches };

/**
 * Makes the tables `marts.*`, the things that people talk about, out of `stg.*`.
 *
 * @param day - `today` is the ISO date for which figures are worked out; nothing else here knows the time
 */
export async function buildMarts(warehouse: Warehouse, day: { today: string }): Promise<void> {
  await prepareMarts(warehouse, day);
  for (const mart of marts) await makeMart(warehouse, mart);
}

/** Everything that marts need to be made, and none of them: what was made for another day is gone. */
export async function prepareMarts(warehouse: Warehouse, day: { today: string }): Promise<void> {
  await warehouse.run(read("macros"));
  await warehouse.run("drop schema if exists marts cascade; create schema marts");
  await warehouse.run("set variable today = $1::varchar", [day.today]);
}

/** Makes one of `marts`; those that it reads must have been made. */
export async function makeMart(warehouse: Warehouse, mart: string): Promise<void> {
  const inCode = madeInCode[mart];
  if (inCode) return inCode(warehouse);
  const kind = views.has(mart) ? "view" : "table";
  await warehouse.run(`create ${kind} marts.${mart} as ${read(mart)}`);
}

function read(name: string): string {
  return readFileSync(new URL(`${name}.sql`, import.meta.url), "utf8");
}
