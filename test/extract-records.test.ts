import { expect, test } from "vitest";
import type { z } from "zod";
import { checkRecords } from "../pipelines/extract/check.ts";
import { addRecords, createRawTables, putRecords } from "../pipelines/extract/raw.ts";
import { collections, fieldsOf, records } from "../pipelines/extract/records.ts";
import { summariseRecords } from "../pipelines/extract/summary.ts";
import { openWarehouse } from "../pipelines/warehouse.ts";

const cost = {
  id: "c1",
  status: "active",
  kind: "fees",
  amount: 120.5,
  incurred_on: "2026-09-14",
  activity_id: null,
  programme_id: null,
  subscription_id: null,
  school_urn: "900001",
  date_created: "2026-09-15T08:00:00.000Z",
  date_updated: null,
};

/** Words about a service or a programme, in which its field asks for no names. */
const aboutThings = ["subscriptions.decision_reason", "programmes.decision_reason"];

test("names, addresses and free text about people are among the fields of no collection", () => {
  const personal = /first_name|last_name|email|mis_reference|user_id|notes|reason|role_title|evidence|summary/;
  for (const collection of collections) {
    const shape: Record<string, z.ZodType> = records[collection].shape;
    const keepsWords = (field: string) => shape[field]!.safeParse("Words of somebody").data === "Words of somebody";
    expect(
      fieldsOf(collection).filter(
        (field) => personal.test(field) && keepsWords(field) && !aboutThings.includes(`${collection}.${field}`),
      ),
      collection,
    ).toEqual([]);
  }
});

test("of what people wrote about a role or of whom they named as a coach, it is only known that there is something", () => {
  const { lead_role_evaluation } = records.plans.shape;
  expect(lead_role_evaluation.parse("Words of somebody")).toBe(true);
  const empty = ["  ", "", null, undefined].map((words) => lead_role_evaluation.parse(words));
  expect(empty).toEqual([false, false, false, false]);
  expect(records.employments.shape.coach_id.parse("5b3c1f8e-0000-4000-8000-000000000001")).toBe(true);
  const reviews = [{ reviewed_on: "2026-10-02", note: "Words of somebody" }, { reviewed_on: null }];
  expect(records.employments.shape.coach_reviews.parse(reviews)).toEqual(["2026-10-02"]);
});

test("of answers only numbers, yes or no, and known choices are read, never a remark, however short", () => {
  const choices = { quality: 4, wants_more: true, use: "in_use", barriers: ["time", "support"], purpose: "dont_know" };
  const remarks = { comment: "awful", key_roles: "time", own_item: "jane_invented", list: ["time", "jane"] };
  expect(records.evaluations.shape.answers.parse({ ...choices, ...remarks })).toEqual(choices);
});

test("what a record holds beside the fields that are read is dropped", () => {
  const { accepted } = checkRecords("staff", [
    {
      id: "s1",
      status: "active",
      date_created: null,
      date_updated: null,
      last_name: "Invented",
      email: "x@school.example",
    },
  ]);
  expect(accepted).toEqual([{ id: "s1", status: "active", date_created: null, date_updated: null }]);
});

test("a refused record is counted with its field and reason, and its value is kept nowhere", async () => {
  const warehouse = await openWarehouse();
  await createRawTables(warehouse);
  await addRecords(warehouse, "costs", [
    cost,
    { ...cost, id: "c2", amount: "secret words" },
    { ...cost, id: "c3", amount: null, kind: "secret kind" },
    { ...cost, id: "c4", incurred_on: "31/12/2026" },
  ]);
  expect(await warehouse.rows("select record_id, field, reason from raw.rejects order by all")).toEqual([
    { record_id: "c2", field: "amount", reason: "is not a number" },
    { record_id: "c3", field: "amount", reason: "is empty" },
    { record_id: "c3", field: "kind", reason: "is not one of the choices" },
    { record_id: "c4", field: "incurred_on", reason: "is not a date" },
  ]);
  const summary = await summariseRecords(warehouse);
  expect(summary.row_counts["costs"]).toBe(1);
  expect(summary.rejects).toContainEqual({ collection: "costs", field: "amount", reason: "is empty", rows: 1 });
  expect(
    JSON.stringify([await warehouse.rows("from raw.costs"), await warehouse.rows("from raw.rejects")]),
  ).not.toContain("secret");
});

test("a record that is put right takes the place of its refusal, and the other way round", async () => {
  const warehouse = await openWarehouse();
  await createRawTables(warehouse);
  await putRecords(warehouse, "costs", [
    { ...cost, amount: -1 },
    { ...cost, id: "c2", kind: "tea" },
  ]);
  await putRecords(warehouse, "costs", [
    { ...cost, kind: "tea" },
    { ...cost, id: "c2" },
  ]);
  expect(await warehouse.rows("select id from raw.costs")).toEqual([{ id: "c2" }]);
  expect(await warehouse.rows("select record_id, field from raw.rejects")).toEqual([
    { record_id: "c1", field: "kind" },
  ]);
});

test("a decimal arrives as text from one database and as a number from another, and means the same", async () => {
  const { accepted } = checkRecords("costs", [{ ...cost, amount: "120.50" }]);
  expect(accepted).toEqual([cost]);
});

test("the latest change of any record is what the release is up to", async () => {
  const warehouse = await openWarehouse();
  await createRawTables(warehouse);
  expect((await summariseRecords(warehouse)).records_up_to).toBeNull();
  await addRecords(warehouse, "costs", [cost, { ...cost, id: "c2", date_updated: "2026-10-01T10:00:00.250Z" }]);
  expect((await summariseRecords(warehouse)).records_up_to).toBe("2026-10-01T10:00:00.250Z");
});
