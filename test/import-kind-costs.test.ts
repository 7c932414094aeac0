import { expect, test } from "vitest";
import { costs } from "../pipelines/import/kinds/costs.ts";
import { csv, draftOf, fieldsOf, inventedTrust } from "./import-kind-reading.ts";

const activity = (id: string, title: string, starts_on: string) => ({
  id,
  title,
  starts_on,
  ends_on: starts_on,
  hours: 6,
  programme_id: null,
  provider_id: null,
  school_urn: null,
});
const record = inventedTrust({
  activities: [
    activity("reading", "Invented reading day", "2026-09-14"),
    activity("phonics-1", "Invented phonics", "2026-09-21"),
    activity("phonics-2", "Invented phonics", "2026-10-05"),
  ],
  programmes: [{ id: "maths", title: "Invented maths programme", school_urn: null }],
});

test("costs go to an activity by title and day, to a programme, or to the budget of a school or the trust", async () => {
  const file = csv(`
    Invoice no,Invoice date,Category,Amount,Course,Course date,Project,School
    1001,30/09/2026,Course fees,"£1,250.00",Invented reading day,,,
    1002,30/09/2026,Rail fares,45.50,Invented phonics,05/10/2026,,
    1003,01/10/2026,Supply,200,,,Invented maths programme,Invented Primary School
    1004,01/09/2026,CPD budget,12000,,,,900002
    1005,02/10/2026,Books,99.99,,,,
  `);
  const draft = await draftOf(costs, file, record);
  expect(draft.refused).toEqual([]);
  expect(fieldsOf(draft, "costs").map(({ id: _, ...fields }) => fields)).toEqual([
    { kind: "fees", amount: 1250, incurred_on: "2026-09-30", activity_id: "reading" },
    { kind: "travel", amount: 45.5, incurred_on: "2026-09-30", activity_id: "phonics-2" },
    { kind: "cover", amount: 200, incurred_on: "2026-10-01", programme_id: "maths", school_urn: "900001" },
    { kind: "budget", amount: 12000, incurred_on: "2026-09-01", school_urn: "900002" },
    { kind: "resources", amount: 99.99, incurred_on: "2026-10-02" },
  ]);
});

test("a corrected invoice is the same cost, and the same cost twice on one day is two", async () => {
  const before = await draftOf(costs, csv("Invoice no,Invoice date,Type,Amount\n1001,2026-09-30,Fees,100"), record);
  const after = await draftOf(costs, csv("Invoice no,Invoice date,Type,Amount\n1001,2026-09-30,Fees,120"), record);
  expect(after.candidates[0]!.key).toBe(before.candidates[0]!.key);
  const file = csv("Date,Type,Amount\n2026-09-30,Fees,100\n2026-09-30,Fees,100");
  const twice = await draftOf(costs, file, record);
  expect(new Set(twice.candidates.map(({ key }) => key)).size).toBe(2);
  expect((await draftOf(costs, file, record)).candidates).toEqual(twice.candidates);
});

test("a sheet with a column for each kind of cost gives a cost for each that is filled", async () => {
  const file = csv(`
    Course,Date,Course fee,Travel,Supply cover
    Invented reading day,14/09/2026,£300,,£180.00
    Invented phonics,21/09/2026,,12.4,
  `);
  const draft = await draftOf(costs, file, record);
  expect(fieldsOf(draft, "costs").map(({ kind, amount, activity_id }) => [kind, amount, activity_id])).toEqual([
    ["fees", 300, "reading"],
    ["cover", 180, "reading"],
    ["travel", 12.4, "phonics-1"],
  ]);
});

test("a faulty cost is refused without its value, and what is said of the whole file holds for every row", async () => {
  const file = csv(`
    Date,Type,Amount,Course
    2026-09-30,Wizardry,100,
    2026-09-30,Fees,lots,
    2026-09-30,Fees,-5,
    2026-09-30,Fees,,
    soon,Fees,5,
    2026-09-30,Fees,5,Imaginary course
    2026-12-24,Fees,5,Invented phonics
    ,Fees,5,
  `);
  const draft = await draftOf(costs, file, record);
  expect(draft.candidates).toEqual([]);
  expect(draft.refused.map(({ line, column }) => [line, column])).toEqual([
    [2, "Type"],
    [3, "Amount"],
    [4, "Amount"],
    [5, "Amount"],
    [6, "Date"],
    [7, "Course"],
    [8, "Course"],
    [9, "Date"],
  ]);
  expect(JSON.stringify(draft.refused)).not.toMatch(/Wizardry|lots|-5|soon|Imaginary|phonics/);
  const plain = csv("Date,Amount\n2026-09-30,100");
  expect((await draftOf(costs, plain, record)).refused).toMatchObject([{ line: 2, column: null }]);
  const words = { kind: { "the whole file": "travel" } };
  expect(fieldsOf(await draftOf(costs, plain, record, { words }), "costs")).toMatchObject([{ kind: "travel" }]);
});
