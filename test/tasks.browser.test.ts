import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { connect, send } from "../directus/client.ts";
import { accessibilityFaults, overflowOf } from "./harness/browser.ts";
import { otherSchool, ownSchool, type ReaderKey } from "./harness/readers.ts";
import { canaryOf, damage, inventedRelease, writeRelease } from "./harness/release.ts";
import { courseIdOf, inventedDuties } from "./harness/release-duties.ts";
import { type Hub, startHub } from "./harness/served-hub.ts";

let hub: Hub;
const agreementId = "5b3c1f8e-0000-4000-8000-000000000001";

beforeAll(async () => {
  hub = await startHub();
  const { url, adminToken } = hub.directus;
  const client = connect({ url, token: adminToken });
  const staff_id = "5b3c1f8e-0000-4000-8000-000000000002";
  await send(client, "POST", "/items/staff", [{ id: staff_id, first_name: "Wren", last_name: "Invented" }]);
  await send(client, "POST", "/items/agreements", [
    {
      id: agreementId,
      title: "Leadership award",
      staff_id,
      state: "signed",
      signed_on: "2021-06-01",
      course_starts_on: "2021-09-01",
      course_ends_on: "2022-07-31",
      counts_from: "course_end",
      part_years: "whole",
      fees: 4500,
      cover: 1200,
      expenses: 300,
      schedule: [1, 0.75, 0.5, 0.25, 0.05].map((share, index) => ({ year: index + 1, share })),
    },
  ]);
  const release = { id: "with-duties", made_at: "2026-11-20T07:00:00.000Z", duties: inventedDuties() };
  writeRelease(hub.publishedDir, inventedRelease(release));
  const served = async () =>
    ((await (await fetch(`${hub.url}/healthz`)).json()) as { release: { id: string } }).release.id;
  await vi.waitFor(async () => expect(await served()).toBe("with-duties"), { timeout: 60_000 });
});

afterAll(() => hub?.stop());

/** The page of a reader at an address, with its status. */
async function open(
  key: ReaderKey,
  address: string,
  onEnd: (close: () => Promise<void>) => void,
): Promise<[Page, number]> {
  const page = await hub.pageOf(key, onEnd, { javaScriptEnabled: false });
  const answer = await page.goto(address);
  return [page, answer!.status()];
}

describe("what needs doing", () => {
  test("stands on the home page of the CPD lead, with the way to all of it", async ({ onTestFinished }) => {
    const [page] = await open("cpd_lead", "/", onTestFinished);
    const brief = page.getByRole("region", { name: "What needs doing" });
    expect(await brief.textContent()).toContain("Overdue since 31 August 2026");
    await brief.getByRole("link", { name: /All that needs doing \(2 tasks\)/ }).click();
    expect(await page.getByRole("heading", { level: 2 }).allInnerTexts()).toEqual(["Overdue (1)", "This month (1)"]);
    const words = await page.locator("main").textContent();
    expect(words).toContain("12 of 20 have answered so far. It closes on 24 November 2026.");
    expect(words).toContain("Tell a CPD administrator, who records it");
    expect(words).not.toContain(canaryOf(otherSchool.urn));
    expect(await page.getByRole("link", { name: "To do (2)" }).getAttribute("aria-current")).toBe("page");
  });

  test("leads an administrator to the place in the Studio, and says nothing of answers that only a lead follows", async ({
    onTestFinished,
  }) => {
    const [page] = await open("cpd_administrator", "/tasks", onTestFinished);
    expect(await page.getByRole("heading", { level: 2 }).allInnerTexts()).toEqual(["Overdue (1)", "Later (1)"]);
    const link = page.getByRole("link", { name: "Add it in the Studio (CPD plan 2026/27)" });
    expect(await link.getAttribute("href")).toBe(`${hub.directus.url}/admin/content/plans/+`);
    await page.getByLabel("Whose").selectOption("all");
    await page.getByLabel("Where").selectOption(ownSchool.urn);
    await page.getByRole("button", { name: "Show" }).click();
    expect(new URL(page.url()).search).toBe(`?owner=all&school=${ownSchool.urn}`);
    const words = await page.locator("main").textContent();
    expect(words).toContain(`Plan: ${canaryOf(ownSchool.urn)}`);
    expect(words).not.toContain(canaryOf(otherSchool.urn));
    expect(words).not.toContain("have answered so far");
  });

  test("is told to executives where it is theirs, and to governors and trustees not at all", async ({
    onTestFinished,
  }) => {
    const [executive] = await open("trust_executive", "/tasks", onTestFinished);
    expect(await executive.locator("main").textContent()).toContain("The role in 2025/26");
    for (const key of ["governor", "trustee"] as const) {
      const [page] = await open(key, "/tasks", onTestFinished);
      expect(await page.locator("main").textContent()).toContain("Nothing waits to be done by you.");
      expect(await page.getByRole("link", { name: /^To do/ }).count()).toBe(0);
    }
  });
});

describe("a course's report", () => {
  test("says how often each answer was given, and what may not be shown", async ({ onTestFinished }) => {
    const [page] = await open("cpd_lead", "/courses/reports", onTestFinished);
    await page.getByRole("link", { name: `Course of ${canaryOf(ownSchool.urn)}` }).click();
    const rows = await page
      .getByRole("table", { name: /The quality was high/ })
      .getByRole("row")
      .allInnerTexts();
    expect(rows.map((row) => row.replace(/\s+/g, " "))).toEqual([
      "Answer People Share",
      "Strongly disagree 2 7%",
      "Disagree 4 13%",
      "Neither 6 20%",
      "Agree 8 27%",
      "Strongly agree 10 33%",
    ]);
    expect(await page.locator("main").textContent()).toContain("Too few to show");
  });

  test.for([
    ["cpd_lead", 404],
    ["trust_executive", 200],
    ["cpd_administrator", 200],
    ["governor", 403],
    ["trustee", 403],
  ] as const)("of another school is answered to a %s with %d", async ([key, status], { onTestFinished }) => {
    const [, found] = await open(key, `/courses/${courseIdOf(otherSchool.urn)}/report`, onTestFinished);
    expect(found).toBe(status);
  });
});

describe("a training agreement", () => {
  test("shows what would be due on any leaving day, with what it takes for granted", async ({ onTestFinished }) => {
    const [page] = await open("cpd_administrator", "/agreements", onTestFinished);
    await page.getByRole("link", { name: "Leadership award" }).click();
    await page.getByLabel("Last day of employment").fill("2024-07-30");
    await page.getByRole("button", { name: "Work it out" }).click();
    const due = () => page.getByRole("status").last().textContent();
    expect(await due()).toContain("£4,500.00");
    await page.goto(`/agreements/${agreementId}?leaving_on=2024-07-31`);
    expect(await due()).toContain("£3,000.00");
    expect(await page.locator("main").textContent()).toContain("HR to confirm: a scale of 5 years is unusual");
    await page.goto(`/agreements/${agreementId}?leaving_on=soon`);
    expect(await page.locator("main").textContent()).toContain("Type a day, such as 31 August 2027.");
  });

  test("is for administrators alone, and its name is in no log", async ({ onTestFinished }) => {
    for (const key of ["cpd_lead", "trust_executive", "governor"] as const) {
      expect((await open(key, `/agreements/${agreementId}`, onTestFinished))[1]).toBe(403);
    }
    expect(hub.log()).not.toContain("Invented");
  });
});

// The others are looked at with all pages, in accessibility.browser.test.ts.
const addresses = ["/agreements", `/agreements/${agreementId}?leaving_on=2024-07-31`];
test.for(addresses)(
  "axe finds nothing at %s, light or dark, and it fits a telephone",
  async (address, { onTestFinished }) => {
    const page = await hub.pageOf("cpd_administrator", onTestFinished);
    await page.goto(address);
    for (const summary of await page.locator("summary").filter({ visible: true }).all()) await summary.click();
    for (const [colorScheme, width] of [
      ["light", 1440],
      ["dark", 390],
    ] as const) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      expect(await accessibilityFaults(page)).toEqual([]);
      expect(await overflowOf(page)).toBe(0);
    }
  },
);

// Last, because the release is damaged after it.
test("a damaged file of tasks is noticed by its hash, and the release before it is served", async ({
  onTestFinished,
}) => {
  const release = { id: "damaged", made_at: "2026-11-20T08:00:00.000Z", duties: inventedDuties() };
  damage(writeRelease(hub.publishedDir, inventedRelease(release)), "tasks/trust.json");
  const page = await hub.pageOf("cpd_administrator", onTestFinished);
  await vi.waitFor(
    async () => {
      await page.goto("/tasks");
      expect(await page.locator("main").textContent()).toContain("the last that are whole");
    },
    { timeout: 60_000 },
  );
  expect(await page.locator("main").textContent()).toContain("Publish the CPD plan");
});
