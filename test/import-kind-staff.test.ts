import { expect, test } from "vitest";
import { staff } from "../pipelines/import/kinds/staff.ts";
import { csv, draftOf, fieldsOf, inventedTrust, keep } from "./import-kind-reading.ts";

const export1 = csv(`
  Employee ID,Surname,Forename,Work Email,School name,Job Title,Staff group,Contract type,FTE,Start date,End date,Reason for leaving
  T1,Example,Ada,a.example@school.example,Invented Primary School,Class teacher,Teachers,Permanent,0.6,01/09/2024,,
  T2,Sample,Ben,b.sample@school.example,900001,Year 3 TA,TA,PRM,60%,13/01/2025,,
  T3,Specimen,Cy,,Made-up High School,Cover,Teachers,Supply,1,2025-09-01,31/08/2026,Retirement
  T1,Example,Ada,a.example@school.example,Made-up High School,Teacher of maths,Teachers,Permanent,0.4,01/09/2024,,
`);

test("one export brings people and their posts, found by school name or URN, with shares of full time and British dates", async () => {
  const draft = await draftOf(staff, export1);
  expect(draft.refused).toEqual([]);
  expect(fieldsOf(draft, "staff").map(({ id: _, ...fields }) => fields)).toEqual([
    { first_name: "Ada", last_name: "Example", email: "a.example@school.example", mis_reference: "T1" },
    { first_name: "Ben", last_name: "Sample", email: "b.sample@school.example", mis_reference: "T2" },
    { first_name: "Cy", last_name: "Specimen", mis_reference: "T3" },
  ]);
  const posts = fieldsOf(draft, "employments");
  expect(
    posts.map(({ school_urn, staff_group, is_teacher, contract, fte, starts_on, ends_on, destination }) => [
      school_urn,
      staff_group,
      is_teacher,
      contract,
      fte,
      starts_on,
      ends_on,
      destination,
    ]),
  ).toEqual([
    ["900001", "teachers", true, "permanent", 0.6, "2024-09-01", undefined, undefined],
    ["900001", "teaching_assistants", false, "permanent", 0.6, "2025-01-13", undefined, undefined],
    ["900002", "teachers", true, "supply", 1, "2025-09-01", "2026-08-31", "retired"],
    ["900002", "teachers", true, "permanent", 0.4, "2024-09-01", undefined, undefined],
  ]);
  expect(posts[0]!["staff_id"]).toBe(posts[3]!["staff_id"]);
  expect(new Set(posts.map(({ id }) => id)).size).toBe(4);
});

test("a later export ends the posts of those it says have left, and finds everybody again though their names and addresses changed", async () => {
  const record = inventedTrust();
  const first = await draftOf(staff, export1, record);
  keep(first, record);
  const again = await draftOf(staff, export1, record);
  expect(again.candidates.map(({ key }) => key)).toEqual(first.candidates.map(({ key }) => key));
  const later = csv(`
    Employee ID,Surname,Forename,Work Email,School name,Staff group,Start date,End date,Reason for leaving
    T1,Married,Ada,a.married@school.example,900001,Teachers,01/09/2024,31/10/2026,Other LA school
    T2,Sample,Ben,b.sample@school.example,900001,Teaching assistants,13/01/2025,,
  `);
  const draft = await draftOf(staff, later, record);
  expect(draft.refused).toEqual([]);
  expect(draft.candidates.every(({ key }) => first.candidates.some((each) => each.key === key))).toBe(true);
  expect(fieldsOf(draft, "employments")[0]).toMatchObject({ ends_on: "2026-10-31", destination: "other_state_school" });
  expect(fieldsOf(draft, "staff")[0]).toMatchObject({ last_name: "Married", email: "a.married@school.example" });
});

test("people who are not in the file are counted, and their posts end only where somebody chooses so", async () => {
  const record = inventedTrust();
  keep(await draftOf(staff, export1, record), record);
  const later = csv(`
    Employee ID,Surname,Forename,School,Staff group,Start date
    T1,Example,Ada,900001,Teachers,2024-09-01
  `);
  const left = await draftOf(staff, later, record);
  expect(left.notes).toEqual(["1 person in post at these schools is not in the file. Their posts stay as they are."]);
  const ended = await draftOf(staff, later, record, { words: { missing: { "the whole file": "left" } } });
  expect(fieldsOf(ended, "employments")).toMatchObject([
    { starts_on: "2024-09-01" },
    { ends_on: "2026-11-20", destination: "unknown" },
  ]);
  expect(ended.notes[0]).toContain("Their posts end on 2026-11-20, as you chose.");
});

test("somebody who could be two people is refused with what to do, and a namesake with another reference is another person", async () => {
  const people = [
    { id: "s1", first_name: "Ada", last_name: "Example", email: null, mis_reference: "A1" },
    { id: "s2", first_name: "Ada", last_name: "Example", email: null, mis_reference: "A2" },
    { id: "s3", first_name: "Ben", last_name: "Sample", email: "b@school.example", mis_reference: null },
    { id: "s4", first_name: "Cy", last_name: "Specimen", email: null, mis_reference: "C1" },
  ];
  const file = csv(`
    Reference,Name,Email,School,Staff group,Start date
    ,"Example, Ada",,900001,Teachers,2026-09-01
    A2,Ms Ada Example,,900001,Teachers,2026-09-01
    ,Ben Sample,other@school.example,900001,Teachers,2026-09-01
    C9,Cy Specimen,,900001,Teachers,2026-09-01
    C1,Dot Nobody,,900001,Teachers,2026-09-01
    ,,,900001,Teachers,2026-09-01
  `);
  const draft = await draftOf(staff, file, inventedTrust({ staff: people }), {
    mapping: { mis_reference: "Reference" },
  });
  expect(draft.refused).toEqual([
    { line: 2, column: null, reason: expect.stringContaining("give their e-mail or their reference") },
    { line: 4, column: null, reason: expect.stringContaining("whose e-mail is another") },
    {
      line: 6,
      column: null,
      reason: expect.stringContaining("has the reference of somebody in the record with another name"),
    },
    { line: 7, column: null, reason: "has no name" },
  ]);
  const ids = fieldsOf(draft, "staff").map(({ id }) => id);
  expect(ids[0]).toBe("s2");
  expect(ids[1]).not.toBe("s4");
  expect(draft.notes[0]).toContain("1 person has the name of somebody in the record with another reference");
});

test("a faulty row is refused by line and column without its value, and the others stand", async () => {
  const file = csv(`
    Email,Last name,School,Staff group,Contract,FTE,From,Until
    a@school.example,Example,900001,Teachers,Permanent,0.6,32/09/2026,
    b@school.example,Example,900001,Wizards,Permanent,0.6,01/09/2026,
    c@school.example,Example,Hogsmeade,Teachers,Permanent,0.6,01/09/2026,
    d@school.example,Example,900001,Teachers,Perpetual,0.6,01/09/2026,
    e@school.example,Example,900001,Teachers,Permanent,60,01/09/2026,
    f@school.example,Example,900001,Teachers,Permanent,0.6,01/09/2026,01/08/2026
    g@school.example,Example,900001,Teachers,Permanent,0.6,,
    h@school.example,Example,900009,Teachers,Permanent,0.6,01/09/2026,
    i@school.example,Example,999999,Teachers,Permanent,0.6,01/09/2026,
    j@school.example,Example,900001,Teachers,Permanent,0.6,01/09/2026,
    j@school.example,Example,900001,Teachers,Permanent,0.6,01/09/2026,
  `);
  const draft = await draftOf(staff, file);
  expect(draft.refused.map(({ line, column }) => [line, column])).toEqual([
    [2, "From"],
    [3, "Staff group"],
    [4, "School"],
    [5, "Contract"],
    [6, "FTE"],
    [7, "Until"],
    [8, "From"],
    [12, null],
  ]);
  expect(draft.not_ours).toBe(2);
  expect(fieldsOf(draft, "employments").map(({ fte }) => fte)).toEqual([undefined, 0.6]);
  expect(JSON.stringify([draft.refused, draft.notes])).not.toMatch(
    /Wizards|Hogsmeade|Perpetual|32\/09|school\.example/,
  );
});

test("words of the school's system that somebody matched are used, and rows whose word is left out are not ours", async () => {
  const file = csv(`
    Email,Surname,DfE number,Post,Start
    a@school.example,Example,936/2045,Wizard,01/09/2026
    b@school.example,Sample,936/2045,Governor,01/09/2026
  `);
  const words = { school: { "936/2045": "900001" }, staff_group: { Wizard: "teachers", Governor: "" } };
  const draft = await draftOf(staff, file, inventedTrust(), { words });
  expect(draft).toMatchObject({ refused: [], not_ours: 1 });
  expect(fieldsOf(draft, "employments")).toMatchObject([
    { school_urn: "900001", staff_group: "teachers", role_title: "Wizard" },
  ]);
});

test("hours of work are a share of the file's own full week, or of the usual one, which is said", async () => {
  const file = csv(`
    Email,Surname,School,Staff group,Hours per week,Start
    a@school.example,Example,900001,Teachers,19.5,01/09/2026
    b@school.example,Sample,900001,Support staff,18.5,01/09/2026
  `);
  const draft = await draftOf(staff, file);
  expect(fieldsOf(draft, "employments").map(({ fte }) => fte)).toEqual([0.6, 0.5]);
  expect(draft.notes.join()).toContain("2 full-time equivalents were worked out from hours");
});
