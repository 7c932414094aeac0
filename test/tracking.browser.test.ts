import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { accessibilityFaults, complaintsOf, openBrowser, overflowOf } from "./harness/browser.ts";
import { type TestDirectus, testDirectus } from "./harness/directus.ts";
import { type InvitedRecord, invitedRecord, questionnaires } from "./harness/invited.ts";
import { appointReaders, otherSchool, ownSchool, type ReaderKey } from "./harness/readers.ts";
import { writeRelease } from "./harness/release.ts";
import { type TestSite, testSite } from "./harness/site.ts";
import { type Visitor, visit } from "./harness/visitor.ts";

const dataDir = mkdtempSync(join(tmpdir(), "cpd-tracking-"));
const visitors = {} as Record<"cpd_lead" | "cpd_administrator" | "governor" | "trustee", Visitor>;
let directus: TestDirectus;
let record: InvitedRecord;
let site: TestSite;
let browser: Browser;
/** Open, closed, hosted by the own school and closed, restricted. */
let open: string;
let closed: string;
let hosted: string;
let restricted: string;

const own = { school_urn: ownSchool.urn };
const other = { school_urn: otherSchool.urn };
const over = { closes_on: "2026-10-01", expires_on: "2026-11-01" };
const many = <Each>(count: number, each: Each): Each[] => Array.from({ length: count }, () => each);

const answer = (activity_id: string, school_urn: string | null, comment: string, more = {}) => {
  const asked = { wave: "end_of_session", questionnaire: questionnaires[0]!["key"], scale_id: "agree_5", batch: 0 };
  return { ...asked, activity_id, school_urn, answers: { quality: 4, ...(comment && { comment }) }, ...more };
};

beforeAll(async () => {
  directus = await testDirectus();
  record = await invitedRecord(directus);
  const credentials = await appointReaders(directus);
  writeRelease(join(dataDir, "published"));
  open = await record.activity({ title: "Reading aloud" });
  closed = await record.activity({ title: "Phonics", evaluation_wave: "closed" });
  hosted = await record.activity({ title: "Questioning", evaluation_wave: "closed", school_urn: ownSchool.urn });
  restricted = await record.activity({ title: "Support after an incident", is_restricted: true });
  await record.invite([
    ...many(9, { activity_id: open, ...own }),
    ...many(3, { activity_id: open, ...own, state: "answered" }),
    ...many(2, { activity_id: open, ...own, closes_on: "2026-11-19" }),
    ...many(4, { activity_id: open, ...other }),
    ...many(6, { activity_id: closed, ...own, ...over, state: "answered" }),
    ...many(3, { activity_id: closed, ...other, ...over, state: "answered" }),
    ...many(2, { activity_id: closed, ...other, ...over, state: "expired" }),
    ...many(5, { activity_id: hosted, ...other, ...over, state: "answered" }),
    ...many(6, { activity_id: restricted, ...own }),
    ...many(4, { wave: "staff_survey", survey_period: "202627", ...own }),
  ]);
  await record.make("evaluations", [
    ...["Own one", "Own two", "Own three", ...many(7, "")].map((words) => answer(closed, ownSchool.urn, words)),
    ...["Other one", "", ""].map((words) => answer(closed, otherSchool.urn, words)),
    answer(closed, ownSchool.urn, "Own and late, alone", { batch: 1 }),
    ...["Without a school", "", "Two", "Three", ...many(6, "")].map((words) => answer(hosted, null, words)),
    ...many(10, answer(open, ownSchool.urn, "Too early to be read")),
  ]);
  const { siteToken, clerkToken } = directus;
  site = await testSite({ dataDir, directusUrl: directus.url, siteToken, clerkToken });
  for (const key of ["cpd_lead", "cpd_administrator", "governor", "trustee"] as const) {
    visitors[key] = visit(site.url);
    await visitors[key].signIn(credentials[key].email, credentials[key].password);
  }
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await site?.stop();
  await directus?.stop();
  rmSync(dataDir, { recursive: true });
});

/** The cells of the table rows whose heading holds these words. */
function rowsOf(body: string, heading: string): string[][] {
  const rows = body.split("<tr").filter((row) => row.includes(heading) && row.includes('scope="row"'));
  return rows.map((row) => [...row.matchAll(/<td[^>]*>\s*([^<]*?)\s*</g)].map((cell) => cell[1]!));
}

const bodyOf = async (key: keyof typeof visitors, path: string) => (await visitors[key].get(path)).body;

describe("following up", () => {
  test("shows a CPD lead the people of their school as counts, by activity and by school", async () => {
    const body = await bodyOf("cpd_lead", "/courses");
    expect(rowsOf(body, "Reading aloud")).toEqual([["End of session", "14", "3", "9", "2", "0", "30 November 2026"]]);
    expect(rowsOf(body, "All staff, 2026/27")).toEqual([["Staff survey", "4", "0", "4", "0", "0", "30 November 2026"]]);
    expect(rowsOf(body, "Phonics")).toEqual([]);
    expect(rowsOf(body, ownSchool.name)).toEqual([["24", "9", "13", "2", "0", "30 November 2026"]]);
    expect(body).not.toContain(otherSchool.name);
  });

  test("shows an administrator everybody, one school where it is asked for, and what is over", async () => {
    const everything = await bodyOf("cpd_administrator", "/courses?show=all");
    expect(rowsOf(everything, "Phonics")).toEqual([["End of session", "11", "9", "0", "0", "2", "1 October 2026"]]);
    const one = await bodyOf("cpd_administrator", `/courses?show=closed&school=${otherSchool.urn}`);
    expect(rowsOf(one, "Phonics")).toEqual([["End of session", "5", "3", "0", "0", "2", "1 October 2026"]]);
    expect(rowsOf(one, "Reading aloud")).toEqual([]);
  });

  test("names nobody, and no activity that is restricted", async () => {
    const pages = ["/courses?show=all", `/courses/${open}`, `/courses/${closed}`];
    for (const key of ["cpd_lead", "cpd_administrator"] as const) {
      for (const page of pages) expect(await bodyOf(key, page)).not.toMatch(/Wren|Support after/);
      expect(await visitors[key].get(`/courses/${restricted}`)).toMatchObject({ status: 404 });
    }
  });

  test("keeps a CPD lead to what their people or their school had part in", async () => {
    const elsewhere = await record.activity({ title: "Elsewhere" });
    await record.invite([{ activity_id: elsewhere, ...other }]);
    expect(await visitors.cpd_lead.get(`/courses/${elsewhere}`)).toMatchObject({ status: 404 });
    expect(await visitors.cpd_lead.get(`/courses?show=all&school=${otherSchool.urn}`)).toMatchObject({ status: 200 });
    expect(await bodyOf("cpd_lead", `/courses?show=all&school=${otherSchool.urn}`)).not.toContain("Elsewhere");
    for (const key of ["governor", "trustee"] as const)
      for (const path of ["/courses", `/courses/${open}`, `/courses/${open}/sheet`])
        expect(await visitors[key].get(path)).toMatchObject({ status: 403 });
  });

  test("says so where there is nothing", async () => {
    expect(await bodyOf("cpd_lead", "/courses?show=overdue")).toContain("No form is in this state");
    const quiet = await record.activity({ title: "Not yet asked" });
    expect(await bodyOf("cpd_administrator", `/courses/${quiet}`)).toContain("Nobody has been asked yet");
  });
});

describe("what people wrote", () => {
  test("is read when the wave is closed: by a CPD lead of their own people, by administrators of everybody", async () => {
    const lead = await bodyOf("cpd_lead", `/courses/${closed}`);
    expect(lead).toContain("“Own one”");
    expect(lead).toContain("“Own two”");
    expect(lead).not.toContain("Other one");
    const administrator = await bodyOf("cpd_administrator", `/courses/${closed}`);
    for (const words of ["Own one", "Own two", "Other one"]) expect(administrator).toContain(`“${words}”`);
  });

  test("is not read while the wave is open, nor of a late batch that is not full", async () => {
    for (const key of ["cpd_lead", "cpd_administrator"] as const) {
      expect(await bodyOf(key, `/courses/${open}`)).not.toContain("Too early");
      expect(await bodyOf(key, `/courses/${closed}`)).not.toContain("Own and late");
    }
  });

  test("is not read where too few answered, or too few of them wrote something", async () => {
    const few = await record.activity({ title: "A few", evaluation_wave: "closed" });
    const quiet = await record.activity({ title: "Quiet", evaluation_wave: "closed" });
    const asked = (activity_id: string) => ({ activity_id, ...own, ...over, state: "answered" });
    await record.invite([...many(9, asked(few)), ...many(20, asked(quiet))]);
    await record.make("evaluations", [
      ...many(9, answer(few, ownSchool.urn, "Only nine")),
      ...["Only two", "Only two", ...many(18, "")].map((words) => answer(quiet, ownSchool.urn, words)),
    ]);
    for (const activity of [few, quiet]) {
      for (const key of ["cpd_lead", "cpd_administrator"] as const) {
        const body = await bodyOf(key, `/courses/${activity}`);
        expect(body).not.toContain("Only ");
        expect(body).toMatch(/Shown when 10 or more of [\w ]+ have answered and at least 3 of them wrote something/);
      }
    }
  });

  test("comes in another order each time", async () => {
    const long = await record.activity({ title: "Many", evaluation_wave: "closed" });
    const words = Array.from({ length: 20 }, (_, index) => `Remark ${index}.`);
    await record.invite(many(20, { activity_id: long, ...own, ...over, state: "answered" }));
    await record.make(
      "evaluations",
      words.map((written) => answer(long, ownSchool.urn, written)),
    );
    const orders = await Promise.all([1, 2].map(() => bodyOf("cpd_lead", `/courses/${long}`)));
    const [one, two] = orders.map((body) => [...body.matchAll(/“(Remark \d+\.)”/g)].map((found) => found[1]));
    expect(one).toHaveLength(20);
    expect(one).not.toEqual(two);
    expect(one!.sort()).toEqual(two!.sort());
  });

  test("in a staff survey is read in the same way", async () => {
    const asked = { wave: "staff_survey", survey_period: "202526" };
    await record.invite(many(10, { ...asked, ...own, ...over, state: "answered" }));
    const written = { ...asked, activity_id: null, questionnaire: "standard_staff_survey_1" };
    await record.make("evaluations", many(10, answer("", ownSchool.urn, "About the year", written)));
    const body = await bodyOf("cpd_lead", "/courses/survey-202526");
    expect(body).toContain("All staff, 2025/26");
    expect(body.match(/“About the year”/g)).toHaveLength(10);
    expect(await visitors.cpd_lead.get("/courses/survey-199900")).toMatchObject({ status: 404 });
  });

  test("about what a school held is read by its CPD lead, whoever came", async () => {
    await record.invite([{ activity_id: hosted, ...own, ...over, state: "expired" }]);
    expect(await bodyOf("cpd_lead", `/courses/${hosted}`)).toContain("“Without a school”");
  });
});

test("what a leader stated is read by administrators and the CPD lead of the school that held it, and no anonymous answer is", async () => {
  const asked = { wave: "close_out", questionnaire: questionnaires[2]!["key"], answers: { enough_time: 2 } };
  const held = await record.activity({ title: "Held here", evaluation_wave: "closed", school_urn: ownSchool.urn });
  const elsewhere = await record.activity({ title: "Held there", school_urn: otherSchool.urn });
  const unsaid = await record.activity({ title: "Not yet closed", school_urn: ownSchool.urn });
  await record.invite([
    { activity_id: held, ...other, wave: "close_out", state: "answered" },
    { activity_id: elsewhere, ...own, wave: "close_out", state: "answered" },
  ]);
  await record.make("evaluations", [
    answer(held, null, "Somebody alone", asked),
    answer(held, null, "Said in confidence"),
    answer(elsewhere, null, "", asked),
    ...["end_of_session", "follow_up"].map((wave) => answer(unsaid, null, "Said in confidence", { wave })),
  ]);
  for (const key of ["cpd_lead", "cpd_administrator"] as const) {
    const body = await bodyOf(key, `/courses/${held}`);
    for (const words of ["What the leader stated", "Was there enough time?", "Partly", "not anonymous"])
      expect(body).toContain(words);
    const other = await bodyOf(key, `/courses/${unsaid}`);
    for (const page of [body, other]) expect(page).not.toContain("Said in confidence");
    expect(other).not.toContain("What the leader stated");
  }
  expect(await bodyOf("cpd_lead", `/courses/${elsewhere}`)).not.toContain("What the leader stated");
  expect(await bodyOf("cpd_administrator", `/courses/${elsewhere}`)).toContain("What the leader stated");
});

test("what is said of who answered is true: the Studio shows administrators whether an answer came", async () => {
  const body = await bodyOf("cpd_lead", `/courses/${open}`);
  expect(body).not.toContain("shown to nobody");
  expect(body).toContain("Administrators can open single invitations in the Studio");
});

describe("slips", () => {
  const sheet = () => `/courses/${open}/sheet?wave=end_of_session`;
  const linksIn = (body: string) =>
    [...body.matchAll(/class="token"[^>]*>([A-Za-z0-9_-]{22})</g)].map((found) => found[1]!);

  test("are made for all the people of the own school whose links work, answered or not", async () => {
    const before = await bodyOf("cpd_lead", sheet());
    expect(linksIn(before)).toEqual([]);
    expect(before).toContain("An answer given for somebody else spoils the figures");
    const { status, body, headers } = await visitors.cpd_lead.post(sheet(), {});
    expect(status).toBe(200);
    expect(headers.get("cache-control")).toBe("private, no-store");
    expect(linksIn(body)).toHaveLength(14);
    expect(body.match(/<article/g)).toHaveLength(14);
    const states = await Promise.all(
      linksIn(body).map(async (token) => (await visit(site.url).get(`/evaluate/${token}`)).status),
    );
    // Also of the three who have answered: whoever makes the slips could try them.
    expect(states).toEqual(many(14, 200));
    const hashes = await record.read("invitations", { activity_id: { _eq: open } });
    for (const token of linksIn(body)) expect(JSON.stringify(hashes)).not.toContain(token);
  });

  test("carry fresh links each time, of which the three newest work", async () => {
    const made: string[] = [];
    for (let times = 0; times < 4; times += 1)
      made.push(linksIn((await visitors.cpd_administrator.post(sheet(), {})).body)[0]!);
    const states = await Promise.all(
      made.map(async (token) => (await visit(site.url).get(`/evaluate/${token}`)).status),
    );
    expect(states[0]).toBe(404);
    expect(new Set(states.slice(1)).size).toBe(1);
    expect(states[1]).not.toBe(404);
  });

  test("are made for a staff survey and for the stages of a gap task too, and say what is promised there", async () => {
    const survey = await visitors.cpd_lead.post("/courses/survey-202627/sheet", {});
    expect(linksIn(survey.body)).toHaveLength(4);
    expect(survey.body).toContain("All staff, 2026/27");
    const evidence_id = "0f0f0f0f-0000-4000-8000-0000000000dd";
    const about = { title: "Gap task", type: "gap_task", observed_on: "2026-11-16" };
    await record.make("evidence", [{ id: evidence_id, ...about, activity_id: closed }]);
    const task = { wave: "gap_task", activity_id: closed, evidence_id };
    await record.invite([
      { ...task, stage: 1, staff_id: null },
      { ...task, stage: 2, ...own },
    ]);
    const stages = await visitors.cpd_administrator.post(`/courses/${closed}/sheet?wave=gap_task`, {});
    expect(linksIn(stages.body)).toHaveLength(2);
    for (const words of [
      "For whoever gives the session",
      "stage 1 of a gap task",
      "stage 2 of a gap task",
      "not anonymous",
    ])
      expect(stages.body).toContain(words);
  });

  test("are not made from another site", async () => {
    const before = await record.read("invitations", { activity_id: { _eq: open } });
    const { status } = await visitors.cpd_lead.post(sheet(), {}, { origin: "https://elsewhere.example" });
    expect(status).toBe(403);
    expect(await record.read("invitations", { activity_id: { _eq: open } })).toEqual(before);
  });
});

describe("in a browser", () => {
  async function pageOf(key: ReaderKey & keyof typeof visitors, onEnd: (close: () => Promise<void>) => void) {
    const context = await browser.newContext({ baseURL: site.url });
    context.setDefaultTimeout(100_000);
    const cookies = [...visitors[key].cookies].map(([name, value]) => ({ name, value, url: site.url }));
    await context.addCookies(cookies);
    onEnd(() => context.close());
    return context.newPage();
  }

  test.for([
    ["/courses?show=all", "cpd_administrator"],
    ["closed", "cpd_lead"],
    ["sheet", "cpd_lead"],
  ] as const)("axe finds nothing at %s, light or dark, wide or narrow", async ([which, key], { onTestFinished }) => {
    const page = await pageOf(key, onTestFinished);
    const complaints = complaintsOf(page);
    const paths: Record<string, string> = { closed: `/courses/${closed}`, sheet: `/courses/${open}/sheet` };
    await page.goto(paths[which] ?? which);
    if (which === "sheet") await page.getByRole("button", { name: "Make the slips" }).click();
    for (const summary of await page.locator("summary").all()) await summary.click();
    for (const [colorScheme, width] of [
      ["light", 1440],
      ["dark", 390],
    ] as const) {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme });
      expect(await accessibilityFaults(page)).toEqual([]);
      expect(await overflowOf(page)).toBe(0);
    }
    expect(complaints).toEqual([]);
  });

  test("fourteen slips are printed on two sheets of A4, ten to a sheet", async ({ onTestFinished }) => {
    const page = await pageOf("cpd_lead", onTestFinished);
    await page.goto(`/courses/${open}/sheet`);
    await page.getByRole("button", { name: "Make the slips" }).click();
    await page.getByText("14 slips made").waitFor();
    const pdf = await page.pdf({ format: "A4", preferCSSPageSize: true });
    expect(pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(2);
  });
});
