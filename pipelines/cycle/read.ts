import { readFileSync } from "node:fs";
import { z } from "zod";
import { type CycleSlice, cycleSlice } from "../contract.ts";
import type { Row, Warehouse } from "../warehouse.ts";

/** The lists of the cycle, each the name of its query beside this file. */
const lists = [
  "plans",
  "priorities",
  "needs",
  "programmes",
  "activities",
  "costs",
  "budgets",
  "subscriptions",
  "sharing",
  "decisions",
  "future_needs",
  "quality_marks",
] as const;

/** Columns that a query hands over as the JSON of a list; of those that are counted, how often each key is in it. */
const asLists = ["actions", "domains"];
const asCounts = ["by_month", "by_approach", "by_strand", "by_sourcing", "by_criterion"];

/**
 * Reads everything of the yearly cycle that is published, of the whole organisation. What may be published of it is decided by the
 * queries of this folder, one for each list.
 *
 * @throws ZodError when a query returns anything that contract-cycle.ts does not name, which is a bug of ours
 */
export async function readCycle(warehouse: Warehouse): Promise<CycleSlice> {
  const found: Record<string, unknown> = {};
  for (const list of lists) found[list] = (await warehouse.rows<Row>(read(list))).map(unfolded);
  return cycleSlice.parse({ ...(await readRules(warehouse)), ...found });
}

/** The policy's criteria, and its ladder from the lowest rung of each strand up. */
async function readRules(warehouse: Warehouse): Promise<Record<string, unknown>> {
  const [policy] = await warehouse.rows<Record<string, string | null>>(`
    select criteria_mode, to_json(criteria)::varchar as criteria, to_json(ladder)::varchar as ladder
    from stg.policy limit 1`);
  const listed = <T>(name: string, line: z.ZodType<T>) =>
    z
      .array(z.unknown())
      .parse(JSON.parse(policy?.[name] ?? "[]") ?? [])
      .flatMap((one) => line.safeParse(one).data ?? []);
  const criterion = z.object({ key: z.string(), label: z.string().nullish() });
  const rung = z.object({ strand: z.enum(["teaching", "support"]), label: z.string(), offer: z.string().nullish() });
  return {
    criteria_mode: policy?.["criteria_mode"] ?? null,
    criteria: listed("criteria", criterion).map(({ key, label }) => ({ key, label: label ?? key })),
    ladder: listed("ladder", rung).map(({ offer, ...line }) => ({ ...line, offer: offer?.trim() || null })),
  };
}

function unfolded(row: Row): Row {
  const list = (column: string) => JSON.parse(String(row[column] ?? "[]")) as unknown[];
  const columns = Object.keys(row);
  return {
    ...row,
    ...Object.fromEntries(columns.filter((name) => asLists.includes(name)).map((name) => [name, list(name)])),
    ...Object.fromEntries(columns.filter((name) => asCounts.includes(name)).map((name) => [name, counted(list(name))])),
  } as Row;
}

/** How often each key is there, in the order of the keys. */
function counted(keys: readonly unknown[]): Record<string, number> {
  const sums = new Map<string, number>();
  for (const key of keys.map(String).sort()) sums.set(key, (sums.get(key) ?? 0) + 1);
  return Object.fromEntries(sums);
}

function read(name: string): string {
  return readFileSync(new URL(`${name}.sql`, import.meta.url), "utf8");
}
