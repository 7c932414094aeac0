import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { complaintsOf, openBrowser, overflowOf } from "./harness/browser.ts";
import { type TestDirectus, testDirectus } from "./harness/directus.ts";
import { appointReaders, type Credentials, ownSchool, type ReaderKey } from "./harness/readers.ts";
import { inventedRelease, inventedSchools, writeRelease } from "./harness/release.ts";
import { type TestSite, testSite } from "./harness/site.ts";

const dataDir = mkdtempSync(join(tmpdir(), "cpd-pages-"));
let directus: TestDirectus;
let site: TestSite;
let browser: Browser;
let credentials: Credentials;

beforeAll(async () => {
  directus = await testDirectus();
  credentials = await appointReaders(directus);
  writeRelease(join(dataDir, "published"));
  site = await testSite({ dataDir, directusUrl: directus.url, siteToken: directus.siteToken });
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await site?.stop();
  await directus?.stop();
  rmSync(dataDir, { recursive: true });
});

const sessions = new Map<ReaderKey, ReturnType<BrowserContext["storageState"]>>();

/** Signs in as somebody, once for the whole file. */
async function sessionOf(key: ReaderKey): ReturnType<BrowserContext["storageState"]> {
  const context = await browser.newContext({ baseURL: site.url });
  const page = await context.newPage();
  await page.goto("/sign-in");
  await page.getByLabel("E-mail address").fill(credentials[key].email);
  await page.getByLabel("Password").fill(credentials[key].password);
  await Promise.all([page.waitForEvent("load"), page.getByRole("button", { name: "Sign in" }).click()]);
  const state = await context.storageState();
  await context.close();
  return state;
}

/** A browser window in which somebody is signed in and at home; closed when the test ends. */
async function signedIn(
  key: ReaderKey,
  { width = 1280, javaScriptEnabled = true }: { width?: number; javaScriptEnabled?: boolean },
  onEnd: (close: () => Promise<void>) => void,
): Promise<Page> {
  const session = sessions.get(key) ?? sessionOf(key);
  sessions.set(key, session);
  const context = await browser.newContext({
    baseURL: site.url,
    viewport: { width, height: 800 },
    javaScriptEnabled,
    storageState: await session,
  });
  onEnd(() => context.close());
  const page = await context.newPage();
  await page.goto("/");
  return page;
}

const school = `/schools/${ownSchool.urn}`;
const smallSchool = `/schools/${inventedSchools[7]!.urn}`;
const visits: [ReaderKey, address: string][] = [
  ["governor", "/"],
  ["governor", school],
  ["governor", "/schools"],
  ["governor", "/trust"],
  ["governor", "/measures"],
  ["governor", "/measures/use_in_role"],
  ["governor", "/about-figures"],
  ["trustee", "/"],
  ["trustee", "/schools"],
  ["trustee", smallSchool],
  ["trustee", "/trust"],
  ["trustee", "/trust?measure=quality_rating"],
  ["trustee", "/measures/attainment_8"],
  ["trustee", "/measures/staff_turnover"],
  ["trustee", "/measures/ks2_rwm_expected?school=900001&time_period=202324"],
  ["trustee", "/measures/cost_per_participant_hour"],
];

test.for(visits)(
  "a %s at %s scrolls nothing sideways, asks nobody else and breaks no rule",
  async ([key, address], { onTestFinished }) => {
    const page = await signedIn(key, { width: 320 }, onTestFinished);
    const complaints = complaintsOf(page);
    const elsewhere: string[] = [];
    page.on("request", (request) => {
      if (!request.url().startsWith(site.url)) elsewhere.push(request.url());
    });
    const response = await page.goto(address, { waitUntil: "networkidle" });
    expect(response!.status()).toBe(200);
    expect(await overflowOf(page)).toBe(0);
    expect(elsewhere).toEqual([]);
    expect(complaints).toEqual([]);
  },
);

test("a page where nothing moves sends no JavaScript, one with charts less than 75 kB", async ({ onTestFinished }) => {
  const page = await signedIn("trustee", {}, onTestFinished);
  let bytes = 0;
  page.on("response", async (response) => {
    if (response.request().resourceType() === "script") bytes += gzipSync(await response.body()).length;
  });
  for (const address of ["/", school, "/measures", "/schools", "/about-figures"]) {
    await page.goto(address, { waitUntil: "networkidle" });
    expect(bytes).toBe(0);
  }
  await page.goto("/measures/use_in_role", { waitUntil: "networkidle" });
  expect(bytes).toBeGreaterThan(0);
  expect(bytes).toBeLessThan(75_000);
});

test("without JavaScript every figure is there, and the page says that only the picture is missing", async ({
  onTestFinished,
}) => {
  const page = await signedIn("governor", { javaScriptEnabled: false }, onTestFinished);
  await page.goto("/measures/use_in_role");
  const figures = inventedRelease()
    .schools[0]!.figures.filter(({ measure_id, breakdown }) => measure_id === "use_in_role" && breakdown === "total")
    .map(({ value }) => `${(value! * 100).toFixed(1)}%`);
  const table = page.getByRole("table", { name: "by academic year" });
  for (const figure of figures) await table.getByRole("cell", { name: figure, exact: true }).first().waitFor();
  expect(await table.getByRole("row").count()).toBe(figures.length + 1);
  await page.getByText("The picture needs JavaScript").first().waitFor({ state: "visible" });
});

describe("a chart", () => {
  /** How many pixels of a canvas are not empty. */
  const inked = (page: Page, at = 0) =>
    page
      .locator("canvas")
      .nth(at)
      .evaluate((canvas: HTMLCanvasElement) => {
        const { data } = canvas.getContext("2d")!.getImageData(0, 0, canvas.width, canvas.height);
        return data.filter((value, index) => index % 4 === 3 && value > 0).length;
      });

  test("is drawn when it comes into view, in room that was kept for it", async ({ onTestFinished }) => {
    const page = await signedIn("trustee", {}, onTestFinished);
    await page.goto("/measures/use_in_role");
    const heightBefore = (await page.locator(".stage").first().boundingBox())!.height;
    await page.locator("figure-chart").first().scrollIntoViewIfNeeded();
    await page.locator("figure-chart[data-state=drawn]").first().waitFor();
    expect(await inked(page)).toBeGreaterThan(1000);
    expect((await page.locator(".stage").first().boundingBox())!.height).toBe(heightBefore);
  });

  test("is read point by point with the arrow keys", async ({ onTestFinished }) => {
    const page = await signedIn("governor", {}, onTestFinished);
    await page.goto("/measures/use_in_role");
    await page.locator("figure-chart[data-state=drawn]").first().focus();
    const spoken = page.locator("figure-chart .spoken").first();
    await page.keyboard.press("ArrowRight");
    expect(await spoken.textContent()).toBe("Hawthorn Primary School, 2022/23: 46.0%, likely range 41.0% to 51.0%");
    await page.keyboard.press("End");
    expect(await spoken.textContent()).toContain("2026/27");
    await page.keyboard.press("Escape");
    expect(await spoken.textContent()).toBe("");
  });

  test("follows the theme", async ({ onTestFinished }) => {
    const page = await signedIn("trustee", {}, onTestFinished);
    await page.goto("/measures/use_in_role");
    await page.locator("figure-chart[data-state=drawn]").first().waitFor();
    const picture = () =>
      page
        .locator("canvas")
        .first()
        .evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL());
    const light = await picture();
    await page.emulateMedia({ colorScheme: "dark" });
    await expect.poll(picture).not.toBe(light);
  });
});

test("the keyboard reaches everything on a page, and shows where it is", async ({ onTestFinished }) => {
  const page = await signedIn("trustee", {}, onTestFinished);
  await page.goto("/measures/use_in_role", { waitUntil: "networkidle" });
  await page.locator("figure-chart[data-state=drawn]").nth(1).waitFor();
  for (const summary of await page.locator("summary").all()) await summary.click();
  const reachable = "a[href], button, select, input, summary, [tabindex='0']";
  const wanted = await page.locator(reachable).count();
  const reached = new Set<number>();
  for (let steps = 0; steps < wanted + 2; steps += 1) {
    await page.keyboard.press("Tab");
    const [index, outline] = await page.evaluate((selector) => {
      const focused = document.activeElement!;
      const style = getComputedStyle(focused);
      return [
        [...document.querySelectorAll(selector)].indexOf(focused),
        Number.parseFloat(style.outlineWidth),
      ] as const;
    }, reachable);
    if (index === -1) continue;
    reached.add(index);
    expect(outline).toBeGreaterThanOrEqual(2);
  }
  expect(reached.size).toBe(wanted);
});

test("a choice of school, year and breakdown is an address that can be sent to a colleague", async ({
  onTestFinished,
}) => {
  const page = await signedIn("trustee", { javaScriptEnabled: false }, onTestFinished);
  await page.goto("/measures/use_in_role");
  await page.getByLabel("School").selectOption({ label: "Larkmoor High School" });
  await page.getByLabel("Year in detail").selectOption({ label: "2023/24" });
  await Promise.all([page.waitForEvent("load"), page.getByRole("button", { name: "Show" }).click()]);
  expect(new URL(page.url()).searchParams.get("school")).toBe("900005");
  await page.getByRole("heading", { name: "By staff group, 2023/24" }).waitFor();
  await page.getByRole("table", { name: "Larkmoor High School, by academic year" }).waitFor();
});

test("paper has the page without its navigation", async ({ onTestFinished }) => {
  const page = await signedIn("trustee", {}, onTestFinished);
  await page.emulateMedia({ media: "print" });
  expect(await page.getByRole("navigation").isVisible()).toBe(false);
  expect(await page.getByRole("button", { name: "Sign out" }).isVisible()).toBe(false);
  expect(await page.getByRole("heading", { level: 1 }).isVisible()).toBe(true);
});

describe("states that are told apart", () => {
  test("a measure that failed says so in place of a number", async ({ onTestFinished }) => {
    const page = await signedIn("trustee", {}, onTestFinished);
    await page.goto("/measures/attainment_8");
    const shown = await page.locator("main").textContent();
    expect(shown).toContain("Attainment 8: could not be worked out this time.");
    expect(shown).toContain("The query names a column that is not there.");
  });

  test("a measure that the policy leaves out is not a measure without data", async ({ onTestFinished }) => {
    const page = await signedIn("trustee", {}, onTestFinished);
    await page.goto("/measures/staff_turnover");
    await page.getByText("That is not the same as having no data.").waitFor();
    await page.goto("/");
    expect(await page.locator("article").filter({ hasText: "Staff turnover" }).count()).toBe(0);
  });

  test("a school whose figures are hidden says so, and shows none of them", async ({ onTestFinished }) => {
    const page = await signedIn("trustee", {}, onTestFinished);
    await page.goto(smallSchool);
    const card = page.locator("article").filter({ hasText: "Use in the role" });
    expect(await card.textContent()).toContain("Hidden for 2025/26 [c]");
    expect(await page.getByText("Hidden, because they could tell on a few people").count()).toBe(1);
  });
});

describe("before there are records", () => {
  /** What a page says; a new release is served within half a second. */
  async function mainAt(page: Page, address: string): Promise<string | null> {
    await page.goto(address);
    return page.locator("main").textContent();
  }

  /** A release of the same trust with less in it, served from now on. */
  function publish(id: string, keeps: (measureId: string) => boolean, hasSchools: boolean): void {
    const made = inventedRelease({ id, made_at: `2026-11-20T0${id.at(-1)}:00:00.000Z` });
    const less = <T extends { measure_id: string }>(figures: T[]) => figures.filter((one) => keeps(one.measure_id));
    const schools = hasSchools ? made.schools.map((slice) => ({ ...slice, figures: less(slice.figures) })) : [];
    writeRelease(join(dataDir, "published"), {
      ...made,
      trust: {
        ...made.trust,
        schools: hasSchools ? made.trust.schools : [],
        figures: less(made.trust.figures),
        benchmarks: less(made.trust.benchmarks),
      },
      schools,
      comparisons: { schools: hasSchools ? made.comparisons.schools : [], figures: less(made.comparisons.figures) },
    });
  }

  test("published figures stand alone, and the page says what is missing and who brings it", async ({
    onTestFinished,
  }) => {
    publish("20261120-7", (id) => id === "ks2_rwm_expected", true);
    const page = await signedIn("trustee", {}, onTestFinished);
    await expect.poll(() => mainAt(page, "/")).toContain("No professional development has been recorded yet");
    const shown = await page.locator("main").textContent();
    expect(shown).toContain("Nothing is recorded yet about: “Participation coverage”");
    expect(shown).toContain("The CPD lead enters them in the Studio, or imports them from a file.");
    expect(await page.locator("article").filter({ hasText: "Expected standard" }).textContent()).toContain("%");
  });

  test("a trust without schools and figures has whole pages all the same", async ({ onTestFinished }) => {
    publish("20261120-8", () => false, false);
    const page = await signedIn("trustee", {}, onTestFinished);
    const complaints = complaintsOf(page);
    await expect.poll(() => mainAt(page, "/schools")).toContain("No school to show yet");
    for (const address of ["/", "/trust", "/measures", "/measures/use_in_role"]) {
      const response = await page.goto(address);
      expect(response!.status()).toBe(200);
    }
    expect(await page.locator("main").textContent()).toContain("The figures will stand here once there are records");
    expect(complaints).toEqual([]);
  });
});
