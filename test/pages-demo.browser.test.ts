import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { accessibilityFaults, complaintsOf, openBrowser, overflowOf } from "./harness/browser.ts";
import { type TestDirectus, testDirectus } from "./harness/directus.ts";
import { type TestSite, testSite } from "./harness/site.ts";
import { environmentOf, runOnce } from "./run-release.ts";

const dataDir = mkdtempSync(join(tmpdir(), "cpd-demo-pages-"));
let directus: TestDirectus;
let site: TestSite;
let browser: Browser;

// From records typed into a real Directus, through the pipeline, to a page in a browser: nothing here is made by hand.
beforeAll(async () => {
  directus = await testDirectus({ demo: true });
  await runOnce(environmentOf(directus, dataDir), true);
  site = await testSite({ dataDir, directusUrl: directus.url, siteToken: directus.siteToken });
  browser = await openBrowser();
}, 600_000);

afterAll(async () => {
  await browser?.close();
  await site?.stop();
  await directus?.stop();
  rmSync(dataDir, { recursive: true });
});

/** Signs in to the demo trust as somebody of a role. */
async function signInAs(role: "governor" | "trustee"): Promise<Page> {
  const { email, password } = directus.accounts.find((account) => account.role === role)!;
  const context = await browser.newContext({ baseURL: site.url, viewport: { width: 360, height: 800 } });
  context.setDefaultTimeout(100_000);
  const page = await context.newPage();
  await page.goto("/sign-in");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password").fill(password);
  await Promise.all([page.waitForEvent("load"), page.getByRole("button", { name: "Sign in" }).click()]);
  return page;
}

test("a trustee of the demo trust reads first that a liked programme is hardly used and another one is", async () => {
  const page = await signInAs("trustee");
  const first = await page.locator("main li p").first().textContent();
  expect(first).toMatch(/^Use in the role differs by programme .*Reading for every pupil \d.*Digital marking tools \d/);
  expect(await page.locator("article").count()).toBe(5);
  await page.goto("/levels/organisation");
  expect(await page.locator("article").count()).toBeGreaterThan(8);
  await page.context().close();
});

test("a governor of the demo trust has their own school's story at home, and no count of fewer than five", async () => {
  const page = await signInAs("governor");
  const label = await page.locator("header form.who span").textContent();
  expect(label).toBe(`Governor, ${await page.getByRole("heading", { level: 1 }).textContent()}`);
  const thresholdBroken = (await page.locator("main").textContent())!.match(/\b([1-4]) of ([1-4])\b(?! checks)/g);
  expect(thresholdBroken).toBe(null);
  expect(await page.getByRole("heading", { name: "Questions to ask" }).count()).toBe(1);
  const sheets = (await page.pdf({ format: "A4", preferCSSPageSize: true }))
    .toString("latin1")
    .match(/\/Type \/Page\b/g);
  expect(sheets!.length).toBeLessThanOrEqual(3);
  await page.context().close();
});

test("every measure of the demo trust has a whole page", async () => {
  const page = await signInAs("trustee");
  const complaints = complaintsOf(page);
  await page.goto("/measures");
  const addresses = await page
    .locator("main h3 a")
    .evaluateAll((links) => links.map((link) => link.getAttribute("href")!));
  expect(addresses.length).toBeGreaterThan(8);
  for (const address of [
    ...addresses,
    "/",
    "/trust",
    "/schools",
    "/about-figures",
    "/levels",
    "/compare",
    "/compare/cpd_quality",
  ]) {
    const response = await page.goto(address);
    expect([address, response!.status(), await overflowOf(page)]).toEqual([address, 200, 0]);
  }
  expect(complaints).toEqual([]);
  await page.goto("/value");
  expect(await page.getByText("The budget for development in 2025/26 was £").count()).toBe(1);
  await page.goto("/");
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.context().close();
});
