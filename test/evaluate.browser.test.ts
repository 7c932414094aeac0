import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { accessibilityFaults, complaintsOf, openBrowser, overflowOf } from "./harness/browser.ts";
import { type TestDirectus, testDirectus } from "./harness/directus.ts";
import { type InvitedRecord, invitedRecord, tokenOf } from "./harness/invited.ts";
import { type TestSite, testSite } from "./harness/site.ts";

const dataDir = mkdtempSync(join(tmpdir(), "cpd-telephone-"));
let directus: TestDirectus;
let record: InvitedRecord;
let site: TestSite;
let browser: Browser;
let activity: string;

beforeAll(async () => {
  directus = await testDirectus();
  record = await invitedRecord(directus);
  const { siteToken, clerkToken } = directus;
  site = await testSite({ dataDir, directusUrl: directus.url, siteToken, clerkToken });
  browser = await openBrowser();
  activity = await record.activity({
    title: "Reading aloud in every subject",
    intended_learning: "Read a page of your subject aloud so that everybody follows, and pause where it helps.",
  });
});

afterAll(async () => {
  await browser?.close();
  await site?.stop();
  await directus?.stop();
  rmSync(dataDir, { recursive: true });
});

type Wave = "end_of_session" | "follow_up" | "close_out" | "staff_survey";

/** A link to the questionnaire that every hub has from the start. */
async function linkTo(wave: Wave): Promise<string> {
  const key = { _eq: `standard_${wave}_1` };
  const [questionnaire] = await record.read("questionnaires", { key });
  const about = wave === "staff_survey" ? { survey_period: "202627" } : { activity_id: activity };
  const [sent] = await record.invite([{ wave, questionnaire_id: questionnaire!["id"], ...about }]);
  return `/evaluate/${sent!.token}`;
}

type Close = (close: () => Promise<void>) => void;
async function telephone(onEnd: Close, more: { javaScriptEnabled?: boolean } = {}): Promise<Page> {
  const viewport = { width: 390, height: 844 };
  const context = await browser.newContext({ baseURL: site.url, viewport, hasTouch: true, ...more });
  context.setDefaultTimeout(100_000);
  onEnd(() => context.close());
  return context.newPage();
}

/** Taps the first option of every question that has options; returns how many taps it took. */
async function answerAll(page: Page): Promise<number> {
  const choices = page.getByRole("group").filter({ has: page.locator("input") });
  const count = await choices.count();
  for (let index = 0; index < count; index += 1) await choices.nth(index).locator("label").first().tap();
  return count;
}

const draftsIn = (page: Page) => page.evaluate(() => Object.keys(localStorage));
const thanks = (page: Page) => page.getByRole("heading", { name: "Thank you" });

test.for([
  ["end_of_session", 8],
  ["follow_up", 9],
  ["close_out", 6],
  ["staff_survey", 11],
] as const)(
  "the form for %s is answered on a telephone in %i taps at most, words aside",
  async ([wave, most], { onTestFinished }) => {
    const page = await telephone(onTestFinished);
    const complaints = complaintsOf(page);
    await page.goto(await linkTo(wave));
    const small = await page.locator("label.option, textarea, button:visible, summary").evaluateAll((targets) =>
      targets
        .map((target) => [target.textContent, target.getBoundingClientRect()] as const)
        .filter(([, { width, height }]) => height < 44 || width < 44)
        .map(([words, { width, height }]) => `${words?.trim()}: ${width} × ${height}`),
    );
    expect(small).toEqual([]);
    const taps = (await answerAll(page)) + 1;
    await page.getByRole("button", { name: "Send", exact: true }).tap();
    await thanks(page).waitFor();
    expect(taps).toBeLessThanOrEqual(most);
    expect(page.url()).not.toContain("invented-code");
    expect(complaints).toEqual([]);
  },
);

test("a form comes over a weak connection: less than 40 kB in all, from nobody else", async ({ onTestFinished }) => {
  const page = await telephone(onTestFinished);
  const client = await page.context().newCDPSession(page);
  await client.send("Network.enable");
  let bytes = 0;
  client.on("Network.loadingFinished", ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  const hosts = new Set<string>();
  page.on("request", (request) => hosts.add(new URL(request.url()).origin));
  await page.goto(await linkTo("end_of_session"), { waitUntil: "networkidle" });
  expect([...hosts]).toEqual([site.url]);
  expect(bytes).toBeGreaterThan(1000);
  expect(bytes).toBeLessThan(40_000);
});

test("everything works without JavaScript", async ({ onTestFinished }) => {
  const page = await telephone(onTestFinished, { javaScriptEnabled: false });
  const link = await linkTo("end_of_session");
  await page.goto(link);
  await page.getByRole("button", { name: "Send", exact: true }).tap();
  await page.getByText("questions need you").waitFor();
  await page.getByRole("link", { name: "Choose an answer: It was relevant to my work." }).tap();
  await answerAll(page);
  await page.getByRole("button", { name: "Send", exact: true }).tap();
  await thanks(page).waitFor();
  await page.goto(link);
  await answerAll(page);
  await page.getByRole("button", { name: "Send", exact: true }).tap();
  await page.getByRole("heading", { name: "An answer by this link has arrived already" }).waitFor();
  expect(await page.getByText("Clear what I wrote").isVisible()).toBe(false);
});

test("what is missing is said at the top, which takes the focus, and at each question", async ({ onTestFinished }) => {
  const page = await telephone(onTestFinished);
  await page.goto(await linkTo("follow_up"));
  await page.getByRole("button", { name: "Send", exact: true }).tap();
  const summary = page.getByRole("alert");
  await summary.waitFor();
  expect(await summary.evaluate((element) => element === document.activeElement)).toBe(true);
  const group = page.getByRole("group", { name: "How far do you use what you learnt?" });
  const problem = await group.getAttribute("aria-describedby");
  expect(await page.locator(`#${problem}`).textContent()).toContain("Choose an answer");
  expect(await accessibilityFaults(page)).toEqual([]);
});

describe("what is typed", () => {
  test("is still there after the page was closed, until it is sent", async ({ onTestFinished }) => {
    const page = await telephone(onTestFinished);
    const link = await linkTo("end_of_session");
    await page.goto(link);
    await answerAll(page);
    await page.getByLabel("What should we keep or change?").fill("More time to try it");
    await page.goto("about:blank");
    await page.goto(link);
    expect(await page.getByLabel("What should we keep or change?").inputValue()).toBe("More time to try it");
    expect(await page.locator("input:checked").count()).toBe(7);
    const [key, ...others] = await draftsIn(page);
    expect(others).toEqual([]);
    expect(link).not.toContain(key!.replace("form-", ""));
    await page.getByRole("button", { name: "Send", exact: true }).tap();
    await thanks(page).waitFor();
    expect(await draftsIn(page)).toEqual([]);
  });

  test("can be cleared from a telephone that others use", async ({ onTestFinished }) => {
    const page = await telephone(onTestFinished);
    await page.goto(await linkTo("end_of_session"));
    await answerAll(page);
    await page.getByRole("button", { name: "Clear what I wrote" }).tap();
    await page.getByText("Cleared.").waitFor();
    expect(await page.locator("input:checked").count()).toBe(0);
    expect(await draftsIn(page)).toEqual([]);
  });

  test("is forgotten also where the form had to be sent in the plain way", async ({ onTestFinished }) => {
    const page = await telephone(onTestFinished);
    await page.goto(await linkTo("end_of_session"));
    await answerAll(page);
    expect(await draftsIn(page)).toHaveLength(1);
    const isScripts = (url: URL) => url.pathname.startsWith("/evaluate/");
    await page.route(isScripts, (route) =>
      route.request().resourceType() === "fetch" ? route.fulfill({ status: 500 }) : route.continue(),
    );
    await page.getByRole("button", { name: "Send", exact: true }).tap();
    await thanks(page).waitFor();
    await vi.waitFor(async () => expect(await draftsIn(page)).toEqual([]));
  });

  test("for a link that was used stays, and says so, until it is cleared", async ({ onTestFinished }) => {
    const page = await telephone(onTestFinished);
    const link = await linkTo("end_of_session");
    for (const times of [1, 2]) {
      await page.goto(link);
      await answerAll(page);
      await page.getByRole("button", { name: "Send", exact: true }).tap();
      if (times === 1) await thanks(page).waitFor();
    }
    await page.getByRole("heading", { name: "An answer by this link has arrived already" }).waitFor();
    expect(await draftsIn(page)).toHaveLength(1);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole("button", { name: "Clear what I wrote" }).tap();
    await page.getByText("Cleared.").waitFor();
    expect(await draftsIn(page)).toEqual([]);
  });

  test("outlives a lost connection, and is sent once when it is back", async ({ onTestFinished }) => {
    const page = await telephone(onTestFinished);
    const link = await linkTo("end_of_session");
    await page.goto(link);
    await answerAll(page);
    await page.getByLabel("What should we keep or change?").fill("Written in a tunnel");
    await page.context().setOffline(true);
    await page.getByRole("button", { name: "Send", exact: true }).tap();
    await page.getByText("There is no connection. Nothing is lost").waitFor();
    expect(await draftsIn(page)).toHaveLength(1);
    await page.context().setOffline(false);
    await thanks(page).waitFor();
    const found = await record.read("evaluations", { activity_id: { _eq: activity }, status: { _eq: "active" } });
    const written = found.filter(({ answers }) => JSON.stringify(answers).includes("Written in a tunnel"));
    expect(written).toHaveLength(1);
  });
});

describe("axe finds nothing", () => {
  async function tryEverywhere(page: Page): Promise<void> {
    for (const summary of await page.locator("summary").all()) await summary.click();
    for (const [colorScheme, width] of [
      ["light", 390],
      ["dark", 320],
    ] as const) {
      await page.setViewportSize({ width, height: 844 });
      await page.emulateMedia({ colorScheme });
      expect(await accessibilityFaults(page)).toEqual([]);
      expect(await overflowOf(page)).toBe(0);
    }
  }

  test.for(["end_of_session", "staff_survey"] as const)("in the form for %s", async (wave, { onTestFinished }) => {
    const page = await telephone(onTestFinished);
    await page.goto(await linkTo(wave));
    await tryEverywhere(page);
  });

  test("in a gap task", async ({ onTestFinished }) => {
    const page = await telephone(onTestFinished);
    const task = "0f0f0f0f-0000-4000-8000-0000000000cc";
    const written = { stage_1: "Read one page aloud each day.", stage_1_on: "2026-11-16" };
    const about = { title: "Gap task", type: "gap_task", observed_on: "2026-11-16", activity_id: activity };
    await record.make("evidence", [{ id: task, ...about, ...written }]);
    const [sent] = await record.invite([{ wave: "gap_task", activity_id: activity, evidence_id: task, stage: 3 }]);
    await page.goto(`/evaluate/${sent!.token}`);
    await tryEverywhere(page);
  });

  test.for([`/evaluate/${tokenOf(99_999)}`, "/evaluate/thank-you"])("at %s", async (address, { onTestFinished }) => {
    const page = await telephone(onTestFinished);
    await page.goto(address);
    await tryEverywhere(page);
  });
});

test("the record may be away for a moment: the form says so and the link goes on working", async ({
  onTestFinished,
}) => {
  const page = await telephone(onTestFinished);
  await page.goto(await linkTo("close_out"));
  await answerAll(page);
  await directus.end();
  await page.getByRole("button", { name: "Send", exact: true }).tap();
  await page.getByText("It could not be saved just now. Nothing is lost").waitFor();
  await page.goto(page.url());
  await page.getByRole("heading", { name: "The form cannot be opened just now" }).waitFor();
  await vi.waitFor(async () => expect(await draftsIn(page)).toHaveLength(1));
});
