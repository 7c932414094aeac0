import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { describeForcedColours } from "./accessible-forced-colours.ts";
import { describeKeyboard } from "./accessible-keyboard.ts";
import { describeReading } from "./accessible-reading.ts";
import { complaintsOf } from "./harness/browser.ts";
import type { ReaderKey } from "./harness/readers.ts";
import { inventedRelease, writeRelease } from "./harness/release.ts";
import { inventedCycle, trustProgramme } from "./harness/release-cycle.ts";
import { courseIdOf, inventedDuties } from "./harness/release-duties.ts";
import { type Hub, startHub } from "./harness/served-hub.ts";
import { everythingWrong } from "./page-faults.ts";

let hub: Hub;
const closers: (() => Promise<void>)[] = [];

/** Serves another release from now on. */
async function serve(release: ReturnType<typeof inventedRelease>): Promise<void> {
  writeRelease(hub.publishedDir, release);
  const answered = async () => (await (await fetch(`${hub.url}/healthz`)).json()) as { release: { id: string } };
  await vi.waitFor(async () => expect((await answered()).release.id).toBe(release.id), { timeout: 60_000 });
}

beforeAll(async () => {
  hub = await startHub();
  const told = { id: "whole", made_at: "2026-11-20T07:00:00.000Z" };
  await serve(inventedRelease({ ...told, duties: inventedDuties(), cycle: inventedCycle() }));
});

afterAll(async () => {
  for (const close of closers) await close();
  await hub?.stop();
});

type Visitor = ReaderKey | "nobody";
interface Open {
  page: Page;
  /** What it has complained of, and what it has asked of others. */
  complaints: string[];
}

/** One page of each reader goes through all addresses. */
const opened = new Map<Visitor, Promise<Open>>();
async function openFor(key: Visitor): Promise<Open> {
  const page = await hub.pageOf(key === "nobody" ? "governor" : key, (close) => closers.push(close));
  if (key === "nobody") await page.context().clearCookies();
  const complaints = complaintsOf(page);
  page.on("request", (request) => {
    if (!request.url().startsWith(hub.url)) complaints.push(`asks ${request.url()}`);
  });
  return { page, complaints };
}

/** Kinds of pages that were looked at: the same in another state, or of another reader, is not looked at in both themes again. */
const kinds = new Set<string>();

/** What is wrong with an address for a reader; `status` is what it should answer with. */
async function wrongAt(key: Visitor, address: string, status = 200): Promise<string[]> {
  const visit = opened.get(key) ?? openFor(key);
  opened.set(key, visit);
  const { page, complaints } = await visit;
  const answer = await page.goto(address);
  const [, section, ...rest] = new URL(page.url()).pathname.split("/");
  const kind = `${section} ${rest.length}`;
  const wrong = await everythingWrong(page, !kinds.has(kind));
  kinds.add(kind);
  return [...(answer!.status() === status ? [] : [`answers ${answer!.status()}`]), ...wrong, ...complaints.splice(0)];
}

const course = courseIdOf("900001");
const visits: [Visitor, ...addresses: (string | [address: string, status: number])[]][] = [
  ["nobody", "/sign-in", "/evaluate/thank-you", ["/evaluate/a-code-that-opens-none", 404]],
  ["governor", "/", "/levels", "/papers", "/papers/board_paper?school=900001", "/papers/difference", "/search"],
  ["governor", "/measures/use_in_role", ["/schools/900005", 403], ["/nowhere", 404], ["/500", 500], ["/503", 503]],
  ["former_governor", ["/", 403]],
  ["trustee", "/", "/schools", "/schools/900001", "/schools/900008", "/trust", "/tasks"],
  ["trustee", "/levels/provision", "/levels/learning?school=900001", "/levels/outcomes", "/levels/organisation"],
  ["trustee", "/compare", "/compare/quality_rating?order=size", "/compare/use_in_role"],
  ["trustee", "/needs", "/provision", `/provision/${trustProgramme}`, "/value", "/access"],
  ["trustee", "/sharing?words=card", "/qualifications?school=900001", "/glossary", "/about-figures"],
  ["trustee", "/search?q=turnovr", "/search?q=zzzz", "/measures", "/measures?q=turnover"],
  ["trustee", "/measures/ks2_rwm_expected", "/measures/attainment_8", "/measures/staff_turnover"],
  ["trustee", "/measures/full_cost_per_participant_hour", "/papers/annual_report", "/papers/subscriptions_review"],
  ["trust_executive", "/", `/papers/course_report?course=${course}`],
  [
    "cpd_lead",
    "/",
    "/tasks",
    "/courses",
    "/courses/reports",
    `/courses/${course}/report`,
    "/staff",
    "/import",
    "/data",
  ],
  ["cpd_administrator", "/", "/tasks?owner=all", "/agreements", "/courses/reports", "/data/export"],
  ["cpd_administrator", "/data", "/data/hidden?measure=quality_rating", "/papers/board_paper"],
];
const each = visits.flatMap(([key, ...addresses]) =>
  addresses.map((address) =>
    typeof address === "string" ? ([key, address, 200] as const) : ([key, ...address] as const),
  ),
);

describe("opened in full, wide and light, and 320 pixels wide, dark, at rest and with wider text", () => {
  test.for(each)("a %s finds nothing wrong at %s", async ([key, address, status]) => {
    expect(await wrongAt(key, address, status)).toEqual([]);
  });

  test("an administrator finds nothing wrong with editions and what differs between them", async () => {
    const page = await hub.pageOf("cpd_administrator", (close) => closers.push(close));
    const headers = { origin: hub.url };
    for (const year of ["202526", "202627"]) {
      const form = { kind: "subscriptions_review", school: "trust", year };
      await page.request.post("/papers/editions", { form, headers });
    }
    for (const address of ["/papers", "/papers/editions/1", "/papers/difference?from=1&to=2"])
      expect([address, await wrongAt("cpd_administrator", address)]).toEqual([address, []]);
  });
});

/** Pages that need a record of their own are looked at in the same way where that record is made. */
const elsewhere: Record<string, string> = {
  "agreements/[id].astro": "tasks.browser.test.ts",
  "courses/[id]/index.astro": "tracking.browser.test.ts",
  "courses/[id]/sheet.astro": "tracking.browser.test.ts",
  "evaluate/[token].astro": "evaluate.browser.test.ts",
  "import/[id]/columns.astro": "import-page.browser.test.ts",
  "import/[id]/done.astro": "import-page.browser.test.ts",
  "import/[id]/kind.astro": "import-page.browser.test.ts",
  "import/[id]/preview.astro": "import-page.browser.test.ts",
  "import/[id]/wait.astro": "import-page.browser.test.ts",
  "import/batches/[batch].astro": "import-page.browser.test.ts",
  "staff/[id]/portfolio.astro": "import-page.browser.test.ts",
};

test("every page of the site is among them, or is looked at where its records are made", () => {
  const addresses = [...each.map(([, address]) => address), "/papers/editions/1", "/papers/difference"];
  const paths = addresses.map((address) => address.split("?")[0]!);
  const pages = globSync("**/*.astro", { cwd: join(import.meta.dirname, "../src/pages") }).sort();
  const unseen = pages.filter((page) => {
    const path = `/${page.replace(/\.astro$/, "").replace(/(^|\/)index$/, "")}`;
    const pattern = new RegExp(`^${path.replaceAll(/\[[^\]]+\]/g, "[^/]+")}$`);
    return !(page in elsewhere || ["/403", "/404"].includes(path) || paths.some((found) => pattern.test(found)));
  });
  expect(unseen).toEqual([]);
  for (const file of new Set(Object.values(elsewhere)))
    expect(readFileSync(join(import.meta.dirname, file), "utf8")).toContain("accessibilityFaults");
});

describeKeyboard(() => hub);
describeReading(() => hub);
describeForcedColours(() => hub);

// Last, because nothing is left after it.
describe("before there are records", () => {
  beforeAll(async () => {
    const { catalogue, trust, ...made } = inventedRelease({ id: "empty", made_at: "2026-11-20T08:00:00.000Z" });
    const nothing = { schools: [], figures: [], benchmarks: [], events: [] };
    await serve({ ...made, catalogue, trust: { ...trust, ...nothing }, schools: [], comparisons: nothing });
  });

  test.for([
    ...["/", "/schools", "/measures/use_in_role", "/levels/learning", "/compare", "/needs", "/provision"],
    ...["/value", "/access", "/sharing", "/qualifications", "/papers", "/papers/board_paper"],
  ])("a trustee finds nothing wrong at %s", async (address) => {
    expect(await wrongAt("trustee", address)).toEqual([]);
  });

  test("an administrator finds nothing wrong with the first steps and the data page", async () => {
    for (const address of ["/", "/data", "/tasks"])
      expect([address, await wrongAt("cpd_administrator", address)]).toEqual([address, []]);
  });
});
