import { expect, test } from "vitest";
import { importFile, planFile, temporaryFolder } from "./import-files.ts";
import { memoryRecord, schoolRecord } from "./import-memory.ts";

const dataDir = temporaryFolder();
const groupLinks = "gias/grouplinks_edubaseallacademiesandfree20190601.csv";
const links = "gias/links_edubasealldata_2026-08.csv";
const extract = "gias/20220420_936_gias.csv";
const bytes = (csv: string) => new TextEncoder().encode(csv);

test("without a trust, the import says how to choose one and offers the largest of the file", async () => {
  await expect(planFile("gias", groupLinks, memoryRecord())).rejects.toThrow(
    /no trust has been chosen yet\. In this file, the largest are: GLF SCHOOLS \(UID 3190, 32 schools\).*--trust 3190/,
  );
});

test("group links bring the trust's schools and the day each joined, and choosing the trust names the organisation", async () => {
  const record = memoryRecord();
  const plan = await importFile("gias", groupLinks, record, dataDir, { trustUid: "3190" });
  expect(plan).toMatchObject({ left: 0, refused: [], not_ours: 60 });
  expect(record.all("schools")).toHaveLength(32);
  expect(record.collections.schools.get("140880")).toMatchObject({
    name: "Hillcroft Primary School",
    phase: "primary",
    local_authority_code: "936",
    trust_uid: "3190",
    trust_name: "GLF SCHOOLS",
    trust_joined_on: "2014-05-01",
    trust_left_on: null,
  });
  expect(record.collections.policy.get("policy")).toMatchObject({
    trust_uid: "3190",
    organisation_name: "GLF SCHOOLS",
  });
});

test("a name that the organisation has given itself is kept", async () => {
  const record = memoryRecord({ policy: { organisation_name: "Our Family of Schools" } });
  await importFile("gias", groupLinks, record, dataDir, { trustUid: "3190" });
  expect(record.collections.policy.get("policy")).toMatchObject({ organisation_name: "Our Family of Schools" });
});

test("the UID of a sponsor is not taken for a trust's", async () => {
  const csv = `"URN","Linked UID","Group Name","Group Type","Joined date","EstablishmentName"
900001,71,"INVENTED TRUST","Multi-academy trust","01-09-2015","Invented School"
900001,72,"Invented Trust","School sponsor","01-09-2015","Invented School"`;
  const plan = planFile("gias", "links.csv", memoryRecord(), { trustUid: "72", bytes: bytes(csv) });
  await expect(plan).rejects.toThrow(
    "UID 72 is not a trust but a school sponsor. Use the trust of the same name, UID 71",
  );
  const other = planFile("gias", "links.csv", memoryRecord(), { trustUid: "73", bytes: bytes(csv) });
  await expect(other).rejects.toThrow("has no trust with UID 73");
});

test("the latest membership counts, and a school that went to another trust has left on the day it joined that one", async () => {
  const csv = `"URN","Linked UID","Group Name","Group Type","Closed Date","Joined date","EstablishmentName"
900001,71,"INVENTED TRUST","Multi-academy trust","","01-09-2012","Invented School"
900001,71,"INVENTED TRUST","Multi-academy trust","","01-09-2018","Invented School"
900002,71,"INVENTED TRUST","Multi-academy trust","","01-09-2012","Moved School"
900002,75,"OTHER TRUST","Multi-academy trust","","01-01-2020","Moved School"
900003,75,"OTHER TRUST","Single-academy trust","","01-01-2021","Gone School"`;
  const record = memoryRecord({
    schools: [schoolRecord({ urn: "900003", trust_uid: "71", trust_joined_on: "2015-09-01" })],
  });
  await importFile("gias", "links.csv", record, dataDir, { trustUid: "71", bytes: bytes(csv) });
  const days = record
    .all("schools")
    .map((school) => [school["urn"], school["trust_joined_on"], school["trust_left_on"]]);
  expect(days.sort()).toEqual([
    ["900001", "2018-09-01", null],
    ["900002", "2012-09-01", "2020-01-01"],
    ["900003", "2015-09-01", "2021-01-01"],
  ]);
});

test("a row that cannot be read is refused by line and column, and the others are imported", async () => {
  const csv = `"URN","Linked UID","Group Name","Group Type","Joined date","EstablishmentName"
900001,71,"INVENTED TRUST","Multi-academy trust","in autumn","Invented School"
12,71,"INVENTED TRUST","Multi-academy trust","01-09-2015","Short School"
900002,71,"INVENTED TRUST","Multi-academy trust","01-09-2015","Good School"`;
  const plan = await planFile("gias", "links.csv", memoryRecord(), { trustUid: "71", bytes: bytes(csv) });
  expect(plan.refused).toEqual([
    { line: 2, column: "Joined date", reason: "is not a date" },
    { line: 3, column: "URN", reason: "is not a URN of six digits" },
  ]);
  expect(plan.added.map(({ key }) => key)).toEqual(["900002"]);
});

test("predecessor links give each school the numbers it had before, and a school that was split is not one of them", async () => {
  const csv = `"URN","LinkURN","LinkType"
900001,900010,"Predecessor"
900010,900011,"Predecessor - merged"
900010,900012,"Predecessor - amalgamated"
900001,900013,"Predecessor - Split School"
900001,900014,"Successor"
900009,900015,"Predecessor"`;
  const record = memoryRecord({
    policy: { trust_uid: "71" },
    schools: [schoolRecord({ urn: "900001", trust_uid: "71" })],
  });
  const plan = await importFile("gias", "links.csv", record, dataDir, { bytes: bytes(csv) });
  expect(record.collections.schools.get("900001")!["predecessor_urns"]).toEqual(["900010", "900011", "900012"]);
  expect(plan.not_ours).toBe(3);
});

test("an extract fills in the schools: by the trust's name where it gives no UID, with links in cells beyond the last heading", async () => {
  const record = memoryRecord();
  await importFile("gias", groupLinks, record, dataDir, { trustUid: "3190" });
  const plan = await importFile("gias", extract, record, dataDir);
  expect(record.collections.schools.get("144697")).toMatchObject({
    opened_on: "2018-05-01",
    pupils: 235,
    predecessor_urns: ["124989"],
    trust_joined_on: "2018-05-01",
  });
  // Four schools joined after the group links of 2019; until newer links say when, the extract's day is what is known.
  expect(plan.added.map(({ key }) => key)).toEqual(["140808", "140810", "146024", "146846"]);
  expect(record.collections.schools.get("140810")).toMatchObject({ trust_joined_on: "2022-04-20" });
  expect(plan.notes[0]).toContain("2022-04-20");
});

test("cells beyond the last heading are read as links", async () => {
  const csv = `"URN","LA (code)","LA (name)","EstablishmentName","TypeOfEstablishment (name)","PhaseOfEducation (name)","OpenDate","CloseDate","NumberOfPupils","Trusts (name)","Linked establishments"
900001,"999","Invented","Joined School","Academy special converter","Not applicable","01-09-2015","","1,020","Invented Trust","900010 Predecessor","900011 Predecessor - merged","900012 Successor"`;
  const record = memoryRecord({ policy: { trust_uid: "71", organisation_name: "INVENTED TRUST" } });
  await importFile("gias", "edubasealldata20260901.csv", record, dataDir, { bytes: bytes(csv) });
  expect(record.collections.schools.get("900001")).toMatchObject({
    predecessor_urns: ["900010", "900011"],
    phase: "special",
    pupils: 1020,
    trust_joined_on: "2026-09-01",
  });
});

test("an extract with the trust's UID goes by it, and a school that it shows elsewhere has left", async () => {
  const csv = `"URN","LA (code)","LA (name)","EstablishmentName","TypeOfEstablishment (name)","PhaseOfEducation (name)","OpenDate","CloseDate","NumberOfPupils","Trusts (code)","Trusts (name)"
900001,999,Invented,One School,Academy converter,Primary,,,100,71,A NEW NAME
900002,999,Invented,Two School,Academy converter,Primary,,,100,75,OTHER TRUST
900003,999,Invented,Three School,Academy converter,Primary,,31-08-2024,,,`;
  const member = { trust_uid: "71", trust_joined_on: "2015-09-01" };
  const schools = [schoolRecord({ urn: "900002", ...member }), schoolRecord({ urn: "900003", ...member })];
  const record = memoryRecord({ policy: { trust_uid: "71" }, schools });
  await importFile("gias", "edubasealldata20260901.csv", record, dataDir, { bytes: bytes(csv) });
  const days = record.all("schools").map((school) => [school["urn"], school["trust_uid"], school["trust_left_on"]]);
  expect(days).toEqual([
    ["900002", "71", "2026-09-01"],
    ["900003", "71", "2024-08-31"],
    ["900001", "71", null],
  ]);
});

test("nothing about head teachers is in what an extract brings", async () => {
  const csv = `"URN","LA (code)","LA (name)","EstablishmentName","TypeOfEstablishment (name)","PhaseOfEducation (name)","OpenDate","CloseDate","NumberOfPupils","Trusts (code)","Trusts (name)","HeadFirstName","HeadLastName"
900001,999,Invented,One School,Academy converter,Primary,,,100,71,INVENTED TRUST,Firstname,Lastname`;
  const plan = await planFile("gias", "edubasealldata20260901.csv", memoryRecord(), {
    trustUid: "71",
    bytes: bytes(csv),
  });
  expect(JSON.stringify(plan)).not.toMatch(/Firstname|Lastname|Head/);
});

test("the files can be imported in any order that has the schools first, and say so otherwise", async () => {
  const record = memoryRecord();
  await expect(planFile("gias", links, record, { trustUid: "3190" })).rejects.toThrow(
    "First import the group links file",
  );
  await expect(planFile("ks2", "ks2/2018-2019_936_ks2final.csv", record)).rejects.toThrow(
    "no trust has been chosen yet",
  );
  await expect(planFile("gias", "ks2/2018-2019_936_ks2final.csv", record)).rejects.toThrow("none of the three files");
});
