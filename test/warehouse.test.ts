import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openWarehouse } from "../pipelines/warehouse.ts";

test("rows are plain: numbers, ISO dates and UTC times", async () => {
  const warehouse = await openWarehouse();
  const [row] = await warehouse.rows(`
    select
        12345678901::bigint as whole,
        sum(1) as total,
        1.25::decimal(14, 2) as amount,
        date '2026-11-20' as starts_on,
        timestamp '2026-11-20 09:30:00.5' as saved_at,
        ['a', null] as list,
        null as nothing`);
  expect(row).toEqual({
    whole: 12345678901,
    total: 1,
    amount: 1.25,
    starts_on: "2026-11-20",
    saved_at: "2026-11-20T09:30:00.500Z",
    list: ["a", null],
    nothing: null,
  });
});

test("rows are inserted by name, a key left out is null and decimals stay exact", async () => {
  const warehouse = await openWarehouse();
  await warehouse.run(
    "create table costs (id varchar, amount decimal(14, 2), tags varchar[], answers json, paid_on date)",
  );
  await warehouse.insert("costs", [
    { answers: { quality: 5 }, tags: ["it's", 'a "tag"'], amount: 0.1, id: "c1", paid_on: "2026-01-31" },
    { id: "c2", amount: "0.2" },
  ]);
  expect(await warehouse.rows("select *, sum(amount) over () = 0.3::decimal(14, 2) as is_exact from costs")).toEqual([
    {
      id: "c1",
      amount: 0.1,
      tags: ["it's", 'a "tag"'],
      answers: '{"quality":5}',
      paid_on: "2026-01-31",
      is_exact: true,
    },
    { id: "c2", amount: 0.2, tags: null, answers: null, paid_on: null, is_exact: true },
  ]);
});

test("a value that does not fit its column stops the insert instead of becoming empty", async () => {
  const warehouse = await openWarehouse();
  await warehouse.run("create table activities (starts_on date)");
  await expect(warehouse.insert("activities", [{ starts_on: "2026-13-45" }])).rejects.toThrow(/2026-13-45/);
  await expect(warehouse.insert("activities", [{ begins_on: "2026-01-01" }])).rejects.toThrow(
    "has no column begins_on",
  );
});

test("a table made from rows has the types of its values", async () => {
  const warehouse = await openWarehouse();
  await warehouse.createFrom("marts.posts", [
    { staff_id: "p1", time_period: 202526, fte: 0.5, is_teacher: true, starts_on: "2025-09-01", note: null },
    { staff_id: null, time_period: 202627, fte: 1, is_teacher: null, starts_on: null, note: null },
  ]);
  const columns = await warehouse.rows<{ column_name: string; column_type: string }>("describe marts.posts");
  expect(Object.fromEntries(columns.map((column) => [column.column_name, column.column_type]))).toEqual({
    staff_id: "VARCHAR",
    time_period: "BIGINT",
    fte: "DOUBLE",
    is_teacher: "BOOLEAN",
    starts_on: "DATE",
    note: "VARCHAR",
  });
  expect(await warehouse.rows("select count(*) as rows from marts.posts")).toEqual([{ rows: 2 }]);
});

test("a transaction that fails leaves nothing behind", async () => {
  const warehouse = await openWarehouse();
  await warehouse.run("create table kept as select 1 as one");
  const work = warehouse.transaction(async () => {
    await warehouse.run("create schema raw; create table raw.staff (id varchar); drop table kept");
    throw new Error("the run was stopped");
  });
  await expect(work).rejects.toThrow("the run was stopped");
  expect(await warehouse.rows("from kept")).toEqual([{ one: 1 }]);
  expect(await warehouse.rows("from duckdb_tables() where schema_name = 'raw'")).toEqual([]);
});

test("a file that is no warehouse is refused with what to do", async () => {
  const folder = mkdtempSync(join(tmpdir(), "warehouse-"));
  await expect(openWarehouse(folder)).rejects.toMatchObject({
    at: "the warehouse",
    problem: "it cannot be opened",
    fix: expect.stringContaining("a full run makes again"),
  });
  rmSync(folder, { recursive: true });
});
