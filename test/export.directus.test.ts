import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import Papa from "papaparse";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { connect, send } from "../directus/client.ts";
import { collections } from "../directus/schema/record.ts";
import { type TestDirectus, testDirectus } from "./harness/directus.ts";
import { appointReaders, otherSchool, ownSchool, type ReaderKey } from "./harness/readers.ts";
import { writeRelease } from "./harness/release.ts";
import { type TestSite, testSite } from "./harness/site.ts";
import { type Visitor, visit } from "./harness/visitor.ts";

const key = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;
const [ada, bilal, leaver] = [key(1), key(2), key(3)];
const dataDir = mkdtempSync(join(tmpdir(), "cpd-export-"));
const visitors = {} as Record<ReaderKey, Visitor>;
let directus: TestDirectus;
let site: TestSite;

const course = { starts_on: "2025-10-06", ends_on: "2025-10-06", hours: 3, level: "whole" };
const post = { staff_group: "teachers", contract: "permanent", starts_on: "2024-09-01" };
const records: Record<string, object[]> = {
  staff: [
    { id: ada, first_name: "Ada", last_name: "Testcase", email: "ada@larkmoor.example.org" },
    { id: bilal, first_name: "Bilal", last_name: "Example" },
    { id: leaver, first_name: "Lena", last_name: "Invented" },
  ],
  employments: [
    {
      id: key(11),
      staff_id: ada,
      school_urn: ownSchool.urn,
      role_title: "=Teacher of history",
      coach_id: bilal,
      ...post,
    },
    { id: key(12), staff_id: bilal, school_urn: otherSchool.urn, ...post },
    {
      id: key(13),
      staff_id: leaver,
      school_urn: ownSchool.urn,
      ...post,
      ends_on: "2026-08-31",
      destination: "unknown",
    },
  ],
  activities: [
    { id: key(21), title: "Reading, aloud", leader_id: ada, ...course },
    { id: key(22), title: "After a difficult day", is_restricted: true, ...course, hours: 1.5 },
    { id: key(23), title: "Coaching skills", ...course, starts_on: "2026-02-02", criteria_met: ["evidence_base"] },
  ],
  participations: [
    { id: key(31), activity_id: key(21), staff_id: ada, state: "completed", completed_on: "2025-10-06" },
    { id: key(32), activity_id: key(22), staff_id: ada, state: "attended", hours_attended: 1 },
    { id: key(33), activity_id: key(23), staff_id: ada, state: "completed", role: "coach" },
    { id: key(34), activity_id: key(23), staff_id: bilal, state: "absent" },
    { id: key(35), activity_id: key(21), staff_id: bilal, state: "booked" },
  ],
  qualifications: [{ id: key(41), staff_id: ada, qualification: "QTS", state: "gained", gained_on: "2019-07-01" }],
  invitations: [
    {
      id: key(61),
      wave: "end_of_session",
      staff_id: ada,
      participation_id: key(31),
      token_hashes: "5ec4e7",
      state: "answered",
      sent_on: ["2026-11-02"],
      expires_on: "2026-11-20",
    },
    { id: key(62), wave: "end_of_session", staff_id: bilal, state: "answered", expires_on: "2026-11-19" },
  ],
  evaluations: [9, 3, 7].map((number) => ({
    id: key(70 + number),
    activity_id: key(21),
    wave: "end_of_session",
    questionnaire: "standard_end_of_session_1",
    answers: { quality: 4 },
  })),
};

beforeAll(async () => {
  directus = await testDirectus();
  const credentials = await appointReaders(directus);
  const admin = connect({ url: directus.url, token: directus.adminToken });
  for (const [collection, rows] of Object.entries(records)) await send(admin, "POST", `/items/${collection}`, rows);
  await send(admin, "POST", "/fields/providers", { field: "own_notes", type: "string", meta: {}, schema: {} });
  await send(admin, "POST", "/items/providers", {
    name: "Invented provider",
    kind: "external",
    notes: "-25.5",
    own_notes: "by hand",
  });
  writeRelease(join(dataDir, "published"));
  const { url: directusUrl, siteToken, clerkToken } = directus;
  site = await testSite({ dataDir, directusUrl, siteToken, clerkToken });
  for (const reader of ["cpd_lead", "governor", "trustee", "cpd_administrator", "system_administrator"] as const) {
    visitors[reader] = visit(site.url);
    const { email, password } = credentials[reader];
    expect(await visitors[reader].signIn(email, password)).toMatchObject({ status: 303 });
  }
});

afterAll(async () => {
  await site?.stop();
  await directus?.stop();
  rmSync(dataDir, { recursive: true });
});

/** The rows of a CSV file, by its own headings. */
const rowsOf = (csv: string) =>
  Papa.parse<Record<string, string>>(csv.replace(/^\uFEFF/, ""), { header: true, skipEmptyLines: true }).data;

describe("the record taken out", () => {
  const take = (reader: ReaderKey, name: string) => visitors[reader].get(`/data/export/${name}`);

  test("lists every collection there is", async () => {
    const { status, body } = await visitors.cpd_administrator.get("/data/export");
    expect(status).toBe(200);
    const links = [...body.matchAll(/href="\/data\/export\/(\w+)\.csv"/g)].map((match) => match[1]!);
    const all = collections.map(({ collection }) => collection);
    expect([...links, "evaluations"].sort()).toEqual(all.sort());
  });

  test("has each record with the record's own columns, as Excel reads them", async () => {
    const response = await fetch(`${site.url}/data/export/employments.csv`, {
      headers: { cookie: [...visitors.cpd_administrator.cookies].map((pair) => pair.join("=")).join("; ") },
    });
    expect([...new Uint8Array(await response.arrayBuffer()).slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(response.headers.get("content-disposition")).toBe('attachment; filename="employments.csv"');
    const rows = rowsOf((await take("cpd_administrator", "employments.csv")).body);
    expect(rows.map(({ id }) => id)).toEqual([key(11), key(12), key(13)]);
    expect(rows[2]).toMatchObject({ staff_id: leaver, ends_on: "2026-08-31", is_teacher: "false", fte: "" });
  });

  test("has no cell that a spreadsheet would run, and negative numbers as they are", async () => {
    const [first] = rowsOf((await take("cpd_administrator", "employments.csv")).body);
    expect(first!["role_title"]).toBe("'=Teacher of history");
    const [provider] = rowsOf((await take("cpd_administrator", "providers.csv")).body);
    expect(provider!["notes"]).toBe("-25.5");
  });

  test("has lists as JSON, and the fields that somebody added by hand", async () => {
    const activities = rowsOf((await take("cpd_administrator", "activities.csv")).body);
    expect(activities.map((row) => row["criteria_met"])).toEqual(["", "", '["evidence_base"]']);
    expect(rowsOf((await take("cpd_administrator", "providers.csv")).body)[0]).toMatchObject({ own_notes: "by hand" });
  });

  test("has no fingerprints of links", async () => {
    const { body } = await take("system_administrator", "invitations.csv");
    expect(rowsOf(body)[0]).toMatchObject({ id: key(61), staff_id: ada });
    expect(body).not.toMatch(/token_hash|5ec4e7/);
  });

  test("does not say whether somebody answered while they may", async () => {
    const rows = rowsOf((await take("system_administrator", "invitations.csv")).body);
    expect(rows.map(({ state }) => state)).toEqual(["", "answered"]);
    expect(rows[0]).toMatchObject({ wave: "end_of_session", sent_on: "", expires_on: "2026-11-20" });
    expect((await visitors.system_administrator.get("/data/export")).body).toContain("who has not answered yet");
  });

  test("has answers for a system administrator alone, in the order of their random keys", async () => {
    expect(await take("cpd_administrator", "evaluations.csv")).toMatchObject({ status: 404 });
    const rows = rowsOf((await take("system_administrator", "evaluations.csv")).body);
    expect(rows.map(({ id }) => id)).toEqual([key(73), key(77), key(79)]);
    expect(rows[0]!["answers"]).toBe('{"quality":4}');
  });

  test.for([
    ["cpd_administrator", false],
    ["system_administrator", true],
  ] as const)("comes as one archive for a %s", async ([reader, hasAnswers]) => {
    const response = await fetch(`${site.url}/data/export/everything.zip`, {
      headers: { cookie: [...visitors[reader].cookies].map((pair) => pair.join("=")).join("; ") },
    });
    const files = unzipSync(new Uint8Array(await response.arrayBuffer()));
    const expected = collections.map(({ collection }) => `${collection}.csv`);
    expect(Object.keys(files).sort()).toEqual(
      [...expected.filter((name) => hasAnswers || name !== "evaluations.csv"), "columns.csv"].sort(),
    );
    expect(rowsOf(strFromU8(files["participations.csv"]!))).toHaveLength(5);
    expect(strFromU8(files["policy.csv"]!)).toContain("organisation_name");
    expect(rowsOf(strFromU8(files["columns.csv"]!))).toContainEqual(
      expect.objectContaining({ collection: "staff", field: "mis_reference", field_label: "MIS reference" }),
    );
  });

  test.for(["cpd_lead", "governor", "trustee"] as const)("is not for a %s", async (reader) => {
    for (const name of ["", "/staff.csv", "/everything.zip"])
      expect(await visitors[reader].get(`/data/export${name}`)).toMatchObject({ status: 403 });
  });

  test("names nothing that is not a collection of the record", async () => {
    for (const name of ["directus_users", "nothing", "..%2Fstaff"])
      expect(await take("system_administrator", `${name}.csv`)).toMatchObject({ status: 404 });
  });
});

describe("one person's portfolio", () => {
  const open = (reader: ReaderKey, id: string, rest = "portfolio") => visitors[reader].get(`/staff/${id}/${rest}`);

  test("is found by a part of the name, which stands in no address", async () => {
    const { status, body } = await visitors.cpd_administrator.post("/staff", { name: "test ad" });
    expect(status).toBe(200);
    expect(body).toContain(`/staff/${ada}/portfolio`);
    expect(body).not.toContain(bilal);
    expect(body).not.toMatch(/href="[^"]*(ada|test)[^"]*"/i);
    expect((await visitors.cpd_administrator.post("/staff", { name: "Zzz" })).body).toContain("Nobody found");
  });

  test("is open to a CPD lead for those in post at their school today, and to nobody without a part in it", async () => {
    const { body } = await visitors.cpd_lead.get("/staff");
    expect(body).toContain(ada);
    for (const id of [bilal, leaver]) expect(body).not.toContain(id);
    const statuses = await Promise.all([ada, bilal, leaver].map(async (id) => (await open("cpd_lead", id)).status));
    expect(statuses).toEqual([200, 404, 404]);
    for (const name of ["", "bilal"]) {
      const elsewhere = await visitors.cpd_lead.post("/staff", { name, school: otherSchool.urn });
      expect(elsewhere.body).toContain("Nobody found");
    }
    for (const reader of ["trustee", "governor"] as const) {
      expect(await open(reader, ada)).toMatchObject({ status: 403 });
      expect(await visitors[reader].get("/staff")).toMatchObject({ status: 403 });
    }
  });

  test("adds up what they came to by year, and names no restricted activity", async () => {
    const { body } = await open("cpd_lead", ada);
    const text = body.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");
    // Three planned hours of the one, one recorded hour of the other; the coaching counts as led.
    expect(text).toContain("2025/26 2 4.0 hours 1");
    expect(text).toContain("Reading, aloud");
    expect(text).toContain("A restricted activity");
    expect(text).not.toContain("After a difficult day");
    expect(text).toContain("nobody can know which were theirs");
  });

  test("says nothing of what they did not come to", async () => {
    const { body } = await open("cpd_administrator", bilal);
    expect(body).toContain("Reading, aloud");
    expect(body).not.toContain("Coaching skills");
    expect(body).toContain("Nothing has been recorded as attended yet.");
  });

  test("comes with everything about them and nothing about others, for administrators to hand over", async () => {
    const data = JSON.parse((await open("cpd_administrator", ada, "portfolio.json")).body);
    const keys = Object.fromEntries(
      Object.entries<{ id: string }[]>(data.records).map(([name, rows]) => [name, rows.map(({ id }) => id)]),
    );
    expect(keys).toEqual({
      staff: [ada],
      employments: [key(11)],
      participations: [key(31), key(32), key(33)],
      qualifications: [key(41)],
      invitations: [key(61)],
    });
    expect(data.records.participations[0]).toMatchObject({ activity_title: "Reading, aloud" });
    expect(data.named_in).toEqual([{ collection: "activities", field: "leader_id", keys: [key(21)] }]);
    expect(JSON.stringify(data)).not.toMatch(/5ec4e7|"answers"/);
    expect(data.left_out.join(" ")).toContain("nobody can know");
    expect(data.records.invitations[0]).toMatchObject({ state: null, sent_on: null });
    const others = JSON.parse((await open("cpd_administrator", bilal, "portfolio.json")).body);
    expect(others.named_in).toEqual([{ collection: "employments", field: "coach_id", keys: [key(11)] }]);
    for (const file of ["portfolio.json", "portfolio.csv"])
      expect(await open("cpd_lead", ada, file)).toMatchObject({ status: 403 });
  });

  test("comes as CSV in the Studio's words", async () => {
    const rows = rowsOf((await open("system_administrator", ada, "portfolio.csv")).body);
    expect(rows).toContainEqual({ collection: "Staff", record: "1", field: "Last name", value: "Testcase" });
    expect(rows).toContainEqual({ collection: "Participations", record: "3", field: "Part", value: "Coach" });
    expect(rows.at(-1)!.collection).toBe("Not in this file");
  });

  test.for(["nobody", key(99)])("of %s is not there", async (id) => {
    expect(await open("system_administrator", id)).toMatchObject({ status: 404 });
  });
});

test("nothing that was taken out or looked for is in the site's log", () => {
  expect(site.log()).not.toMatch(/ada|testcase|bilal|reading, aloud/i);
});

// Last, because there is no record after it.
test("while the record does not answer, the pages made from it say so", async () => {
  await directus.end();
  for (const address of ["/data/export", "/staff?page=1", "/data/export/staff.csv"]) {
    const { status, body } = await visitors.cpd_administrator.get(address);
    expect(status).toBe(503);
    expect(body).toContain("The record does not answer");
  }
  expect(await visitors.cpd_administrator.post("/staff", { name: "ada" })).toMatchObject({ status: 503 });
});
