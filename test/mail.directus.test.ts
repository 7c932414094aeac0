import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { inviteToActivity } from "../pipelines/duties/run.ts";
import { type TestDirectus, testDirectus } from "./harness/directus.ts";
import { type DutyRecordInTest, dutyRecord, type Person } from "./harness/duties.ts";
import { type MailServer, mailServer, type ReceivedLetter } from "./harness/mail.ts";

let directus: TestDirectus;
let record: DutyRecordInTest;
let mail: MailServer;

beforeAll(async () => {
  directus = await testDirectus();
  record = await dutyRecord(directus);
  mail = await mailServer();
});
afterAll(async () => {
  await mail?.stop();
  await directus?.stop();
});
beforeEach(async () => {
  mail.letters.length = 0;
  mail.onLetter = () => {};
  // What the test before left to be sent is not this one's.
  const open = await record.read("invitations", { state: { _in: ["due", "sent"] } });
  for (const { id } of open) await record.change("invitations", String(id), { state: "cancelled" });
});

const settings = () => ({
  SMTP_URL: mail.url,
  MAIL_FROM: "Larkmoor CPD <cpd@larkmoor.example.org>",
  SITE_URL: "https://cpd.larkmoor.example.org/",
});
const sendOn = (day: string, more: Record<string, string> = {}) => record.runOn(day, { ...settings(), ...more });
const tokenIn = ({ text }: ReceivedLetter) => /\/evaluate\/([\w-]+)/.exec(text)?.[1] ?? "";
const invitationOf = async ({ id }: Person) => (await record.read("invitations", { staff_id: { _eq: id } }))[0]!;

test("three e-mails at most go out, days apart and on weekdays, none of them to somebody who answered", async () => {
  const [answers, stays, wrong, without] = (await record.people(4)) as [Person, Person, Person, Person];
  await record.change("staff", wrong.id, { email: "refused@larkmoor.example.org" });
  await record.change("staff", without.id, { email: null });
  await record.activity([answers, stays, wrong, without]);
  const sent: Record<string, string[]> = {};
  const said: string[] = [];
  // The activity ends on Monday 16 November 2026 and its forms close on the 30th.
  for (const day of ["16", "17", "18", "20", "21", "22", "23", "26", "27", "30"].map((date) => `2026-11-${date}`)) {
    mail.letters.length = 0;
    said.push(...(await sendOn(day)));
    for (const { to } of mail.letters) sent[to[0]!] = [...(sent[to[0]!] ?? []), day];
    if (day === "2026-11-18") {
      await record.change("invitations", String((await invitationOf(answers))["id"]), { state: "answered" });
    }
  }
  expect(sent).toEqual({
    // The day after; four days on is a Saturday, so the reminder is Monday's; and once more.
    [stays.email]: ["2026-11-17", "2026-11-23", "2026-11-27"],
    [answers.email]: ["2026-11-17"],
  });
  expect(said).toContain("The mail server refused 1 address: correct them in the Studio.");
  expect(said).toContain("1 person has no e-mail address in the record: hand their link out on paper.");
  expect(said.join()).not.toMatch(/@|Wren/);
  expect(await invitationOf(stays)).toMatchObject({
    state: "sent",
    sent_on: ["2026-11-17", "2026-11-23", "2026-11-27"],
  });
});

test("each e-mail has a link of its own, of 128 random bits, and the record knows only its fingerprint", async () => {
  const people = await record.people(2);
  await record.activity(people);
  const days = ["2026-11-17", "2026-11-23", "2026-11-27"];
  for (const day of days) await sendOn(day);
  const tokens = mail.letters.map(tokenIn);
  expect(new Set(tokens).size).toBe(6);
  for (const token of tokens) expect(Buffer.from(token, "base64url")).toHaveLength(16);
  for (const person of people) {
    const invitation = await invitationOf(person);
    const own = mail.letters.filter(({ to }) => to[0] === person.email).map(tokenIn);
    const hashes = own.map((token) => createHash("sha256").update(token).digest("hex"));
    expect(invitation["token_hashes"]).toBe(hashes.join(","));
    expect(JSON.stringify(invitation)).not.toContain(own[0]);
  }
});

test("an e-mail says in plain words what is asked, how long it takes, who sees it and until when, and fetches nothing", async () => {
  const [person] = (await record.people(1)) as [Person];
  await record.activity([person], { title: "Reading <aloud> & more" });
  await sendOn("2026-11-17");
  const [letter] = mail.letters;
  expect(letter).toMatchObject({
    to: [person.email],
    from: "Larkmoor CPD <cpd@larkmoor.example.org>",
    subject: "Two minutes about “Reading <aloud> & more”",
  });
  for (const words of [
    "Dear Wren,",
    "It takes about two minutes",
    "The policy asks everybody who took part to answer.",
    "without your name",
    "5 answers or more together",
    "Please answer by Tuesday 1 December 2026.",
    "Our organisation",
  ])
    expect(letter!.text).toContain(words);
  const link = `https://cpd.larkmoor.example.org/evaluate/${tokenIn(letter!)}`;
  expect(letter!.text).toContain(`\n${link}\n`);
  expect(letter!.html).toContain(`<a href="${link}"`);
  expect(letter!.html).toContain("Reading &#60;aloud&#62; &#38; more");
  expect(
    letter!.html.match(/(?:src|href)="(?!https:\/\/cpd\.larkmoor\.example\.org\/evaluate\/)|<img|url\(/g),
  ).toBeNull();
  expect(letter!.head).toMatch(/^Auto-Submitted: auto-generated/m);
  await sendOn("2026-11-23");
  await sendOn("2026-11-27");
  expect(mail.letters.map(({ subject }) => subject.slice(0, 9))).toEqual(["Two minut", "Reminder:", "Reminder:"]);
  expect(mail.letters[2]!.text).toContain("This is the last e-mail about it.");
});

test("whoever answers while e-mails are going out gets none", async () => {
  const people = await record.people(4);
  await record.activity(people);
  mail.onLetter = async ({ to }) => {
    mail.onLetter = () => {};
    for (const person of people.filter(({ email }) => email !== to[0])) {
      await record.change("invitations", String((await invitationOf(person))["id"]), { state: "answered" });
    }
  };
  await sendOn("2026-11-17");
  expect(mail.letters).toHaveLength(1);
  const states = await Promise.all(people.map(async (person) => (await invitationOf(person))["state"]));
  expect(states.sort()).toEqual(["answered", "answered", "answered", "sent"]);
});

test("a run that is killed while it sends never sends an e-mail twice", async () => {
  const people = await record.people(6);
  await record.activity(people);
  const env = {
    PATH: process.env["PATH"],
    DATA_DIR: directus.dataDir,
    DIRECTUS_URL: directus.url,
    DIRECTUS_CLERK_TOKEN: directus.clerkToken,
    TODAY: "2026-11-17",
    ...settings(),
  };
  const program = join(import.meta.dirname, "..", "pipelines", "duties", "run.ts");
  const child = spawn(process.execPath, [program], { env, stdio: ["ignore", "pipe", "pipe"] });
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (printed += text));
  mail.onLetter = () => {
    if (mail.letters.length === 2) child.kill("SIGKILL");
  };
  await once(child, "close");
  mail.onLetter = () => {};
  expect(mail.letters.length).toBeLessThan(6);
  await sendOn("2026-11-17");
  await sendOn("2026-11-18");
  const reached = mail.letters.map(({ to }) => to[0]);
  expect(new Set(reached).size).toBe(reached.length);
  // All but the one that was on its way, which may be missing until the reminder.
  expect(reached.length).toBeGreaterThanOrEqual(5);
  await sendOn("2026-11-23");
  expect(new Set(mail.letters.map(({ to }) => to[0])).size).toBe(6);
  expect(printed).not.toMatch(/@|evaluate\/|Wren/);
});

test("where the mail server is away, puts off or refuses us, nothing is lost and nobody's address is told", async () => {
  const people = await record.people(3);
  await record.change("staff", people[0]!.id, { email: "busy@larkmoor.example.org" });
  await record.activity(people);
  const wrong = mail.url.replace("secret", "wrong");
  await expect(sendOn("2026-11-17", { SMTP_URL: wrong })).rejects.toThrow(
    /^setting SMTP_URL: the mail server refuses the user or password/,
  );
  await expect(sendOn("2026-11-17", { SMTP_URL: "smtp://127.0.0.1:9" })).rejects.toThrow(
    /the mail server does not answer/,
  );
  expect(await invitationOf(people[1]!)).toMatchObject({ state: "due", sent_on: [] });
  expect(await sendOn("2026-11-17")).toContain("The mail server put off 1 e-mail to the next run.");
  expect(await invitationOf(people[0]!)).toMatchObject({ sent_on: [] });
  await record.change("staff", people[0]!.id, { email: people[0]!.email });
  await sendOn("2026-11-17");
  expect(mail.letters.map(({ to }) => to[0]).sort()).toEqual(people.map(({ email }) => email).sort());
});

test("without the settings, on Saturdays and in a hub of invented people nothing is sent, and it is said", async () => {
  await record.activity(await record.people(3));
  expect(await record.runOn("2026-11-17")).toContain(
    "3 links are due and not e-mailed: set SMTP_URL, MAIL_FROM and SITE_URL, or hand them out on paper.",
  );
  expect(await sendOn("2026-11-17", { DEMO: "yes" })).toContain(
    "3 links are due; the people of the invented trust are not e-mailed.",
  );
  expect(await sendOn("2026-11-21")).toContain("3 links are due; e-mails go out on weekdays.");
  expect(mail.letters).toEqual([]);
});

test("the clocks going back or forward change neither the day nor the days between", async () => {
  const autumn = await record.people(1);
  await record.activity(autumn, { starts_on: "2026-10-25", ends_on: "2026-10-25" });
  const days: string[] = [];
  for (const day of ["10-24", "10-25", "10-26", "10-29", "10-30", "11-02", "11-03"].map((date) => `2026-${date}`)) {
    const before = mail.letters.length;
    await sendOn(day);
    if (mail.letters.length > before) days.push(day);
  }
  expect(days).toEqual(["2026-10-26", "2026-10-30", "2026-11-03"]);
});

test("a gap task's first stage goes to the provider, and says that it is not anonymous", async () => {
  const { id } = await record.activity([]);
  await record.make("evidence", [
    {
      id: "0f0f0f0f-0000-4000-8000-000000000041",
      title: "Gap task: reading aloud",
      type: "gap_task",
      observed_on: "2026-11-16",
      activity_id: id,
      provider_contact: "provider@larkmoor.example.org",
    },
  ]);
  await sendOn("2026-11-17");
  expect(mail.letters).toMatchObject([
    { to: ["provider@larkmoor.example.org"], subject: "“Gap task: reading aloud”: stage 1 of the gap task" },
  ]);
  expect(mail.letters[0]!.text).toContain("It is not anonymous");
});

test("slips for the hall can be made ahead for those who are booked, and nobody who did not come is e-mailed", async () => {
  const people = await record.people(5);
  const { id, participations } = await record.activity(people, {}, { state: "booked" });
  const config = record.config("2026-11-13", settings());
  expect(await inviteToActivity(config, id, () => {})).toEqual(["Invited 5 people to evaluate 1 activity."]);
  expect(await inviteToActivity(config, id, () => {})).toEqual([]);
  for (const part of participations.slice(0, 3)) await record.change("participations", part, { state: "attended" });
  await record.change("participations", participations[3]!, { state: "absent" });
  expect(await record.invitations(id, "end_of_session")).toMatchObject(
    people.map(() => ({ opens_on: "2026-11-13", closes_on: "2026-11-30" })),
  );
  await sendOn("2026-11-16");
  expect(mail.letters).toEqual([]);
  await sendOn("2026-11-17");
  expect(mail.letters.map(({ to }) => to[0]).sort()).toEqual(
    people
      .slice(0, 3)
      .map(({ email }) => email)
      .sort(),
  );
  await expect(inviteToActivity(record.config("2026-11-08"), id, () => {})).rejects.toThrow(
    /cannot be asked about it yet/,
  );
});
