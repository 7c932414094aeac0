/** The Studio as a CPD administrator finds it, and each yearly duty done in it with a mouse. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser } from "./harness/browser.ts";
import { type TestDirectus, testDirectus } from "./harness/directus.ts";
import { openStudio, type Studio } from "./harness/studio.ts";

let directus: TestDirectus;
let browser: Browser;
let studio: Studio;

async function send(path: string, method = "GET", body?: unknown): Promise<never> {
  const headers = { authorization: `Bearer ${directus.adminToken}`, "content-type": "application/json" };
  const answer = await fetch(directus.url + path, {
    method,
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return ((await answer.json()) as { data: never }).data;
}

/** The only record of a collection with this title. */
async function saved(collection: string, title: string): Promise<Record<string, unknown>> {
  const filter = encodeURIComponent(JSON.stringify({ title: { _eq: title } }));
  const rows = (await send(`/items/${collection}?filter=${filter}`)) as Record<string, unknown>[];
  expect(rows).toHaveLength(1);
  return rows[0]!;
}

beforeAll(async () => {
  directus = await testDirectus();
  await send("/items/schools", "POST", { urn: "900101", name: "Invented Primary School", phase: "primary" });
  await send("/items/staff", "POST", { first_name: "Wren", last_name: "Thimblewick" });
  await send("/items/priorities", "POST", { title: "Every pupil reads", level: "whole" });
  await send("/items/activities", "POST", { title: "Reading together", starts_on: "2026-10-06" });
  await send("/items/subscriptions", "POST", { title: "Video library", annual_cost: 900, users_in_year: 0 });
  browser = await openBrowser();
  const account = directus.accounts.find(({ role }) => role === "cpd_administrator")!;
  studio = await openStudio(browser, directus.url, account);
});
afterAll(async () => {
  await browser?.close();
  await directus?.stop();
});

test("a CPD administrator finds the elements of the policy and the work that waits, and no answers", async () => {
  const folders = ["Needs", "Provision", "Evaluation", "Sharing", "People", "Outcomes", "Governance", "Settings"];
  const waiting = ["Awaiting evaluation", "Follow-up due", "Subscriptions to review", "Left this year"];
  for (const words of [...folders, ...waiting]) await studio.page.getByText(words, { exact: true }).first().waitFor();
  expect(await studio.page.getByText("Evaluations", { exact: true }).count()).toBe(0);
});

test("somebody who types an impossible number of hours is told what to type", async () => {
  await studio.create("activities");
  await studio.type("title", "Phonics for new staff");
  await studio.type("hours", "-2");
  await studio.day("starts_on", "10/09/2026");
  await studio.trySave();
  const words = "Type hours as a number, such as 1.5 for an hour and a half; 0 or more.";
  await studio.page.getByText(words).first().waitFor();
  await studio.type("hours", "1.5");
  await studio.save();
  expect(await saved("activities", "Phonics for new staff")).toMatchObject({
    hours: 1.5,
    starts_on: "2026-09-10",
    decision: "proposed",
  });
});

test("a need is recorded with its source, kind, evidence and priority", async () => {
  await studio.create("needs");
  await studio.type("title", "Reading aloud");
  await studio.choose("source", "Appraisal");
  await studio.tick("domain", "Skill");
  await studio.type("evidence", "Seen in three walks of the autumn.");
  await studio.pick("priority_id", "Every pupil reads");
  await studio.save();
  expect(await saved("needs", "Reading aloud")).toMatchObject({
    source: "appraisal",
    level: "whole",
    domain: ["skill"],
    state: "agreed",
    priority_id: expect.any(String),
  });
});

test("a plan is written with its actions, and says with whom it was discussed", async () => {
  await studio.create("plans");
  await studio.type("title", "CPD plan 2026/27");
  await studio.type("time_period", "202627");
  await studio.addLine("actions", { action: "First round of coaching", owner_role: "CPD lead" });
  await studio.day("discussed_with_trust_board_on", "29/09/2026");
  await studio.save();
  expect(await saved("plans", "CPD plan 2026/27")).toMatchObject({
    time_period: 202627,
    state: "draft",
    discussed_with_trust_board_on: "2026-09-29",
    actions: [{ action: "First round of coaching", owner_role: "CPD lead" }],
  });
});

test("an activity that lacks a criterion cannot be approved; an exception needs its reason", async () => {
  await studio.create("activities");
  await studio.type("title", "Phonics day");
  await studio.day("starts_on", "12/01/2027");
  await studio.tick("criteria_met", "Linked to an identified priority");
  await studio.page.getByText("Not every criterion is ticked, so “Approved” is not offered.").waitFor();
  expect(await studio.choicesOf("decision")).not.toContain("Approved");
  await studio.choose("decision", "Approved as an exception");
  await studio.choose("budget_check", "Within the budget");
  await studio.trySave();
  await studio.refused("Reason for the decision");
  expect(await send("/items/activities?filter[title][_eq]=Phonics day")).toEqual([]);
  await studio.type("decision_reason", "The head reports in person.");
  await studio.save();
  expect(await saved("activities", "Phonics day")).toMatchObject({
    decision: "exception",
    budget_check: "within",
    criteria_met: ["linked_priority"],
    decision_reason: "The head reports in person.",
  });
});

test("a subscription is stopped, with the reason", async () => {
  await studio.edit("subscriptions", "Video library");
  await studio.choose("decision", "Stop");
  await studio.day("decided_on", "20/11/2026");
  await studio.type("decision_reason", "Nobody opened it.");
  await studio.save();
  expect(await saved("subscriptions", "Video library")).toMatchObject({ decision: "stop", decided_on: "2026-11-20" });
});

test("a visit is recorded, and a gap task shows its stages only where it is one", async () => {
  await studio.create("evidence");
  await studio.type("title", "Visit of the autumn term");
  await studio.choose("type", "Quality assurance visit");
  await studio.day("observed_on", "10/11/2026");
  await studio.pick("school_urn", "Invented Primary");
  await studio.type("next_step", "Look again at questions.");
  expect(await studio.page.locator("[data-field=stage_1]").count()).toBe(0);
  await studio.save();
  expect(await saved("evidence", "Visit of the autumn term")).toMatchObject({ type: "qa_visit", school_urn: "900101" });

  await studio.create("evidence");
  await studio.type("title", "Gap task: reading");
  await studio.choose("type", "Gap task");
  await studio.day("observed_on", "10/11/2026");
  await studio.pick("leader_id", "Thimblewick");
  await studio.type("stage_1", "Try it with one group.");
  await studio.save();
  expect(await saved("evidence", "Gap task: reading")).toMatchObject({ stage_1: "Try it with one group." });
});

test("what is shared and a training agreement are recorded; a mistake says what to type", async () => {
  await studio.create("sharing");
  await studio.type("title", "Three steps on a card");
  await studio.choose("route", "Resources passed round");
  await studio.pick("activity_id", "Reading together");
  await studio.type("what_did_not", "Sending slides round.");
  await studio.type("link", "our drive");
  await studio.trySave();
  await studio.page.getByText("Type a web address that starts with https://, or leave it empty.").first().waitFor();
  await studio.type("link", "https://files.example.org/card");
  await studio.save();
  expect(await saved("sharing", "Three steps on a card")).toMatchObject({ what_did_not: "Sending slides round." });

  await studio.create("agreements");
  await studio.type("title", "NPQ for headship");
  await studio.pick("staff_id", "Thimblewick");
  await studio.day("course_starts_on", "11/01/2027");
  await studio.choose("state", "Signed");
  await studio.trySave();
  await studio.refused("Signed on");
  await studio.day("signed_on", "01/12/2026");
  await studio.save();
  expect(await saved("agreements", "NPQ for headship")).toMatchObject({ state: "signed", signed_on: "2026-12-01" });
});

test("a paper keeps what the meeting decided, and the policy its version", async () => {
  await studio.create("editions");
  await studio.type("title", "Development in the autumn");
  await studio.day("meeting_on", "08/12/2026");
  await studio.addLine("decisions", { decision: "Stop the video library.", owner_role: "Head of service" });
  await studio.save();
  expect(await saved("editions", "Development in the autumn")).toMatchObject({
    kind: "board_paper",
    decisions: [{ decision: "Stop the video library.", owner_role: "Head of service" }],
  });

  await studio.list("policy");
  await studio.page.locator("[data-field=version]").waitFor();
  await studio.type("version", "3.2");
  await studio.day("approved_on", "14/01/2026");
  await studio.trySave();
  await expect
    .poll(() => send("/items/policy?fields=version,approved_on"), { timeout: 60_000 })
    .toEqual({
      version: "3.2",
      approved_on: "2026-01-14",
    });
});

test("a record is archived and comes back, and nobody can change an invitation", async () => {
  await studio.edit("needs", "Reading aloud");
  await studio.choose("status", "Archived");
  await studio.save();
  await expect.poll(async () => (await saved("needs", "Reading aloud"))["status"]).toBe("archived");
  const { id } = await saved("needs", "Reading aloud");
  await studio.page.goto(`${directus.url}/admin/content/needs/${id}`);
  await studio.page.locator("[data-field=status]").waitFor();
  await studio.choose("status", "Active");
  await studio.save();
  expect(await saved("needs", "Reading aloud")).toMatchObject({ status: "active" });

  await studio.list("invitations");
  await studio.page.getByText("No Items").first().waitFor();
  const create = studio.page.locator("button", { hasText: "Create" });
  expect((await create.count()) > 0 && (await create.first().isEnabled())).toBe(false);
});
