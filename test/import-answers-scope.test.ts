import { expect, test } from "vitest";
import { prepareSheet } from "../pipelines/import/prepare.ts";
import { readSheet } from "../pipelines/import/sheet.ts";
import { planFile, temporaryFolder } from "./import-files.ts";
import { csv, inventedTrust } from "./import-kind-reading.ts";

const activity = (id: string, title: string, starts_on: string, school_urn: string | null) => ({
  id,
  title,
  starts_on,
  ends_on: starts_on,
  school_urn,
});
const hosted = [
  activity("reading", "Invented reading day", "2026-09-14", null),
  activity("theirs", "Invented maths day", "2026-09-15", "900002"),
  { ...activity("hidden", "Invented hidden day", "2026-09-16", "900001"), is_restricted: true },
  activity("own", "Invented coaching", "2026-09-21", "900001"),
];
const trust = () => inventedTrust({ activities: hosted });
/** What is said of the whole file, by default that it is about the reading day. */
const about = (said: Record<string, string> = {}) =>
  Object.fromEntries(
    Object.entries({ activity: "reading", ...said }).map(([column, key]) => [column, { "the whole file": key }]),
  );

test("whoever imports for one school brings the answers of its people alone, small groups among them", async () => {
  const rows = [
    ...Array.from({ length: 6 }, () => "900001,Teachers"),
    "900001,Senior leaders",
    "900002,Teachers",
    ",Teachers",
  ];
  const bytes = csv(`School,Staff group,It was of high quality\n${rows.map((row) => `${row},Neutral`).join("\n")}`);
  const plan = await planFile("evaluations", "export.csv", trust(), {
    bytes,
    allowedSchoolUrns: ["900001"],
    words: about({ activity: "own" }),
  });
  expect(plan).toMatchObject({ not_ours: 1, refused: [] });
  expect(plan.added).toHaveLength(8);
  expect(new Set(plan.added.map(({ fields }) => fields["staff_group"]))).toEqual(new Set([null]));
});

const five = (heading: string, cell: string) =>
  csv(`${heading}It was of high quality\n${Array.from({ length: 5 }, () => `${cell}Neutral`).join("\n")}`);

test("nobody adds answers to those that come by links, which are counted however few they are", async () => {
  const record = trust();
  const links = { activity_id: "reading", wave: "end_of_session", survey_period: null };
  record.collections.invitations = new Map(["i1", "i2"].map((id) => [id, { id, ...links, staff_id: "somebody" }]));
  const bytes = five("", "");
  const plan = await planFile("evaluations", "export.csv", record, { bytes, words: about() });
  expect(plan.added).toEqual([]);
  expect(plan.refused).toHaveLength(5);
  expect(plan.refused[0]!.reason).toContain("their answers come that way");
  const later = about({ wave: "follow_up" });
  expect((await planFile("evaluations", "export.csv", record, { bytes, words: later })).added).toHaveLength(5);
});

test.for<[string, Record<string, string>]>([
  ["another school's activity", { activity: "theirs" }],
  ["one of the whole trust", { activity: "reading" }],
  ["a restricted activity of their own", { activity: "hidden" }],
  ["the staff survey", { wave: "staff_survey" }],
])("whoever imports for one school brings no answers about %s", async ([, said]) => {
  const record = trust();
  const choices = { bytes: five("School,", "900001,"), allowedSchoolUrns: ["900001"], year: 202627 };
  const plan = await planFile("evaluations", "export.csv", record, { ...choices, words: about(said) });
  expect(plan.added).toEqual([]);
  const reason = expect.stringContaining("ask a CPD administrator");
  expect(plan.refused.map((refusal) => refusal.reason)).toEqual(Array.from({ length: 5 }, () => reason));
});

test.for<[string, string[] | null, string[]]>([
  ["one school", ["900001"], ["own"]],
  ["the trust", null, ["own", "hidden", "theirs", "reading"]],
])("whoever imports for %s chooses among activities that they may know of", async ([, allowed, expected]) => {
  const upload = { file_name: "export.csv", uploaded_at: "2026-11-20T09:00:00.000Z", uploaded_by: "u1" };
  const said = { kind: "evaluations", mapping: null, words: null, year: null, release: null, trust_uid: null };
  const sheet = await readSheet(five("School,", "900001,"), "export.csv");
  const hub = { dataDir: temporaryFolder(), today: "2026-11-20" };
  const says = { ...upload, ...said, allowed_school_urns: allowed };
  const { state } = await prepareSheet(sheet, says, trust(), hub);
  const { choices } = state.words.find(({ column }) => column === "activity")!;
  expect(choices.map(({ key }) => key)).toEqual(expected);
});
