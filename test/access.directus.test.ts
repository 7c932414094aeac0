import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { type TestDirectus, testDirectus } from "./harness/directus.ts";
import { appointReaders, otherSchool, ownSchool, type ReaderKey, readers } from "./harness/readers.ts";
import { canaryOf, damage, inventedRelease, inventedSchools, writeRelease } from "./harness/release.ts";
import { inventedCycle, programmeOf, trustProgramme } from "./harness/release-cycle.ts";
import { inventedDuties } from "./harness/release-duties.ts";
import { type TestSite, testSite } from "./harness/site.ts";
import { type Visitor, visit } from "./harness/visitor.ts";

type Visiting = "anonymous" | ReaderKey;

/** Whom a page is for. Every file under src/pages has its line here: a new page is not open to anybody by being forgotten. */
type Rule =
  | "everybody"
  | "signed in"
  | "programs"
  | "school"
  | "nothing there"
  | { always: number }
  /** Anybody else who is signed in gets 403; `status` is 200 unless the example is of something that is not there. */
  | { only: readonly Visiting[]; status?: number };

const administrators: readonly Visiting[] = ["cpd_administrator", "system_administrator"];
/** Those who import records and open portfolios. */
const keepers: readonly Visiting[] = [...administrators, "cpd_lead"];

const readsTrust: readonly Visiting[] = ["trust_executive", "trustee", "cpd_administrator", "system_administrator"];

const rules: Record<string, Rule> = {
  "403.astro": { always: 403 },
  "404.astro": { always: 404 },
  "500.astro": { always: 500 },
  "503.astro": { always: 503 },
  "[...missing].ts": "nothing there",
  "about-figures.astro": "signed in",
  "access.astro": "signed in",
  "agreements/[id].astro": { only: administrators, status: 404 },
  "agreements/index.astro": { only: administrators },
  "api/figures.csv.ts": "programs",
  "api/figures.json.ts": "programs",
  "api/measures.ts": "programs",
  "compare/[measure].astro": { only: readsTrust },
  "compare/index.astro": { only: readsTrust },
  "courses/[id]/index.astro": { only: keepers, status: 404 },
  "courses/[id]/report.astro": { only: [...keepers, "trust_executive"], status: 404 },
  "courses/[id]/sheet.astro": { only: keepers, status: 404 },
  "courses/index.astro": { only: keepers },
  "courses/reports.astro": { only: [...keepers, "trust_executive"] },
  "data/export/[collection].csv.ts": { only: administrators },
  "data/export/everything.zip.ts": { only: administrators },
  "data/export/index.astro": { only: administrators },
  "data/hidden.astro": { only: administrators },
  "data/index.astro": { only: keepers },
  "evaluate/[token].astro": { always: 404 },
  "evaluate/thank-you.astro": "everybody",
  "glossary.astro": "signed in",
  "healthz.ts": "everybody",
  "import/[id]/columns.astro": { only: keepers, status: 404 },
  "import/[id]/done.astro": { only: keepers, status: 404 },
  "import/[id]/index.ts": { only: keepers, status: 404 },
  "import/[id]/kind.astro": { only: keepers, status: 404 },
  "import/[id]/preview.astro": { only: keepers, status: 404 },
  "import/[id]/progress.json.ts": { only: keepers, status: 404 },
  "import/[id]/refused.csv.ts": { only: keepers, status: 404 },
  "import/[id]/wait.astro": { only: keepers, status: 404 },
  "import/batches/[batch].astro": { only: keepers, status: 404 },
  "import/index.astro": { only: keepers },
  "index.astro": "signed in",
  "levels/[level].astro": "signed in",
  "levels/index.astro": "signed in",
  "measures/[id].astro": "signed in",
  "measures/[id].csv.ts": "signed in",
  "measures/index.astro": "signed in",
  "needs.astro": "signed in",
  "provision/[programme].astro": "signed in",
  "provision/index.astro": "signed in",
  "papers/[kind].[form].ts": "signed in",
  "papers/[kind].astro": "signed in",
  "papers/difference.astro": "signed in",
  "papers/editions/[number]/[file].ts": "nothing there",
  "papers/editions/[number]/index.astro": "nothing there",
  "papers/editions/index.ts": "nothing there",
  "papers/index.astro": "signed in",
  "qualifications.astro": "signed in",
  "schools/[urn].astro": "school",
  "schools/[urn]/paper.[form].ts": "school",
  "schools/index.astro": "signed in",
  "search.astro": "signed in",
  "sharing.astro": "signed in",
  "sign-in.astro": "everybody",
  "sign-out.ts": { always: 303 },
  "staff/[id]/portfolio.astro": { only: keepers, status: 404 },
  "staff/[id]/portfolio.csv.ts": { only: administrators, status: 404 },
  "staff/[id]/portfolio.json.ts": { only: administrators, status: 404 },
  "staff/index.astro": { only: keepers },
  "tasks/index.astro": "signed in",
  "trust.astro": "signed in",
  "trust/paper.[form].ts": "signed in",
  "value.astro": "signed in",
};

const pages = globSync("**/*.{astro,ts}", { cwd: join(import.meta.dirname, "../src/pages") }).sort();

/** What stands for the part of an address that a page leaves open. */
const examples: Record<string, string[]> = {
  "[urn]": [ownSchool.urn, otherSchool.urn],
  "[batch]": ["20261120-091500-ks2"],
  "[collection]": ["schools"],
  "[id]": ["quality_rating"],
  "[file]": ["paper.pdf"],
  "[form]": ["pdf"],
  "[kind]": ["board_paper"],
  "[level]": ["learning"],
  "[measure]": ["quality_rating"],
  "[number]": ["7"],
  "[programme]": [trustProgramme],
  "[token]": ["a-code-that-opens-none"],
  "[...missing]": ["nowhere/at/all"],
};

/** The addresses at which a page is tried. */
function addressesOf(page: string): string[] {
  const path = `/${page.replace(/\.(astro|ts)$/, "").replace(/(^|\/)index$/, "")}`;
  const filledIn = (address: string): string[] => {
    const open = /\[[^\]]+\]/.exec(address)?.[0];
    if (open === undefined) return [address];
    return (examples[open] ?? []).flatMap((example) => filledIn(address.replace(open, example)));
  };
  return filledIn(path);
}

/** The status that the table promises. */
function promised(rule: Rule, address: string, visiting: Visiting): number {
  if (typeof rule === "object" && "always" in rule) return rule.always;
  if (rule === "everybody") return visiting === "anonymous" || address !== "/sign-in" ? 200 : 303;
  if (visiting === "anonymous") return rule === "programs" ? 401 : 303;
  if (visiting === "former_governor") return 403;
  if (rule === "nothing there") return 404;
  if (typeof rule === "object") return rule.only.includes(visiting) ? (rule.status ?? 200) : 403;
  if (rule === "school") return readsTrust.includes(visiting) || address.includes(ownSchool.urn) ? 200 : 403;
  return 200;
}

const dataDirs = {
  whole: mkdtempSync(join(tmpdir(), "cpd-whole-")),
  guarded: mkdtempSync(join(tmpdir(), "cpd-guarded-")),
};
let directus: TestDirectus;
let whole: TestSite;
/** Here every file but the own school's is damaged, so that a site that opened another would notice and say so. */
let guarded: TestSite;
const visitors = {} as Record<Visiting, Visitor>;
let strayTrustee: Visitor;

beforeAll(async () => {
  directus = await testDirectus();
  const credentials = await appointReaders(directus);
  writeRelease(
    join(dataDirs.whole, "published"),
    inventedRelease({ duties: inventedDuties(), cycle: inventedCycle() }),
  );
  const folder = writeRelease(
    join(dataDirs.guarded, "published"),
    inventedRelease({ duties: inventedDuties(), cycle: inventedCycle() }),
  );
  for (const { urn } of inventedSchools) {
    if (urn === ownSchool.urn) continue;
    for (const folderName of ["schools", "leaving/schools", "tasks", "courses", "cycle/schools"])
      damage(folder, `${folderName}/${urn}.json`);
  }
  for (const path of [
    "comparisons.json",
    "suppression.json",
    "tasks/trust.json",
    "tasks/executive.json",
    "courses/trust.json",
    "cycle/trust.json",
  ])
    damage(folder, path);
  const record = { directusUrl: directus.url, siteToken: directus.siteToken, clerkToken: directus.clerkToken };
  whole = await testSite({ ...record, dataDir: dataDirs.whole });
  guarded = await testSite({ ...record, dataDir: dataDirs.guarded });

  visitors.anonymous = visit(guarded.url);
  for (const key of readers) {
    visitors[key] = visit((readsTrust.includes(key) ? whole : guarded).url);
    const { email, password } = credentials[key];
    expect(await visitors[key].signIn(email, password)).toMatchObject({ status: 303 });
  }
  strayTrustee = visit(guarded.url);
  await strayTrustee.signIn(credentials.trustee.email, credentials.trustee.password);
});

afterAll(async () => {
  await whole?.stop();
  await guarded?.stop();
  await directus?.stop();
  for (const dataDir of Object.values(dataDirs)) rmSync(dataDir, { recursive: true });
});

test("every page has a rule that says whom it is for, and an address to try it at", () => {
  expect(pages.filter((page) => !Object.hasOwn(rules, page))).toEqual([]);
  expect(Object.keys(rules).filter((page) => !pages.includes(page))).toEqual([]);
  expect(pages.filter((page) => addressesOf(page).length === 0)).toEqual([]);
});

const walk = pages
  .filter((page) => Object.hasOwn(rules, page))
  .flatMap((page) => addressesOf(page).map((address) => ({ page, address })));

describe.for(["anonymous", ...readers] as Visiting[])("%s", (visiting) => {
  test.for(walk)(
    "at $address is answered as the table says, and reads nothing of another school",
    async ({ page, address }) => {
      const { status, body, headers, leadsTo } = await visitors[visiting].get(address);
      const expected = promised(rules[page]!, address, visiting);
      expect(status).toBe(expected);
      if (visiting === "anonymous" && expected === 303 && page !== "sign-out.ts")
        expect(leadsTo).toMatch(/^\/sign-in(\?next=|$)/);
      expect(headers.get("cache-control")).toBe("private, no-store");
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      const policy = headers.get("content-security-policy")!;
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toMatch(/script-src[^;]*'unsafe-(inline|eval)'/);
      if (readsTrust.includes(visiting)) return;
      const others = inventedSchools.filter(({ urn }) => urn !== ownSchool.urn || visiting === "anonymous");
      for (const { urn } of others) expect(body).not.toContain(canaryOf(urn));
    },
  );

  test.for(walk)("cannot be made to send a form to $address from another site", async ({ address }) => {
    const { status } = await visitors[visiting].post(address, {}, { origin: "https://elsewhere.example" });
    expect(status).toBe(403);
  });
});

describe("the yearly cycle", () => {
  const pathsOf = [
    "/needs",
    "/value",
    "/access",
    "/sharing",
    "/qualifications",
    "/provision",
    `/provision/${programmeOf(otherSchool.urn)}`,
  ];

  test.for(pathsOf)("of another school is closed to its governor and lead at %s", async (path) => {
    for (const key of ["governor", "cpd_lead"] as const)
      expect(await visitors[key].get(`${path}?school=${otherSchool.urn}`)).toMatchObject({ status: 403 });
    expect(await visitors.trustee.get(`${path}?school=${otherSchool.urn}`)).toMatchObject({ status: 200 });
    expect(await visitors.trustee.get("/needs?school=100000")).toMatchObject({ status: 404 });
  });

  test("of a school shows its own words, and the address of the whole trust opens a reader's own school", async () => {
    for (const path of ["/needs", "/needs?school=trust"])
      expect((await visitors.governor.get(path)).body).toContain(canaryOf(ownSchool.urn));
    expect(await visitors.governor.get(`/provision/${programmeOf(otherSchool.urn)}`)).toMatchObject({ status: 404 });
  });
});

describe("papers", () => {
  const annual = (school: string) => `/papers/annual_report?school=${school}&year=202526`;

  test("of another school, and those of the trust that compare schools, are closed to a governor and a lead", async () => {
    for (const key of ["governor", "cpd_lead"] as const) {
      for (const school of [otherSchool.urn, "trust"])
        expect(await visitors[key].get(annual(school))).toMatchObject({ status: 403 });
      expect(await visitors[key].get(`/papers?school=${otherSchool.urn}`)).toMatchObject({ status: 403 });
      expect(await visitors[key].get("/papers/board_paper?school=trust")).toMatchObject({ status: 200 });
      expect(await visitors[key].get(annual(ownSchool.urn))).toMatchObject({ status: 200 });
    }
    expect(await visitors.trustee.get(annual("trust"))).toMatchObject({ status: 200 });
    for (const nowhere of ["/papers/minute", "/papers/annual_report?year=2025", annual("100000")])
      expect(await visitors.trustee.get(nowhere)).toMatchObject({ status: 404 });
  });

  test("say to the board how the lead's role was evaluated, and to the lead that it is the board's", async () => {
    const evaluation = "Canary of the role: more hours are needed.";
    const paper = {
      title: "Yearly report",
      kind: "annual_report",
      school_urn: ownSchool.urn,
      time_period: 202526,
      meeting_on: "2026-12-08",
      lead_role_evaluation: evaluation,
      lead_role_evaluated_by: "Chair of governors",
    };
    const made = await fetch(`${directus.url}/items/editions`, {
      method: "POST",
      headers: { authorization: `Bearer ${directus.adminToken}`, "content-type": "application/json" },
      body: JSON.stringify(paper),
    });
    expect(made.ok).toBe(true);
    expect((await visitors.governor.get(annual(ownSchool.urn))).body).toContain(evaluation);
    const { body } = await visitors.cpd_lead.get(annual(ownSchool.urn));
    expect(body).toContain("Yearly report");
    expect(body).not.toContain("Canary of the role");
  });
});

describe("the figures", () => {
  const placesIn = (body: string) =>
    new Set((JSON.parse(body).figures as { school_urn: string | null }[]).map(({ school_urn }) => school_urn));

  test.for(["governor", "cpd_lead"] as const)("of a %s are the trust's and their own school's", async (key) => {
    const { body } = await visitors[key].get("/api/figures.json");
    expect(placesIn(body)).toEqual(new Set([null, ownSchool.urn]));
    expect(await visitors[key].get(`/api/figures.csv?school=${otherSchool.urn}`)).toMatchObject({ status: 403 });
    const { body: csv } = await visitors[key].get("/measures/quality_rating.csv");
    expect(
      new Set(
        csv
          .trim()
          .split("\r\n")
          .slice(1)
          .map((row) => row.split(",")[1]),
      ),
    ).toEqual(new Set(["", ownSchool.urn]));
  });

  test("of a trustee are everybody's", async () => {
    const { body } = await visitors.trustee.get("/api/figures.json?measure=quality_rating");
    expect(placesIn(body).size).toBe(9);
    const { body: one } = await visitors.trustee.get(`/api/figures.json?school=${otherSchool.urn}`);
    expect(placesIn(one)).toEqual(new Set([otherSchool.urn]));
  });

  test("to pass on are of the same places, and hide more", async () => {
    const { body } = await visitors.cpd_lead.get("/api/figures.json?measure=quality_rating&audience=leaving");
    expect(placesIn(body)).toEqual(new Set([null, ownSchool.urn]));
    const hidden = (JSON.parse(body).figures as { category: string; status: string }[]).filter(
      ({ status }) => status === "[c]",
    );
    expect(new Set(hidden.map(({ category }) => category))).toEqual(new Set(["Teaching assistants"]));
    const other = `/api/figures.csv?audience=leaving&school=${otherSchool.urn}`;
    expect(await visitors.cpd_lead.get(other)).toMatchObject({ status: 403 });
    expect(await visitors.trustee.get(other)).toMatchObject({ status: 200 });
  });

  test.for([
    ["colour=blue", "There is no parameter of that name; use measure, school, time_period, breakdown, audience."],
    ["measure=happiness", 'There is no such "measure"; /api/measures lists them by id.'],
    ["school=1", '"school" must be the URN of a school here, or "trust" for the totals.'],
    ["time_period=2025", '"time_period" must be an academic year as six digits, such as 202526 for 2025/26.'],
    ["time_period=202527", '"time_period" must be an academic year as six digits, such as 202526 for 2025/26.'],
    ["breakdown=height", 'There is no such "breakdown"; use "total" or one that /api/measures lists.'],
    ["audience=friends", '"audience" must be "signed_in", or "leaving" for what may be passed on.'],
    ["measure=a&measure=b", '"measure" is there 2 times; ask for one at a time.'],
  ])("asked for with %s are refused in plain words", async ([query, words]) => {
    const { status, body } = await visitors.governor.get(`/api/figures.csv?${query}`);
    expect(status).toBe(400);
    expect(JSON.parse(body)).toEqual({ error: words });
  });
});

describe("a newer release", () => {
  const healthOf = async () => JSON.parse((await visitors.trustee.get("/healthz")).body);
  const publish = (id: string, as_of: string) =>
    writeRelease(join(dataDirs.whole, "published"), inventedRelease({ id, as_of, made_at: `${as_of}T06:00:00.000Z` }));

  test("is served without a restart", async () => {
    publish("newer", "2026-11-21");
    await vi.waitFor(async () => expect((await healthOf()).release.id).toBe("newer"), { timeout: 60_000 });
    const { body } = await visitors.trustee.get("/");
    expect(body).toContain("21 November 2026");
  });

  test("that is damaged is not: the one before it is, and every page says so", async () => {
    damage(publish("damaged", "2026-11-22"), "trust.json");
    const fallenBack = { status: "degraded", is_fallback: true, release: { id: "newer" } };
    await vi.waitFor(async () => expect(await healthOf()).toMatchObject(fallenBack), { timeout: 60_000 });
    for (const address of ["/", "/measures", `/schools/${otherSchool.urn}`]) {
      const { status, body } = await visitors.trustee.get(address);
      expect(status).toBe(200);
      expect(body).toContain("These are the figures of 21 November 2026, the last that are whole.");
    }
  });
});

describe("editions", () => {
  const evaluation = "Canary of the frozen role: somebody should share it.";
  const record = {
    title: "Yearly report, as agreed",
    kind: "annual_report",
    school_urn: ownSchool.urn,
    time_period: 202425,
    meeting_on: "2025-12-02",
    decision_asked: "To accept the report.",
    lead_role_evaluation: evaluation,
    lead_role_evaluated_by: "Chair of governors",
  };
  const asked = { kind: "annual_report", school: ownSchool.urn, year: "202425" };
  const ask = async (path: string, init: RequestInit = {}) => {
    const headers = { authorization: `Bearer ${directus.adminToken}`, "content-type": "application/json" };
    return (await (await fetch(`${directus.url}${path}`, { ...init, headers })).json()) as {
      data: Record<string, unknown>;
    };
  };
  const folder = (number: number) => join(dataDirs.whole, "published/editions", String(number));
  let recordId: string;
  let frozenPdf: Buffer;

  beforeAll(async () => {
    recordId = (await ask("/items/editions", { method: "POST", body: JSON.stringify(record) })).data["id"] as string;
  });

  test("are made by administrators alone", async () => {
    for (const key of ["governor", "cpd_lead", "trustee", "trust_executive"] as const)
      expect(await visitors[key].post("/papers/editions", asked)).toMatchObject({ status: 403 });
    const made = await visitors.cpd_administrator.post("/papers/editions", asked);
    expect(made).toMatchObject({ status: 303, leadsTo: "/papers/editions/1" });
    frozenPdf = readFileSync(join(folder(1), "paper.pdf"));
  });

  test("are noted in the record, which is then final", async () => {
    const { data } = await ask(`/items/editions/${recordId}?fields=state,number,release_id,made_on,sha256`);
    const { files, release_id } = JSON.parse(readFileSync(join(folder(1), "edition.json"), "utf8"));
    const { sha256 } = files["paper.pdf"];
    expect(data).toEqual({ state: "final", number: 1, release_id, made_on: "2026-11-20", sha256 });
  });

  test("say to the board alone how the lead's role was evaluated", async () => {
    cpSync(join(dataDirs.whole, "published/editions"), join(dataDirs.guarded, "published/editions"), {
      recursive: true,
    });
    const page = "/papers/editions/1";
    for (const key of ["governor", "trustee"] as const)
      expect((await visitors[key].get(page)).body).toContain(evaluation);
    const leads = await visitors.cpd_lead.get(page);
    expect(leads).toMatchObject({ status: 200 });
    expect(leads.body).not.toContain(evaluation);
    const lengthFor = async (key: ReaderKey) =>
      Number((await visitors[key].get(`${page}/paper.docx`)).headers.get("content-length"));
    const lengthOf = (name: string) => readFileSync(join(folder(1), name)).byteLength;
    expect([await lengthFor("governor"), await lengthFor("cpd_lead")]).toEqual([
      lengthOf("paper.docx"),
      lengthOf("open/paper.docx"),
    ]);
    expect(lengthOf("paper.docx")).not.toBe(lengthOf("open/paper.docx"));
  });

  test("of another school and of the trust are closed as their papers are", async () => {
    for (const school of [otherSchool.urn, "trust"])
      await visitors.cpd_administrator.post("/papers/editions", { ...asked, school });
    cpSync(join(dataDirs.whole, "published/editions"), join(dataDirs.guarded, "published/editions"), {
      recursive: true,
    });
    for (const key of ["governor", "cpd_lead"] as const)
      for (const number of [2, 3]) {
        expect(await visitors[key].get(`/papers/editions/${number}`)).toMatchObject({ status: 403 });
        expect(await visitors[key].get(`/papers/editions/${number}/paper.pdf`)).toMatchObject({ status: 403 });
        expect(await visitors[key].get(`/papers/difference?from=1&to=${number}`)).toMatchObject({ status: 403 });
      }
    expect(await visitors.trustee.get("/papers/editions/3/figures.xlsx")).toMatchObject({ status: 200 });
  });

  test("keep their bytes and their words when figures and words change, and the next one says that it follows", async () => {
    const changed = JSON.stringify({ decision_asked: "To send it back." });
    await ask(`/items/editions/${recordId}`, { method: "PATCH", body: changed });
    writeRelease(join(dataDirs.whole, "published"), inventedRelease({ id: "20261121-1", as_of: "2026-11-21" }));
    await vi.waitFor(async () => expect((await visitors.trustee.get("/healthz")).body).toContain("20261121-1"));
    const { leadsTo } = await visitors.system_administrator.post("/papers/editions", asked);
    expect(leadsTo).toBe("/papers/editions/4");
    expect(readFileSync(join(folder(1), "paper.pdf")).equals(frozenPdf)).toBe(true);
    const { body, status } = await visitors.trustee.get("/papers/editions/1");
    expect(status).toBe(200);
    expect(body).toContain("To accept the report.");
    expect(body).toContain("replaced this one");
    const difference = await visitors.trustee.get("/papers/difference?from=1&to=4");
    expect(difference.body).toMatch(/<del[^>]*>.*accept the report/s);
    expect(difference.body).toMatch(/<ins[^>]*>.*send it back/s);
    const since = await visitors.trustee.get("/papers/difference?from=1&to=now&year=202425");
    expect(since).toMatchObject({ status: 200 });
    expect(since.body).toMatch(/What has changed since edition 1.*<ins[^>]*>.*send it back/s);
    expect(await visitors.trustee.get("/papers/difference?from=9&to=now")).toMatchObject({ status: 404 });
    expect(await visitors.cpd_lead.get("/papers/difference?from=3&to=now")).toMatchObject({ status: 403 });
  });

  test("that are damaged are not given out, and say what to do", async () => {
    writeFileSync(join(folder(2), "paper.pdf"), "%PDF-1.7 something else");
    const { status, body } = await visitors.trustee.get("/papers/editions/2/paper.pdf");
    expect(status).toBe(503);
    expect(body).toContain("restore it from a backup");
    writeFileSync(join(folder(2), "edition.json"), "{");
    expect(await visitors.trustee.get("/papers/editions/2")).toMatchObject({ status: 503 });
    expect(await visitors.trustee.get("/papers/editions/1/paper.pdf")).toMatchObject({ status: 200 });
  });
});

// Last, because the guarded site has no whole release after it.
test("none of this opened another school's file: the first reader who may open one finds it damaged", async () => {
  const health = async () => JSON.parse((await visitors.anonymous.get("/healthz")).body);
  expect(await health()).toMatchObject({ status: "ok", is_fallback: false });
  expect(await strayTrustee.get(`/api/figures.json?school=${otherSchool.urn}`)).toMatchObject({ status: 307 });
  expect(await health()).toMatchObject({ status: "unavailable", release: null });
  expect(await strayTrustee.get("/measures/quality_rating.csv")).toMatchObject({ status: 503 });
});

// After this there is no record any more.
test("editions are not compared with today while the record is away: what people wrote would look as if it had been taken out", async () => {
  await directus.end();
  const { body, status } = await visitors.trustee.get("/papers/difference?from=1&to=now");
  expect(status).toBe(200);
  expect(body).toContain("The record does not answer, so the words that people write are missing");
  expect(body).not.toContain("<del");
  expect((await visitors.trustee.get("/papers/difference?from=1&to=4")).body).toContain("<del");
});
