import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { training } from "../pipelines/import/kinds/training.ts";
import { csv, draftOf, fieldsOf, inventedTrust, keep } from "./import-kind-reading.ts";

const people = [
  { id: "ada", first_name: "Ada", last_name: "Example", email: "a.example@school.example", mis_reference: "T1" },
  { id: "ben", first_name: "Ben", last_name: "Sample", email: "b.sample@school.example", mis_reference: "T2" },
];
const spell = (staff_id: string, school_urn: string) => ({
  id: `post-${staff_id}`,
  staff_id,
  school_urn,
  staff_group: "teachers",
  starts_on: "2024-09-01",
  ends_on: null,
});
const trust = (records = {}) =>
  inventedTrust({ staff: people, employments: [spell("ada", "900001"), spell("ben", "900002")], ...records });

const register = csv(`
  Delegate,Email,Course title,Course date,End date,Training provider,Course length,Duration,Attendance status
  "Example, Ada",,Invented reading day,14/09/2026,,University of Nowhere,6 hours,5:30,Attended
  Ben Sample,B.Sample@school.example,Invented reading day,14/09/2026,,University of Nowhere,6 hours,,DNA
  Ben Sample,,Invented phonics series,21/09/2026,30/11/2026,Invented Primary School,90 min,90 min,Enrolled
`);

test("a register brings participations, and the activities and providers that are not there", async () => {
  const draft = await draftOf(training, register, trust());
  expect(draft.refused).toEqual([]);
  const [reading, phonics] = fieldsOf(draft, "activities");
  const providers = fieldsOf(draft, "providers");
  expect(providers.map(({ name, kind }) => [name, kind])).toEqual([
    ["University of Nowhere", "university"],
    ["Invented Primary School", "own_school"],
  ]);
  expect(reading).toMatchObject({
    title: "Invented reading day",
    starts_on: "2026-09-14",
    ends_on: "2026-09-14",
    hours: 6,
    decision: "approved",
    provider_id: providers[0]!["id"],
  });
  expect(phonics).toMatchObject({ starts_on: "2026-09-21", ends_on: "2026-11-30", hours: 1.5 });
  expect(fieldsOf(draft, "participations").map(({ id: _, ...fields }) => fields)).toEqual([
    { activity_id: reading!["id"], staff_id: "ada", state: "attended", hours_attended: 5.5 },
    { activity_id: reading!["id"], staff_id: "ben", state: "absent" },
    { activity_id: phonics!["id"], staff_id: "ben", state: "booked", hours_attended: 1.5 },
  ]);
  expect(draft.notes).toEqual([expect.stringContaining("2 activities are not in the record")]);
});

test("a second import of the same register has the same keys, and adds no activity that is there", async () => {
  const record = trust();
  const first = await draftOf(training, register, record);
  keep(first, record);
  const again = await draftOf(training, register, record);
  expect(fieldsOf(again, "activities")).toEqual([]);
  expect(fieldsOf(again, "providers")).toEqual([]);
  expect(fieldsOf(again, "participations")).toEqual(fieldsOf(first, "participations"));
});

test("what people typed is found: an activity between its days, a participation whoever recorded it", async () => {
  const record = trust({
    activities: [
      {
        id: "act",
        title: "Invented Reading Day",
        starts_on: "2026-09-13",
        ends_on: "2026-09-15",
        hours: 4,
        programme_id: null,
        provider_id: null,
        school_urn: null,
      },
    ],
    participations: [{ id: "typed", activity_id: "act", staff_id: "ada" }],
  });
  const draft = await draftOf(training, register, record);
  expect(fieldsOf(draft, "activities").map(({ title }) => title)).toEqual(["Invented phonics series"]);
  expect(fieldsOf(draft, "participations")[0]).toMatchObject({ id: "typed", activity_id: "act", state: "attended" });
});

test("an export of completions without course days makes one activity, from the first completion to the last", async () => {
  const file = csv(`
    User ID,Module,Date completed,Minutes
    T1,Invented safeguarding basics,2026-09-03,45
    T2,Invented safeguarding basics,2026-10-01,90
  `);
  const draft = await draftOf(training, file, trust());
  expect(fieldsOf(draft, "activities")).toMatchObject([{ starts_on: "2026-09-03", ends_on: "2026-10-01" }]);
  expect(fieldsOf(draft, "participations").map(({ state, hours_attended }) => [state, hours_attended])).toEqual([
    ["completed", 0.75],
    ["completed", 1.5],
  ]);
});

test("a faulty row of a register is refused by line and column without its value, and the others stand", async () => {
  const file = csv(`
    Email,Activity,Date,Hours,Attendance
    nobody@school.example,Invented day,2026-09-14,1,Attended
    a.example@school.example,,2026-09-14,1,Attended
    a.example@school.example,Invented day,14th of Nevermore,1,Attended
    a.example@school.example,Invented day,2026-09-14,half a morning,Attended
    b.sample@school.example,Invented day,2026-09-14,1,Levitated
    a.example@school.example,Invented day,2026-09-14,1,Attended
    b.sample@school.example,Untimed thing,,1,Attended
  `);
  const draft = await draftOf(training, file, trust());
  expect(draft.refused.map(({ line, column, reason }) => [line, column, reason.slice(0, 34)])).toEqual([
    [2, null, "fits nobody in the record: import "],
    [3, null, "does not say which activity it is "],
    [4, "Date", "is not a date, such as 01/09/2026 "],
    [5, "Hours", "is no length of time, such as 1.5,"],
    [6, "Attendance", "is no known word for attendance: m"],
    [7, null, "is the same person in the same act"],
    [8, "Activity", "is not the title of an activity in"],
  ]);
  expect(fieldsOf(draft, "participations")).toHaveLength(1);
  expect(JSON.stringify([draft.refused, draft.notes])).not.toMatch(
    /Nevermore|half a morning|Levitated|Untimed|school\.example/,
  );
});

test("whoever imports for one school hosts there what they add, and adds nothing about another's staff", async () => {
  const draft = await draftOf(training, register, trust(), { allowedSchoolUrns: ["900001"] });
  const own = draft.candidates.filter(({ collection }) => collection !== "participations");
  expect(own.map(({ school_urn }) => school_urn)).toContain("900001");
  expect(
    draft.candidates.filter(({ collection }) => collection === "participations").map(({ school_urn }) => school_urn),
  ).toEqual(["900001"]);
  const reason = expect.stringContaining("ask a CPD administrator to import it");
  expect(draft.refused).toEqual([3, 4].map((line) => ({ line, column: null, reason })));
});

test("a list of events without people is not taken for a register", async () => {
  const events = readFileSync(join(import.meta.dirname, "fixtures/imports/registers/instructor_training_events.csv"));
  await expect(draftOf(training, events, trust(), { mapping: { activity: "slug" } })).rejects.toThrow(
    "has no column that says who it is about",
  );
});
