import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { accessibilityFaults, complaintsOf, openBrowser, overflowOf } from "./harness/browser.ts";
import { type TestDirectus, testDirectus } from "./harness/directus.ts";
import { appointReaders, type Credentials, otherSchool, type ReaderKey } from "./harness/readers.ts";
import { writeRelease } from "./harness/release.ts";
import { type TestSite, testSite } from "./harness/site.ts";
import { type Visitor, visit } from "./harness/visitor.ts";

const dataDir = mkdtempSync(join(tmpdir(), "cpd-browser-"));
let directus: TestDirectus;
let site: TestSite;
let browser: Browser;
let credentials: Credentials;
let page: Page;

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

beforeEach(async () => {
  const context = await browser.newContext({ baseURL: site.url, viewport: { width: 320, height: 640 } });
  context.setDefaultTimeout(100_000);
  page = await context.newPage();
  return () => context.close();
});

/** Signs in as somebody does who uses no mouse. */
async function typeSignIn(key: ReaderKey, password = credentials[key].password): Promise<void> {
  await page.goto("/sign-in");
  for (let steps = 0; steps < 10; steps += 1) {
    await page.keyboard.press("Tab");
    if (await page.getByLabel("E-mail address").evaluate((field) => field === document.activeElement)) break;
  }
  await page.keyboard.type(credentials[key].email);
  await page.keyboard.press("Tab");
  await page.keyboard.type(password);
  await Promise.all([page.waitForEvent("load"), page.keyboard.press("Enter")]);
}

test("somebody without a mouse signs in, reads and signs out, and the way back shows nothing", async () => {
  const complaints = complaintsOf(page);
  await typeSignIn("governor");
  await page.getByText("Governor, Hawthorn Primary School").waitFor();
  await page.getByRole("button", { name: "Sign out" }).focus();
  await page.keyboard.press("Enter");
  await page.getByText("You are signed out.").waitFor();
  await page.goBack();
  await page.getByRole("button", { name: "Sign in" }).waitFor();
  expect(complaints).toEqual([]);
});

test("a wrong password is told where it was typed, and the e-mail is still there", async () => {
  await typeSignIn("governor", "wrong");
  await page.getByRole("alert").waitFor();
  expect(await page.getByLabel("E-mail address").inputValue()).toBe(credentials.governor.email);
  const described = await page.getByLabel("Password").getAttribute("aria-describedby");
  expect(await page.locator(`#${described}`).textContent()).toContain("do not go together");
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(await overflowOf(page)).toBe(0);
});

describe("pages that say no", () => {
  const sessions = new Map<ReaderKey, Visitor>();

  /** What a browser keeps of somebody who is signed in. */
  async function cookiesOf(key: ReaderKey) {
    const visitor = sessions.get(key) ?? visit(site.url);
    if (!sessions.has(key)) await visitor.signIn(credentials[key].email, credentials[key].password);
    sessions.set(key, visitor);
    return [...visitor.cookies].map(([name, value]) => ({ name, value, url: site.url }));
  }

  const refusals: [ReaderKey, address: string, heading: string][] = [
    ["governor", `/schools/${otherSchool.urn}`, "This is not yours to see"],
    ["governor", "/nowhere", "There is nothing at this address"],
    ["governor", "/500", "Something went wrong here"],
    ["governor", "/503", "There are no figures yet"],
    ["former_governor", "/", "You have no appointment in force today"],
  ];

  test.for(refusals)("a %s at %s reads “%s”", async ([key, address, heading]) => {
    const complaints = complaintsOf(page);
    await page.context().addCookies(await cookiesOf(key));
    await page.goto(address);
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe(heading);
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await overflowOf(page)).toBe(0);
    expect(complaints).toEqual([]);
    const shown = await page.locator("main").textContent();
    expect(shown).not.toMatch(/\.ts\b|select |at file:|node_modules/);
  });
});
