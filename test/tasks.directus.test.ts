import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { CoursesSlice, TasksSlice } from "../pipelines/contract.ts";
import { runPipeline } from "../pipelines/run.ts";
import { type TestDirectus, testDirectus } from "./harness/directus.ts";
import { type DutyRecordInTest, dutyRecord, type Person } from "./harness/duties.ts";
import { type MailServer, mailServer } from "./harness/mail.ts";

let directus: TestDirectus;
let record: DutyRecordInTest;
let mail: MailServer;
let people: Person[];

beforeAll(async () => {
  directus = await testDirectus();
  record = await dutyRecord(directus);
  mail = await mailServer();
  people = [...(await record.people(30)), ...(await record.people(12, "900002"))];
});
afterAll(async () => {
  await mail?.stop();
  await directus?.stop();
});
beforeEach(() => {
  mail.letters.length = 0;
});

/** Works the release out on a day and reads one of its files. */
async function published<T>(path: string, day = "2026-11-20"): Promise<T> {
  const config = record.config(day, { DIRECTUS_PIPELINE_TOKEN: directus.pipelineToken });
  const { release_id } = await runPipeline(config, false, { say: () => {}, stage: async (_name, work) => work() });
  return JSON.parse(readFileSync(join(config.publishedDir, "releases", release_id!, path), "utf8")) as T;
}

const dutiesIn = ({ tasks }: TasksSlice) =>
  tasks.map(({ duty_id, school_urn }) => `${duty_id} ${school_urn ?? "trust"}`);

test("acting makes a task go away, and only that one", async () => {
  const before = dutiesIn(await published<TasksSlice>("tasks/trust.json"));
  expect(before).toEqual(expect.arrayContaining(["publish_plan 900001", "publish_plan 900002", "appoint_lead 900001"]));
  await record.make("plans", [
    {
      title: "CPD plan 2026/27",
      time_period: 202627,
      school_urn: "900001",
      state: "published",
      published_on: "2026-09-04",
    },
  ]);
  const after = dutiesIn(await published<TasksSlice>("tasks/trust.json"));
  // With a plan there is also one whose discussion is to be entered; nothing else has changed.
  expect(before.filter((task) => !after.includes(task))).toEqual(["publish_plan 900001"]);
  expect(dutiesIn(await published<TasksSlice>("tasks/900001.json"))).not.toContain("publish_plan 900001");
});

test("archiving what a task is about ends it too", async () => {
  const subscription = { id: "5b3c1f8e-0000-4000-8000-000000000009", title: "Inkwell", starts_on: "2025-09-01" };
  await record.make("subscriptions", [subscription]);
  expect(dutiesIn(await published<TasksSlice>("tasks/trust.json"))).toContain("review_subscription trust");
  await record.change("subscriptions", subscription.id, { status: "archived" });
  expect(dutiesIn(await published<TasksSlice>("tasks/trust.json"))).not.toContain("review_subscription trust");
});

test("a course's report is e-mailed once, its figures by the larger threshold, and the final one when it is complete", async () => {
  const ended = { starts_on: "2026-10-05", ends_on: "2026-10-05", evaluation_wave: "closed" };
  const answered = { evaluation_state: "answered" };
  const large = await record.activity(people, { ...ended, title: "Reading aloud" }, answered);
  const small = await record.activity(people.slice(0, 7), { ...ended, title: "A visit" }, answered);
  const answers = (activity_id: string, count: number) =>
    people.slice(0, count).map((_person, index) => ({
      activity_id,
      school_urn: index < 30 ? "900001" : "900002",
      staff_group: "teachers",
      wave: "end_of_session",
      questionnaire: "standard_end_of_session_1",
      scale_id: "agree_5",
      answers: { quality: 4 },
    }));
  await record.make("evaluations", [...answers(large.id, people.length), ...answers(small.id, 7)]);
  await record.changePolicy({
    report_due_days: 14,
    report_recipients: [
      { role: "Head of service", email: "head@larkmoor.example.org", version: "first" },
      { role: "Education team", email: "team@larkmoor.example.org", version: "final" },
      { role: "Nobody’s address", email: null, version: "first" },
    ],
  });
  const { courses } = await published<CoursesSlice>("courses/trust.json");
  expect(courses.map(({ title }) => title).sort()).toEqual(["A visit", "Reading aloud"]);
  expect(dutiesIn(await published<TasksSlice>("tasks/trust.json"))).toContain("send_course_report trust");

  const settings = {
    SMTP_URL: mail.url,
    MAIL_FROM: "CPD <cpd@larkmoor.example.org>",
    SITE_URL: "https://cpd.larkmoor.example.org/",
  };
  // Without a mail server nothing is noted as sent.
  expect((await record.runOn("2026-11-20")).join(" ")).toContain("2 course reports are due and not e-mailed");
  const reports = () => mail.letters.filter(({ subject }) => subject.includes("valuation report"));
  await record.runOn("2026-11-20", settings);
  await record.runOn("2026-11-20", settings);
  await record.runOn("2026-11-23", settings);
  expect(
    reports()
      .map(({ to, subject }) => `${to} ${subject}`)
      .sort(),
  ).toEqual([
    "head@larkmoor.example.org Evaluation report: A visit",
    "head@larkmoor.example.org Evaluation report: Reading aloud",
  ]);
  const [visit, reading] = ["A visit", "Reading aloud"].map(
    (title) => reports().find(({ subject }) => subject.endsWith(title))!.text,
  );
  expect(reading).toContain("42 of 42 (100%) who were asked at the end answered.");
  expect(reading).toContain(`https://cpd.larkmoor.example.org/courses/${large.id}/report`);
  expect(visit).toContain("So few answered that the figures do not leave the site.");
  expect(visit).not.toMatch(/\d of \d/);
  expect((await record.read("activities", { id: { _eq: large.id } }))[0]).toMatchObject({
    report_sent_on: "2026-11-20",
  });
  const waiting = await published<TasksSlice>("tasks/trust.json");
  expect(dutiesIn(waiting)).not.toContain("send_course_report trust");
  expect(dutiesIn(waiting).filter((task) => task === "finish_course_report trust")).toHaveLength(2);

  await record.change("activities", large.id, { further_training: "A second session on fluency" });
  await published("courses/trust.json", "2026-12-07");
  mail.letters.length = 0;
  await record.runOn("2026-12-07", settings);
  await record.runOn("2026-12-08", settings);
  expect(reports().map(({ to, subject }) => `${to} ${subject}`)).toEqual([
    "team@larkmoor.example.org Final evaluation report: Reading aloud",
  ]);
  expect(reports()[0]!.text).toContain("Further training asked for: A second session on fluency.");
});
