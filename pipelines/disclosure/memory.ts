import type { Warehouse } from "../warehouse.ts";
import type { Decision, Decisions } from "./disclose.ts";

/**
 * What was decided of the figures of earlier runs, so that a run decides anew only where something changed. It is worked out
 * from the figures alone: without it the same is decided again.
 */
export async function readDecisions(warehouse: Warehouse): Promise<Decisions> {
  await warehouse.run(`
    create schema if not exists kept;
    create table if not exists kept.suppression (fingerprint varchar primary key, hidden varchar)`);
  const rows = await warehouse.rows<{ fingerprint: string; hidden: string }>(
    "select fingerprint, hidden from kept.suppression",
  );
  const before = new Map(rows.map(({ fingerprint, hidden }) => [fingerprint, JSON.parse(hidden) as Decision]));
  return { before, now: new Map() };
}

/** Keeps the decisions that hold now, and forgets the rest. */
export async function keepDecisions(warehouse: Warehouse, { now }: Decisions): Promise<void> {
  const rows = [...now].map(([fingerprint, hidden]) => ({ fingerprint, hidden: JSON.stringify(hidden) }));
  await warehouse.transaction(async () => {
    await warehouse.run("delete from kept.suppression");
    await warehouse.insert("kept.suppression", rows);
  });
}
