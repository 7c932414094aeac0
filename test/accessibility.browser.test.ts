import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContext } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { accessibilityFaults, openBrowser } from "./harness/browser.ts";
import { type TestDirectus, testDirectus } from "./harness/directus.ts";
import { appointReaders } from "./harness/readers.ts";
import { writeRelease } from "./harness/release.ts";
import { type TestSite, testSite } from "./harness/site.ts";

const dataDir = mkdtempSync(join(tmpdir(), "cpd-axe-"));
let directus: TestDirectus;
let site: TestSite;
let browser: Browser;
let context: BrowserContext;

beforeAll(async () => {
  directus = await testDirectus();
  const { trustee } = await appointReaders(directus);
  writeRelease(join(dataDir, "published"));
  site = await testSite({ dataDir, directusUrl: directus.url, siteToken: directus.siteToken });
  browser = await openBrowser();
  context = await browser.newContext({ baseURL: site.url });
  const page = await context.newPage();
  await page.goto("/sign-in");
  await page.getByLabel("E-mail address").fill(trustee.email);
  await page.getByLabel("Password").fill(trustee.password);
  await Promise.all([page.waitForEvent("load"), page.getByRole("button", { name: "Sign in" }).click()]);
  await page.close();
});

afterAll(async () => {
  await browser?.close();
  await site?.stop();
  await directus?.stop();
  rmSync(dataDir, { recursive: true });
});

const addresses = [
  "/",
  "/schools",
  "/schools/900001",
  "/schools/900008",
  "/trust",
  "/trust?measure=quality_rating",
  "/measures",
  "/measures/use_in_role?school=900001",
  "/measures/ks2_rwm_expected",
  "/measures/attainment_8",
  "/measures/staff_turnover",
  "/about-figures",
];

test.for(addresses)("axe finds nothing at %s, light or dark, wide or narrow", async (address) => {
  const page = await context.newPage();
  await page.goto(address, { waitUntil: "networkidle" });
  for (const summary of await page.locator("summary").all()) await summary.click();
  for (const [colorScheme, width] of [
    ["light", 1280],
    ["dark", 360],
  ] as const) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme });
    expect(await accessibilityFaults(page)).toEqual([]);
  }
  await page.close();
});
