import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser } from "./harness/browser.ts";
import { type TestDirectus, testDirectus } from "./harness/directus.ts";

let directus: TestDirectus;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  directus = await testDirectus();
  browser = await openBrowser();
  page = await browser.newPage({ locale: "en-GB" });
  page.setDefaultTimeout(60_000);
  const { email, password } = directus.accounts.find(({ role }) => role === "cpd_administrator")!;
  await page.goto(`${directus.url}/admin/login`);
  await page.fill("input[type=email]", email);
  await page.fill("input[type=password]", password);
  await page.press("input[type=password]", "Enter");
  await page.getByText("Powered by Directus").waitFor();
});
afterAll(async () => {
  await browser?.close();
  await directus?.stop();
});

test("a CPD administrator finds the elements of the policy and the work that waits, and no answers", async () => {
  const folders = ["Needs", "Provision", "Evaluation", "Sharing", "People", "Outcomes", "Governance", "Settings"];
  for (const words of [
    ...folders,
    "Awaiting evaluation",
    "Follow-up due",
    "Subscriptions to review",
    "Left this year",
  ]) {
    await page.getByText(words, { exact: true }).first().waitFor();
  }
  expect(await page.getByText("Evaluations", { exact: true }).count()).toBe(0);
});

test("somebody who types an impossible number of hours is told what to type", async () => {
  await page.goto(`${directus.url}/admin/content/activities/+`);
  await page.fill("[data-field=title] input", "Phonics for new staff");
  await page.fill("[data-field=hours] input", "-2");
  await page.locator("[data-field=starts_on]").getByText("dd").first().click();
  await page.keyboard.type("10092026");
  await page.getByRole("button", { name: "Save" }).first().click();
  await page.getByText("Type hours as a number, such as 1.5 for an hour and a half; 0 or more.").first().waitFor();

  await page.fill("[data-field=hours] input", "1.5");
  await page.getByRole("button", { name: "Save" }).first().click();
  await page.waitForURL(/content\/activities$/);
  const saved = await fetch(`${directus.url}/items/activities?fields=title,hours,starts_on,decision`, {
    headers: { authorization: `Bearer ${directus.adminToken}` },
  });
  expect((await saved.json()).data).toEqual([
    { title: "Phonics for new staff", hours: 1.5, starts_on: "2026-09-10", decision: "proposed" },
  ]);
});
