import { mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { connect, send } from "../directus/client.ts";
import { accessibilityFaults, complaintsOf, overflowOf } from "./harness/browser.ts";
import { otherSchool, ownSchool } from "./harness/readers.ts";
import { type Hub, startHub } from "./harness/served-hub.ts";

const folder = mkdtempSync(join(tmpdir(), "cpd-import-browser-"));
const staffFile = join(folder, "Staff export.csv");
let hub: Hub;

const rows = [
  "Forename,Surname,Work email,Payroll no,School,Staff type,Job title,Contract type,FTE,Start date",
  `Ada,Testcase,ada@larkmoor.example.org,P001,${ownSchool.name},Teacher,Teacher of history,Permanent,1,01/09/2021`,
  `Bilal,Example,bilal@larkmoor.example.org,P002,${otherSchool.name},Lunchtime wizard,=SUM(A1),Permanent,0.8,01/09/2019`,
  `Cleo,Invented,cleo@larkmoor.example.org,P003,${ownSchool.name},Teacher,Head of year,Permanent,1,31/31/2021`,
];

beforeAll(async () => {
  writeFileSync(staffFile, rows.join("\r\n"));
  hub = await startHub();
});

afterAll(async () => {
  await hub?.stop();
  rmSync(folder, { recursive: true });
});

/** Nothing of a page is wrong: not for axe, not in the dark on a telephone, not in the console. */
async function expectGood(page: Page): Promise<void> {
  for (const [colorScheme, width] of [
    ["light", 1440],
    ["dark", 390],
  ] as const) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme });
    expect({ at: page.url(), faults: await accessibilityFaults(page) }).toEqual({ at: page.url(), faults: [] });
    expect({ at: page.url(), overflow: await overflowOf(page) }).toEqual({ at: page.url(), overflow: 0 });
  }
}

const heading = (page: Page, name: string | RegExp) => page.getByRole("heading", { level: 1, name }).waitFor();
const count = (page: Page, name: string) =>
  page.locator("dl div", { hasText: name }).locator("dd").first().textContent();

// Every page is looked at twice, which takes a busy machine some time.
test("a file goes from the form to the record, and every page on the way is in order", { timeout: 300_000 }, async ({
  onTestFinished,
}) => {
  const page = await hub.pageOf("cpd_administrator", onTestFinished);
  const complaints = complaintsOf(page);
  await page.goto("/import");
  await expectGood(page);
  await page.getByLabel("File", { exact: true }).setInputFiles(staffFile);
  await page.getByRole("button", { name: "Upload and look at it" }).click();

  await heading(page, "Match what the file says");
  await page.getByText("Staff export.csv · Staff and their posts").waitFor();
  await expectGood(page);
  await page.getByRole("combobox", { name: "Lunchtime wizard" }).selectOption({ label: "Leave these rows out" });
  await page.getByRole("button", { name: "Go on to the preview" }).click();

  await heading(page, "What would be written");
  expect(await count(page, "To be added")).toBe("2");
  await expectGood(page);
  await page.getByRole("link", { name: /^To be added/ }).click();
  await page
    .getByRole("cell", { name: /Ada Testcase/ })
    .first()
    .waitFor();
  await page.getByRole("link", { name: /^Refused/ }).click();
  await page.getByRole("row", { name: /4 Start date/ }).waitFor();

  // Back leads to the step before, with what was said there.
  await page.getByRole("link", { name: "Columns and words" }).click();
  await heading(page, "Is everything matched as it should be?");
  const wizard = page.getByRole("combobox", { name: "Lunchtime wizard" });
  expect(await wizard.locator("option:checked").textContent()).toContain("Leave these rows out");
  await page.goBack();
  await heading(page, "What would be written");

  await page.getByRole("button", { name: "Write it without the refused lines" }).click();
  await heading(page, "Written to the record");
  await page.getByText("Members of staff: 1 added").waitFor();
  await expectGood(page);
  expect(complaints).toEqual([]);
});

test("what came in is found, comes out again and is undone", async ({ onTestFinished }) => {
  const page = await hub.pageOf("cpd_administrator", onTestFinished);
  const complaints = complaintsOf(page);
  await page.goto("/staff");
  await page.getByLabel("Name, or a part of it").fill("testc");
  await page.getByRole("button", { name: "Find" }).click();
  await page.getByRole("heading", { name: "One person found" }).waitFor();
  expect(page.url()).toBe(`${hub.url}/staff`);
  await expectGood(page);
  await page.getByRole("link", { name: "Ada Testcase" }).click();
  await heading(page, "Ada Testcase");
  await page.getByRole("cell", { name: "Teacher of history" }).waitFor();
  await expectGood(page);
  await page.goto("/data/export");
  await expectGood(page);

  await page.goto("/import");
  await page
    .getByRole("row", { name: /Staff export\.csv/ })
    .getByRole("link")
    .click();
  await page.getByRole("button", { name: "Undo this import" }).click();
  await page.getByText("Undone", { exact: true }).waitFor({ timeout: 100_000 });
  const admin = connect({ url: hub.directus.url, token: hub.directus.adminToken });
  expect(await send(admin, "GET", "/items/staff?fields=id")).toEqual([]);
  expect(complaints).toEqual([]);
});

test("what was matched once is remembered for the next file like it, and all of it works without JavaScript", async ({
  onTestFinished,
}) => {
  const page = await hub.pageOf("cpd_administrator", onTestFinished, { javaScriptEnabled: false });
  await page.goto("/import");
  await page.getByLabel("File", { exact: true }).setInputFiles(staffFile);
  await page.getByRole("button", { name: "Upload and look at it" }).click();
  // The pages that wait ask for themselves again.
  await heading(page, "What would be written");
  await page.getByRole("button", { name: "Write it without the refused lines" }).click();
  await heading(page, "Written to the record");
  await page.getByRole("link", { name: "See this import, or undo it" }).click();
  await page.getByRole("button", { name: "Undo this import" }).click();
  await page.getByText("Undone", { exact: true }).waitFor({ timeout: 100_000 });
});

test("with the keyboard alone a file is corrected from the kind it was taken for, and given up", async ({
  onTestFinished,
}) => {
  const page = await hub.pageOf("cpd_administrator", onTestFinished);
  await page.goto("/import");
  await page.getByLabel("File", { exact: true }).setInputFiles(staffFile);
  await page.getByRole("button", { name: "Upload and look at it" }).press("Enter");
  await heading(page, "What would be written");
  await page.getByRole("link", { name: "Kind of file" }).press("Enter");
  await heading(page, "Is that the kind of file?");
  await expectGood(page);
  await page.getByRole("radio", { name: /^Training register/ }).press("Space");
  await page.getByRole("button", { name: "Go on" }).press("Enter");
  await heading(page, "Match what the file says");
  await page.getByRole("button", { name: "Delete this upload" }).press("Enter");
  await heading(page, "Import");
  expect(await page.getByRole("heading", { name: "Not finished" }).count()).toBe(0);
});

test("a file over the limit is not sent only to be refused", async ({ onTestFinished }) => {
  const large = join(folder, "large.csv");
  writeFileSync(large, "");
  truncateSync(large, 25_000_001);
  const page = await hub.pageOf("cpd_administrator", onTestFinished);
  await page.goto("/import");
  const field = page.getByLabel("File", { exact: true });
  await field.setInputFiles(large);
  await page.getByText("That file is larger than 25 MB.").waitFor();
  let sent = 0;
  page.on("request", () => {
    sent += 1;
  });
  await page.getByRole("button", { name: "Upload and look at it" }).click();
  expect(sent).toBe(0);
  await expectGood(page);
  await field.setInputFiles(staffFile);
  expect(await page.getByText("That file is larger than 25 MB.").isVisible()).toBe(false);
});

test("a file over the limit is refused with a page, without JavaScript too", async ({ onTestFinished }) => {
  const large = join(folder, "larger.csv");
  writeFileSync(large, "");
  truncateSync(large, 40_000_000);
  const page = await hub.pageOf("cpd_administrator", onTestFinished, { javaScriptEnabled: false });
  await page.goto("/import");
  await page.getByLabel("File", { exact: true }).setInputFiles(large);
  await page.getByRole("button", { name: "Upload and look at it" }).click();
  await page.getByRole("alert").getByText("That file is larger than 25 MB.").waitFor();
});
