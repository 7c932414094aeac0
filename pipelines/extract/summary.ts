import type { Release } from "../contract.ts";
import type { Warehouse } from "../warehouse.ts";
import { collections, fieldsOf } from "./records.ts";

/** What a release says of the records it was made from. */
export type RecordSummary = Pick<Release, "records_up_to" | "row_counts" | "rejects">;

/** Sums up what `raw.*` holds: the latest change, how many records of each kind, and what was refused and why. */
export async function summariseRecords(warehouse: Warehouse): Promise<RecordSummary> {
  const counts = collections.map((name) => {
    const changed = fieldsOf(name).includes("date_created") ? "max(coalesce(date_updated, date_created))" : "null";
    return `select '${name}' as name, count(*) as rows, ${changed}::timestamp as changed_at from raw.${name}`;
  });
  const found = await warehouse.rows<{ name: string; rows: number; changed_at: string | null }>(
    `${counts.join(" union all ")} order by name`,
  );
  const changes = found.flatMap(({ changed_at }) => changed_at ?? []).sort();
  return {
    records_up_to: changes.at(-1) ?? null,
    row_counts: Object.fromEntries(found.map(({ name, rows }) => [name, rows])),
    rejects: await warehouse.rows(`
      select collection, field, reason, count(*) as rows
      from raw.rejects
      group by all
      order by collection, field, reason`),
  };
}
