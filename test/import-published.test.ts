import { expect, test } from "vitest";
import type { RecordFields } from "../pipelines/import/kind.ts";
import { importFile, planFile, publishedFile, temporaryFolder } from "./import-files.ts";
import { type MemoryRecord, memoryRecord, schoolRecord } from "./import-memory.ts";

const dataDir = temporaryFolder();
const bytes = (csv: string) => new TextEncoder().encode(csv);
const policy = { trust_uid: "3190" };
const surrey = { trust_uid: "3190", local_authority_code: "936", local_authority: "Surrey" };

/** A record with some of the real trust's schools, in Surrey. */
const schoolsOf = (...schools: { urn: string; predecessor_urns?: string[] }[]) =>
  memoryRecord({ policy, schools: schools.map((school) => schoolRecord({ ...surrey, ...school })) });

const figures = (record: MemoryRecord, where: RecordFields) =>
  record.all("outcomes").filter((row) => Object.entries(where).every(([name, value]) => row[name] === value));

test("a key stage 2 file brings the trust's schools, their authority and England, from its own year's columns alone", async () => {
  const record = schoolsOf({ urn: "140880" });
  const plan = await importFile("ks2", "ks2/2018-2019_936_ks2final.csv", record, dataDir);
  expect(plan).toMatchObject({ refused: [], not_ours: 242 - 3 });
  expect(
    figures(record, { measure_code: "ks2_rwm_expected" }).map((row) => [
      row["geographic_level"],
      row["geography_name"],
      row["time_period"],
      row["value"],
      row["population"],
    ]),
  ).toEqual([
    ["school", "Invented School 140880", 201819, 0.61, 54],
    ["local_authority", "Surrey", 201819, 0.7, 12400],
    ["national", "England (state-funded schools)", 201819, 0.65, 644967],
  ]);
  expect(figures(record, { measure_code: "ks2_reading_progress", geographic_level: "school" })).toMatchObject([
    { value: -1.2, lower: expect.any(Number), upper: expect.any(Number), unit: "points", release_status: "final" },
  ]);
  expect(new Set(record.all("outcomes").map((row) => row["time_period"]))).toEqual(new Set([201819]));
});

test("the year of a key stage 2 file is read from its columns, and a wrong name is noticed", async () => {
  const file = publishedFile("ks2/2018-2019_936_ks2final.csv");
  const record = schoolsOf({ urn: "140880" });
  const plan = await planFile("ks2", "export.csv", record, { bytes: file, release: "final" });
  expect(plan.added[0]!.fields["time_period"]).toBe(201819);
  await expect(planFile("ks2", "2016-2017_ks2final.csv", record, { bytes: file })).rejects.toThrow(
    "the academic year is in doubt",
  );
  await expect(planFile("ks2", "export.csv", record, { bytes: file })).rejects.toThrow("--release final");
});

test("a school that stops early in its row has figures that are not available, not none and not zero", async () => {
  const record = schoolsOf({ urn: "139557" });
  await importFile("ks2", "ks2/2016-2017_936_ks2final.csv", record, dataDir);
  const own = figures(record, { school_urn: "139557" });
  expect(own).toHaveLength(8);
  for (const row of own)
    expect(row).toMatchObject({ value: null, status_code: "x", source_code: null, population: null });
});

test("results published under the number a school had before it converted are the school's, and say so", async () => {
  const record = schoolsOf({ urn: "144697", predecessor_urns: ["124989"] });
  await importFile("ks2", "ks2/2016-2017_936_ks2final.csv", record, dataDir);
  await importFile("ks2", "ks2/2018-2019_936_ks2final.csv", record, dataDir);
  expect(figures(record, { measure_code: "ks2_rwm_expected", geographic_level: "school" })).toMatchObject([
    { school_urn: "144697", published_urn: "124989", time_period: 201617, value: 0.78, population: 40 },
    { school_urn: "144697", published_urn: "144697", time_period: 201819, value: 0.63, population: 27 },
  ]);
});

test("a key stage 2 file that names the academy a school became joins it without predecessor links", async () => {
  const record = schoolsOf({ urn: "144697" });
  await importFile("ks2", "ks2/2016-2017_936_ks2final.csv", record, dataDir);
  expect(figures(record, { measure_code: "ks2_rwm_expected", geographic_level: "school" })).toMatchObject([
    { school_urn: "144697", published_urn: "124989", value: 0.78 },
  ]);
});

const ks4 = (rows: string) =>
  bytes(`RECTYPE,LEA,URN,SCHNAME,TPUP,ATT8SCR,P8MEA,P8CILOW,P8CIUPP,PTL2BASICS_94,PTL2BASICS_95\n${rows}`);

test("in one file, a school's own row is better than its predecessor's, and a number better than a code", async () => {
  const record = schoolsOf({ urn: "900001", predecessor_urns: ["900010"] });
  const rows = "1,936,900010,Before,100,40,0.1,-0.1,0.3,60%,40%\n1,936,900001,After,100,NEW,0.2,0,0.4,61%,41%\n";
  await importFile("ks4", "2017-2018_ks4final.csv", record, dataDir, { bytes: ks4(rows) });
  const found = record.all("outcomes").map((row) => [row["measure_code"], row["published_urn"], row["value"]]);
  expect(found).toEqual([
    ["ks4_attainment_8", "900010", 40],
    ["ks4_progress_8", "900001", 0.2],
    ["ks4_basics_95", "900001", 0.41],
    ["ks4_basics_94", "900001", 0.61],
  ]);
});

test("two schools before the same school cannot both stand for it, and a row that is there twice for neither", async () => {
  const record = schoolsOf(
    { urn: "900001", predecessor_urns: ["900010", "900011"] },
    { urn: "900002" },
    { urn: "900003" },
  );
  const rows = ["900010", "900011", "900002", "900002", "900003"]
    .map((urn) => `1,936,${urn},Invented,100,40,0,0,0,60%,40%`)
    .join("\n");
  const plan = await planFile("ks4", "2017-2018_ks4final.csv", record, { bytes: ks4(rows) });
  expect(plan.refused.map(({ line, reason }) => [line, reason.slice(0, 40)])).toEqual([
    [2, "is about one of several schools that cam"],
    [3, "is about one of several schools that cam"],
    [4, "is there more than once (also on line 5)"],
    [5, "is there more than once (also on line 4)"],
  ]);
  expect(new Set(plan.added.map(({ fields }) => fields["school_urn"]))).toEqual(new Set(["900003"]));
});

test("record type 4 is all schools in key stage 2 and a local authority in key stage 4, and independent schools are no benchmark", async () => {
  const record = schoolsOf({ urn: "136534" });
  await importFile("ks4", "ks4/2017-2018_england_ks4provisional.csv", record, dataDir);
  const found = figures(record, { measure_code: "ks4_attainment_8" });
  expect(found.map((row) => [row["geographic_level"], row["geography_name"], row["release_status"]])).toEqual([
    ["national", "England (state-funded schools)", "provisional"],
    ["school", "Invented School 136534", "provisional"],
    ["local_authority", "Surrey", "provisional"],
  ]);
  expect(figures(record, { measure_code: "ks4_ebacc_aps" })).toHaveLength(3);
});

test("a national row with spaces for limits keeps its value", async () => {
  const record = schoolsOf({ urn: "136534" });
  await importFile("ks4", "ks4/2016-2017_england_ks4provisional.csv", record, dataDir);
  expect(figures(record, { measure_code: "ks4_progress_8", geographic_level: "national" })).toMatchObject([
    { value: -0.03, lower: null, upper: null, status_code: "", population: 528959 },
  ]);
  expect(figures(record, { measure_code: "ks4_ebacc_aps" })).toEqual([]);
});

test("the full key stage 4 table, 416 columns wide, is read like the provisional one and replaces it", async () => {
  const record = schoolsOf({ urn: "136534" });
  await importFile("ks4", "ks4/2016-2017_england_ks4provisional.csv", record, dataDir);
  const before = figures(record, { geographic_level: "national" }).length;
  const plan = await importFile("ks4", "ks4/2016-2017_320_ks4final.csv", record, dataDir);
  expect(plan.changed.map(({ after }) => after["release_status"])).toEqual(
    Array.from({ length: before }, () => "final"),
  );
  const back = await planFile("ks4", "ks4/2016-2017_england_ks4provisional.csv", record);
  expect(back).toMatchObject({ added: [], changed: [], superseded: before });
});

test("workforce files bring staffing for three years and the nation by phase, with pounds and commas read as numbers", async () => {
  const record = schoolsOf({ urn: "140880" });
  for (const year of ["2016-2017", "2017-2018", "2018-2019"]) {
    expect(await importFile("workforce", `workforce/${year}_england_swf.csv`, record, dataDir)).toMatchObject({
      refused: [],
    });
  }
  expect(
    figures(record, { time_period: 201819, geographic_level: "national", measure_code: "workforce_mean_salary" }),
  ).toMatchObject([
    {
      geography_name: "England (state-funded primary schools)",
      breakdown: "phase",
      category: "Primary",
      value: 38369,
      unit: "money",
    },
    {
      geography_name: "England (state-funded secondary schools)",
      breakdown: "phase",
      category: "Secondary",
      value: 40571,
    },
  ]);
  expect(figures(record, { geographic_level: "school", measure_code: "workforce_pupil_teacher_ratio" })).toHaveLength(
    3,
  );
});

test("the census's workbook brings qualified teacher status for the year that its title names", async () => {
  const record = schoolsOf({ urn: "130000" });
  await importFile("workforce", "workforce/School_Tables_SWC_2022_disguised.xlsx", record, dataDir);
  expect(figures(record, { measure_code: "workforce_qts_share" })).toMatchObject([
    { school_urn: "130000", time_period: 202223, value: 0.98969072, population: 97, unit: "percent" },
  ]);
  expect(figures(record, { measure_code: "workforce_pupil_teacher_ratio" })).toMatchObject([{ population: 89.8 }]);
});

test("the trust's own row is found under either year's headings", async () => {
  const record = schoolsOf({ urn: "136534" });
  await importFile("trust_tables", "mats/2017-2018_england_ks2-mats-performance.csv", record, dataDir);
  await importFile("trust_tables", "mats/2021-2022_england_ks4-mats-performance.csv", record, dataDir);
  expect(
    figures(record, { geographic_level: "trust" }).map((row) => [
      row["measure_code"],
      row["time_period"],
      row["value"],
      row["lower"],
      row["upper"],
      row["population"],
    ]),
  ).toEqual([
    ["ks2_reading_progress", 201718, -0.5, -1, 0, 553],
    ["ks2_writing_progress", 201718, -0.8, -1.3, -0.3, 553],
    ["ks2_maths_progress", 201718, -1.5, -1.9, -1, 553],
    ["ks4_attainment_8", 202122, 52.3, null, null, 1068],
    ["ks4_progress_8", 202122, 0.16, 0.07, 0.25, 1068],
    ["ks4_basics_95", 202122, 0.58, null, null, 1068],
    ["ks4_ebacc_aps", 202122, 4.58, null, null, 1068],
  ]);
  const plan = await planFile("trust_tables", "mats/2017-2018_england_ks4-mats-performance.csv", record);
  expect(plan.notes[0]).toContain("not in this file");
});

test("a suppressed figure of a trust is suppressed in the record", async () => {
  const csv =
    "TIME_PERIOD,TRUST_NAME,TRUST_UID,TPUP_MATPTINC,ATT8SCR_WGTAVG,P8MEA_WGTAVG\n202122,INVENTED TRUST,3190,SUPPMAT,SUPPMAT,SUPPMAT\n";
  const plan = await planFile("trust_tables", "mats.csv", schoolsOf(), { bytes: bytes(csv) });
  expect(
    plan.added.map(({ fields }) => [
      fields["value"],
      fields["status_code"],
      fields["source_code"],
      fields["population"],
    ]),
  ).toEqual([
    [null, "c", "SUPPMAT", null],
    [null, "c", "SUPPMAT", null],
  ]);
});

test("a cell that cannot be read is refused by line and column without its value, and the row's other cells stand", async () => {
  const record = schoolsOf({ urn: "900001" });
  const rows =
    "1,936,900001,Invented,100,forty,0.1,0,0.2,160%,40%\n9,936,900001,Invented,1,1,1,1,1,1%,1%\n1,936,,Invented\n";
  const plan = await planFile("ks4", "2017-2018_ks4final.csv", record, { bytes: ks4(rows) });
  expect(plan.refused).toEqual([
    { line: 2, column: "ATT8SCR", reason: "is neither a number nor a known code for a missing one" },
    {
      line: 2,
      column: "PTL2BASICS_94",
      reason: "is neither a share between 0% and 100% nor a known code for a missing one",
    },
    { line: 3, column: "RECTYPE", reason: "is not one of the record types 1, 2, 4, 5 and 7" },
    { line: 4, column: "URN", reason: "is not a URN of six digits" },
  ]);
  expect(plan.added.map(({ fields }) => fields["measure_code"])).toEqual(["ks4_progress_8", "ks4_basics_95"]);
  expect(JSON.stringify(plan.refused)).not.toMatch(/forty|160/);
});

test("a row with more filled cells than headings is refused, since its columns may have moved", async () => {
  const record = schoolsOf({ urn: "900001" });
  const rows = "1,936,900001,Invented, School,100,40,0.1,0,0.2,60%,40%\n";
  const plan = await planFile("ks4", "2017-2018_ks4final.csv", record, { bytes: ks4(rows) });
  expect(plan).toMatchObject({ added: [], refused: [{ line: 2, column: null }] });
});

test("a turnover file brings, for every year in it, who left the school, who left state schools and who moved", async () => {
  const record = schoolsOf({ urn: "140880" });
  const file =
    bytes(`time_period,time_identifier,geographic_level,school_urn,school_name,teacher_fte_in_census_year,remained_in_the_same_school,left_the_state-funded_system,left_to_another_state-funded_school
202223,November,School,140880,Invented,20,16,2.5,1.5
202324,November,School,140880,Invented,22,c,c,c
202324,November,School,100000,Invented,30,20,5,5
202324,November,National,,,468000,398736,43992,25272
202324,November,School,x,Invented,30,20,5,5`);
  const plan = await importFile("turnover", "teacher_turnover_school_level.csv", record, dataDir, { bytes: file });
  expect(plan.not_ours).toBe(1);
  expect(plan.refused).toEqual([{ line: 6, column: "school_urn", reason: "is not a URN of six digits" }]);
  const own = (time_period: number) =>
    figures(record, { school_urn: "140880", time_period }).map(({ measure_code, value, population, status_code }) => [
      measure_code,
      value,
      population,
      status_code,
    ]);
  // (20 − 16) ÷ 20, 2.5 ÷ 20 and 1.5 ÷ 20 of full-time equivalents.
  expect(own(202223)).toEqual([
    ["workforce_turnover_share", 0.2, 20, ""],
    ["workforce_left_system_share", 0.125, 20, ""],
    ["workforce_moved_school_share", 0.075, 20, ""],
  ]);
  expect(own(202324).map(([, value, population, status]) => [value, population, status])).toEqual(
    Array.from({ length: 3 }, () => [null, 22, "c"]),
  );
  expect(figures(record, { geographic_level: "national", measure_code: "workforce_turnover_share" })).toMatchObject([
    { value: expect.closeTo(0.148, 6), publisher: "Department for Education" },
  ]);
});
