import { expect, test } from "vitest";
import { inspections } from "../pipelines/import/kinds/inspections.ts";
import { csv, draftOf, fieldsOf, fixture, inventedPolicy } from "./import-kind-reading.ts";
import { memoryRecord, schoolRecord } from "./import-memory.ts";

const schoolsOf = (...urns: string[]) =>
  memoryRecord({ policy: inventedPolicy, schools: urns.map((urn) => schoolRecord({ urn, trust_uid: "9001" })) });
const grades = (rows: Record<string, unknown>[]) =>
  rows.map((row) => [
    row["school_urn"],
    row["measure_code"],
    row["time_period"],
    row["value"],
    row["status_code"],
    row["source_code"],
  ]);

test("the file of 2018 brings overall grades in the year in which each inspection began", async () => {
  const draft = await draftOf(
    inspections,
    fixture("ofsted/england_ofsted-schools_2018-07-31.csv"),
    schoolsOf("140880", "136534", "106445"),
  );
  expect(draft).toMatchObject({ refused: [], not_ours: 8 });
  expect(grades(fieldsOf(draft, "outcomes"))).toEqual([
    ["136534", "inspection_overall", 201112, 1, "", null],
    ["140880", "inspection_overall", 201617, 2, "", null],
    ["106445", "inspection_overall", 201516, 4, "", null],
  ]);
  expect(fieldsOf(draft, "outcomes")[0]).toMatchObject({
    publisher: "Ofsted",
    unit: "points",
    release_status: "final",
    licence: "Open Government Licence v3.0",
  });
});

const monthly = csv(`
  URN,School name,Inspection start date,URN at time of latest full inspection,Safeguarding standards,Inclusion,Curriculum and teaching,Early years (where applicable),Leadership and governance,Inspection start date of latest OEIF graded inspection,URN at time of latest OEIF graded inspection,Latest OEIF overall effectiveness,Latest OEIF quality of education,Latest OEIF early years provision (where applicable),Latest OEIF sixth form provision (where applicable),Date of latest ungraded inspection
  900001,Invented,NULL,NULL,NULL,NULL,NULL,NULL,NULL,12/10/2023,900010,2,2,1,9,14/05/2026
  900002,Invented,NULL,NULL,NULL,NULL,NULL,NULL,NULL,03/12/2024,900002,Not judged,3,9,9,NULL
  900003,Invented,13/01/2026,900003,Met,Strong standard,Expected standard,Not applicable,Needs attention,03/12/2019,900003,1,1,NULL,NULL,NULL
  900004,Invented,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL
`);

test("the monthly file's graded inspections and report cards are kept side by side, and neither is turned into the other", async () => {
  const draft = await draftOf(inspections, monthly, schoolsOf("900001", "900002", "900003", "900004"));
  expect(draft.refused).toEqual([]);
  expect(grades(fieldsOf(draft, "outcomes"))).toEqual([
    ["900001", "inspection_overall", 202324, 2, "", null],
    ["900001", "inspection_quality_of_education", 202324, 2, "", null],
    ["900001", "inspection_early_years", 202324, 1, "", null],
    ["900001", "inspection_sixth_form", 202324, null, "z", "9"],
    ["900002", "inspection_overall", 202425, null, "z", "Not judged"],
    ["900002", "inspection_quality_of_education", 202425, 3, "", null],
    ["900002", "inspection_early_years", 202425, null, "z", "9"],
    ["900002", "inspection_sixth_form", 202425, null, "z", "9"],
    ["900003", "report_card_safeguarding", 202526, 1, "", "Met"],
    ["900003", "report_card_inclusion", 202526, 2, "", "Strong standard"],
    ["900003", "report_card_curriculum", 202526, 3, "", "Expected standard"],
    ["900003", "report_card_early_years", 202526, null, "z", "Not applicable"],
    ["900003", "report_card_leadership", 202526, 4, "", "Needs attention"],
    ["900003", "inspection_overall", 201920, 1, "", null],
    ["900003", "inspection_quality_of_education", 201920, 1, "", null],
  ]);
  expect(fieldsOf(draft, "outcomes")[0]).toMatchObject({ published_urn: "900010" });
  expect(draft.notes).toEqual([
    expect.stringContaining("1 school has had an ungraded inspection since"),
    expect.stringContaining("1 school has no overall grade, as none has been given since September 2024"),
    expect.stringContaining("1 school has a report card"),
    "1 school has no inspection with grades in this file.",
  ]);
});

test("a second import has the same keys, and a strange grade is refused without being repeated", async () => {
  const record = schoolsOf("900001");
  const first = await draftOf(inspections, monthly, record);
  expect((await draftOf(inspections, monthly, record)).candidates).toEqual(first.candidates);
  const faulty = csv(
    "URN,Inspection start date,Overall effectiveness,Quality of education\n900001,12/10/2023,Fabulous,2\n900001x,12/10/2023,1,1",
  );
  const draft = await draftOf(inspections, faulty, record);
  expect(draft.refused).toEqual([
    { line: 2, column: "Overall effectiveness", reason: "is no grade that Ofsted gives" },
    { line: 3, column: "URN", reason: "is not a URN of six digits" },
  ]);
  expect(fieldsOf(draft, "outcomes")).toMatchObject([{ measure_code: "inspection_quality_of_education" }]);
});
