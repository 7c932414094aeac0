import { readdirSync, readFileSync } from "node:fs";
import { check, type Release } from "../contract.ts";
import { HubError } from "../errors.ts";
import { lineageOf } from "../marts/lineage.ts";
import type { Warehouse } from "../warehouse.ts";

const folder = new URL(".", import.meta.url);

/** A rule about the data: its query returns one row per record that breaks it. */
interface Rule {
  id: string;
  title: string;
  severity: "error" | "warning";
  sql: string;
}

/**
 * Holds every rule of this folder against `stg.*` and `marts.*`.
 *
 * @returns how many records break each rule and never which, in the order of the rules' names
 * @throws HubError when a rule's file lacks its title or its severity, or reads a table that there is not
 */
export async function runChecks(warehouse: Warehouse): Promise<Release["checks"]> {
  const checks: Release["checks"] = [];
  for (const { id, title, severity, sql } of readRules()) {
    const [{ failing_rows } = { failing_rows: 0 }] = await warehouse.rows<{ failing_rows: number }>(
      `select count(*)::integer as failing_rows from (${sql}) as breaches`,
    );
    const { collections } = lineageOf(sql, `pipelines/checks/${id.replaceAll("_", "-")}.sql`);
    checks.push({ id, title, severity, passed: failing_rows === 0, failing_rows, collections });
  }
  return checks;
}

function readRules(): Rule[] {
  const files = readdirSync(folder).filter((name) => name.endsWith(".sql"));
  return files.sort().map((file) => {
    const sql = readFileSync(new URL(file, folder), "utf8");
    const [first = "", second = ""] = sql.split("\n");
    const title = /^-- (.+)$/.exec(first)?.[1];
    const severity = check.shape.severity.safeParse(/^-- severity: (\w+)$/.exec(second)?.[1]);
    if (!title || !severity.success) {
      throw new HubError({
        at: `pipelines/checks/${file}`,
        problem: title ? "has no severity" : "has no title",
        fix: "Begin with the rule in one sentence as a comment, then a line “-- severity: error” or “-- severity: warning”",
      });
    }
    return { id: file.replace(".sql", "").replaceAll("-", "_"), title, severity: severity.data, sql };
  });
}
