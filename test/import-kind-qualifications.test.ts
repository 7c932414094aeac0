import { expect, test } from "vitest";
import { qualifications } from "../pipelines/import/kinds/qualifications.ts";
import { csv, draftOf, fieldsOf, inventedTrust, keep } from "./import-kind-reading.ts";

const people = ["Ada", "Ben", "Cy", "Dot"].map((first_name, index) => ({
  id: first_name.toLowerCase(),
  first_name,
  last_name: "Example",
  email: `${first_name.toLowerCase()}@school.example`,
  mis_reference: `T${index + 1}`,
}));

test("qualifications are known by their codes and by their names, with their states and days", async () => {
  const file = csv(`
    Staff ID,Qualification,Status,Start date,Award date
    T1,QTS,,,01/07/2015
    T1,National Professional Qualification for Senior Leadership,Passed,01/10/2024,20/06/2026
    T2,NPQ in Leading Teacher Development,On programme,01/10/2025,
    T3,NPQH,Withdrawn,01/10/2024,
    T3,HLTA status,,,
    T4,NASENCO,Awarded,,13/05/2019
  `);
  const draft = await draftOf(qualifications, file, inventedTrust({ staff: people }));
  expect(draft.refused).toEqual([]);
  expect(fieldsOf(draft, "qualifications").map(({ id: _, ...fields }) => fields)).toEqual([
    { staff_id: "ada", qualification: "QTS", state: "gained", gained_on: "2015-07-01" },
    { staff_id: "ada", qualification: "NPQSL", state: "gained", started_on: "2024-10-01", gained_on: "2026-06-20" },
    { staff_id: "ben", qualification: "NPQLTD", state: "in_progress", started_on: "2025-10-01" },
    { staff_id: "cy", qualification: "NPQH", state: "withdrawn", started_on: "2024-10-01" },
    { staff_id: "cy", qualification: "HLTA", state: "gained" },
    { staff_id: "dot", qualification: "NASENCO", state: "gained", gained_on: "2019-05-13" },
  ]);
  expect(draft.notes).toEqual(["1 row says neither a state nor a day; it was taken as gained."]);
});

test("a later file changes the qualification that the record has, whoever typed it", async () => {
  const record = inventedTrust({
    staff: people,
    qualifications: [
      {
        id: "typed",
        staff_id: "ben",
        qualification: "NPQLT",
        state: "in_progress",
        started_on: "2025-10-01",
        gained_on: null,
      },
    ],
  });
  const file = csv(`
    Email,Award,Date awarded
    ben@school.example,Leading Teaching NPQLT,2026-11-01
    ada@school.example,NPQLT,2026-11-01
  `);
  const first = await draftOf(qualifications, file, record);
  expect(fieldsOf(first, "qualifications")[0]).toMatchObject({ id: "typed", state: "gained" });
  keep(first, record);
  expect(fieldsOf(await draftOf(qualifications, file, record), "qualifications")).toEqual(
    fieldsOf(first, "qualifications"),
  );
});

test("a yes in a column for qualified teacher status is that qualification, and a no is none", async () => {
  const file = csv(`
    Name,QT Status,QTS date
    Ada Example,Yes,01/07/2015
    Ben Example,No,
    Cy Example,Perhaps,
  `);
  const draft = await draftOf(qualifications, file, inventedTrust({ staff: people }));
  expect(fieldsOf(draft, "qualifications")).toMatchObject([
    { staff_id: "ada", qualification: "QTS", gained_on: "2015-07-01" },
  ]);
  expect(draft).toMatchObject({
    not_ours: 1,
    refused: [{ line: 4, column: "QT Status", reason: "is neither yes nor no" }],
  });
});

test("an unknown qualification, state or day is refused without its value, until somebody matches it", async () => {
  const file = csv(`
    Email,Qualification,Status,Award date
    ada@school.example,Grand Wizardry,Passed,
    ben@school.example,QTS,Levitating,
    cy@school.example,QTS,Passed,31/02/2020
    cy@school.example,QTS,Passed,01/02/2020
    cy@school.example,qts,Passed,01/02/2020
    dot@school.example,,Passed,01/02/2020
  `);
  const record = inventedTrust({ staff: people });
  const draft = await draftOf(qualifications, file, record);
  expect(draft.refused.map(({ line, column }) => [line, column])).toEqual([
    [2, "Qualification"],
    [3, "Status"],
    [4, "Award date"],
    [6, null],
    [7, null],
  ]);
  expect(JSON.stringify(draft.refused)).not.toMatch(/Wizardry|Levitating|31\/02|school\.example/);
  const words = { qualification: { "Grand Wizardry": "NPQEL" }, state: { Levitating: "" } };
  const matched = await draftOf(qualifications, file, record, { words });
  expect(matched.not_ours).toBe(1);
  expect(fieldsOf(matched, "qualifications").map(({ qualification }) => qualification)).toEqual(["NPQEL", "QTS"]);
});
