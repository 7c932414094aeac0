import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { kinds } from "../pipelines/import/kinds/all.ts";
import { prepareSheet } from "../pipelines/import/prepare.ts";
import { recogniseKinds, takenFor } from "../pipelines/import/recognise.ts";
import { readSheet } from "../pipelines/import/sheet.ts";
import { dayOneFiles, publishedFile, temporaryFolder } from "./import-files.ts";
import { csv, fixture, importFixtures, inventedTrust } from "./import-kind-reading.ts";

const taken = async (bytes: Uint8Array, name = "export.csv") =>
  takenFor(recogniseKinds(await readSheet(bytes, name), kinds))?.name;

/** Headings as the systems of schools, spreadsheets and survey tools write them, with one or two rows. */
const files: [kind: string | undefined, text: string][] = [
  [
    "staff",
    "Employee ID,Surname,Forename,Work Email,School,Job Title,Contract type,FTE,Start date,End date\nT1,Example,Ada,a@school.example,900001,Teacher,Permanent,1,01/09/2024,",
  ],
  ["staff", "Person ID,Name,Role,Contract Start Date,Contract End Date,FTE\n1,Ada Example,Teacher,2024-09-01,,1"],
  [
    "training",
    "Delegate,Course title,Course date,Attendance status,Duration\nAda Example,Invented day,14/09/2026,Attended,6",
  ],
  [
    "training",
    "First name,Last name,Email,Module,Date completed,Minutes\nAda,Example,a@school.example,Invented,2026-09-03,45",
  ],
  ["qualifications", "Staff ID,Qualification,Status,Award date\nT1,NPQSL,Passed,20/06/2026"],
  ["costs", "Invoice no,Invoice date,Category,Amount,Course\n1,30/09/2026,Fees,100,Invented day"],
  ["costs", "Course,Date,Course fee,Travel,Supply cover\nInvented day,14/09/2026,300,,180"],
  [
    "evaluations",
    "ID,Start time,Completion time,Email,Name,It was of high quality,It was relevant\n1,x,x,a@school.example,Ada,Agree,Neutral\n2,x,x,b@school.example,Ben,Agree,Agree",
  ],
  [
    "evaluations",
    "Timestamp,Rate it [Content],Rate it [Pace],Comments\n2026/09/14 4:09:22 PM,5,4,Good\n2026/09/14 4:10:22 PM,3,4,Fine",
  ],
  ["pupil_voice", "School,Academic year,Question,Favourable,Responses\n900001,2025/26,I enjoy learning,40,50"],
  [undefined, "Recipe,Flour,Sugar\nCake,200,100"],
];

test("a file is taken for the kind it is, and for none where nothing speaks for one", async () => {
  for (const [kind, text] of files) expect([text, await taken(csv(text))]).toEqual([text, kind]);
});

test("the published files are still taken for what they are", async () => {
  for (const [kind, path] of dayOneFiles) expect([path, await taken(publishedFile(path), path)]).toEqual([path, kind]);
  const ours: Record<string, string | undefined> = {
    "ofsted/england_ofsted-schools_2018-07-31.csv": "inspections",
    "registers/instructor_training_events.csv": undefined,
    "survey/google_forms_onboarding_responses_2019.csv": undefined,
    "survey/workshop_post-instructors_20181002.csv": "evaluations",
    "survey/instructor_training_post_2018.csv": "evaluations",
  };
  for (const [path, kind] of Object.entries(ours))
    expect([path, await taken(fixture(path), path)]).toEqual([path, kind]);
  expect(readdirSync(importFixtures)).toContain("README.md");
});

test("the two rows of headings that SurveyMonkey writes are matched as one", async () => {
  const bytes = csv(`
    Respondent ID,Start Date,How far do you agree?,,Anything else?
    ,,It was of high quality,It was relevant,Open-Ended Response
    118000000001,14/09/2026 16:09,Agree,Neutral,More tea
    118000000002,14/09/2026 16:12,Strongly agree,Agree,
  `);
  const about = {
    file_name: "export.csv",
    uploaded_at: "2026-11-20T09:00:00.000Z",
    uploaded_by: "u1",
    allowed_school_urns: null,
    kind: null,
    mapping: null,
    words: { activity: { "the whole file": "a1" } },
    year: null,
    release: null,
    trust_uid: null,
  };
  const activity = { id: "a1", title: "Invented day", starts_on: "2026-09-14", ends_on: null, school_urn: null };
  const record = inventedTrust({ activities: [activity] });
  const hub = { dataDir: temporaryFolder(), today: "2026-11-20" };
  const { state } = await prepareSheet(await readSheet(bytes, "export.csv"), about, record, hub);
  expect(state).toMatchObject({ step: "ready", kind: "evaluations", rows: 2, counts: { added: 2, refused: 0 } });
  const matched = state.columns.filter(({ heading }) => heading !== null).map(({ name, heading }) => [name, heading]);
  expect(matched).toEqual([
    ["quality", "How far do you agree? [It was of high quality]"],
    ["relevance", "How far do you agree? [It was relevant]"],
  ]);
  expect(state.words.find(({ column }) => column === "activity")).toMatchObject({
    words: [{ word: "the whole file", key: "a1", rows: 2 }],
    choices: [{ key: "a1", label: "Invented day, 2026-09-14" }],
  });
});
