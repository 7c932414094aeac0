import { beforeAll, expect, test } from "vitest";
import { createRawTables } from "../pipelines/extract/raw.ts";
import { buildMarts } from "../pipelines/marts/build.ts";
import { calculate } from "../pipelines/measures/calculate.ts";
import { loadCatalogue } from "../pipelines/measures/catalogue.ts";
import { parseTable } from "../pipelines/measures/define.ts";
import { buildStaging } from "../pipelines/staging/build.ts";
import { openWarehouse, type Row } from "../pipelines/warehouse.ts";

const measures = await loadCatalogue();
const martColumns = new Map<string, Set<string>>();

beforeAll(async () => {
  const warehouse = await openWarehouse();
  await createRawTables(warehouse);
  await buildStaging(warehouse);
  await buildMarts(warehouse, { today: "2026-11-20" });
  const columns = await warehouse.rows<{ table_name: string; column_name: string }>(
    "select table_name, column_name from information_schema.columns where table_schema = 'marts'",
  );
  for (const { table_name, column_name } of columns) {
    const name = `marts.${table_name}`;
    martColumns.set(name, (martColumns.get(name) ?? new Set()).add(column_name));
  }
  warehouse.close();
});

/** A worked example writes values by hand, to four decimals. */
const byHand = (row: Row) => ({
  ...Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column,
      typeof value === "number" && column !== "time_period" ? expect.closeTo(value, 4) : value,
    ]),
  ),
  ...("status" in row ? { status: row["status"] ?? "" } : {}),
});

test.for(measures)("$id agrees with its worked example", async (measure) => {
  const warehouse = await openWarehouse();
  for (const [name, text] of Object.entries(measure.example.given)) {
    await warehouse.createFrom(name, parseTable(text));
  }
  const figures = await calculate(warehouse, measure);
  expect(figures).toMatchObject(parseTable(measure.example.expect).map(byHand));
  warehouse.close();
});

test.for(measures)("the tables in the worked example of $id have the columns of the real marts", (measure) => {
  for (const [name, text] of Object.entries(measure.example.given)) {
    const columns = Object.keys(parseTable(text)[0]!);
    expect(columns.filter((column) => !martColumns.get(name)?.has(column))).toEqual([]);
  }
});

test.for(measures)("$id says with what it may be compared, and what it cannot show", ({ definition }) => {
  expect(definition.caveats.length).toBeGreaterThan(0);
  expect(definition.caveats.every((caveat) => caveat.endsWith("."))).toBe(true);
  // Attainment, pay and staying are moved by much besides CPD, so no figure of theirs carries a claim about it.
  if (definition.level === "outcomes" || definition.counts === "published") expect(definition.claim_grade).toBe(0);
});
