import { afterAll, beforeAll, expect, test } from "vitest";
import { provideQuestionnaires } from "../directus/questionnaires.ts";
import { gapTasks } from "../pipelines/duties/gap-tasks.ts";
import { type TestDirectus, testDirectus } from "./harness/directus.ts";
import { breakAtWrite, type DutyRecordInTest, dutyRecord, type Person } from "./harness/duties.ts";
import { countWrites } from "./harness/writes.ts";

let directus: TestDirectus;
let record: DutyRecordInTest;

beforeAll(async () => {
  directus = await testDirectus();
  record = await dutyRecord(directus);
});
afterAll(() => directus?.stop());

/** How many of these rows have each value of a field. */
function tally(rows: Record<string, unknown>[], field: string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const row of rows) counts[String(row[field])] = (counts[String(row[field])] ?? 0) + 1;
  return counts;
}
const participationsOf = (activity_id: string) => record.read("participations", { activity_id: { _eq: activity_id } });
const activityOf = async (id: string) => (await record.read("activities", { id: { _eq: id } }))[0]!;

test("the standard questionnaires are written once: what people changed stays, and their own stays current", async () => {
  const admin = { url: directus.url, token: directus.adminToken };
  const all = await record.read("questionnaires", {});
  expect(tally(all, "is_current")).toEqual({ true: 4 });
  const of = (wave: string) => all.find((row) => row["wave"] === wave)!;
  await record.change("questionnaires", String(of("close_out")["id"]), { title: "Our close" });
  // As where somebody had a survey of their own before the standard one came.
  await record.change("questionnaires", String(of("staff_survey")["id"]), { key: "our_survey_1" });
  expect(await provideQuestionnaires(admin)).toEqual(["standard_staff_survey_1"]);
  expect(await provideQuestionnaires(admin)).toEqual([]);
  const after = await record.read("questionnaires", { wave: { _in: ["close_out", "staff_survey"] } });
  expect(Object.fromEntries(after.map((row) => [row["key"], [row["title"], row["is_current"]]]))).toEqual({
    standard_close_out_1: ["Our close", true],
    our_survey_1: [of("staff_survey")["title"], true],
    standard_staff_survey_1: [of("staff_survey")["title"], false],
  });
});

test("whoever took part in what has ended is invited once, and its leader to close it", async () => {
  const teachers = await record.people(8);
  const support = await record.people(3, "900001", "teaching_assistants");
  const alone = await record.people(2, "900002");
  const [leader, absent] = (await record.people(2)) as [Person, Person];
  const { id } = await record.activity([...teachers, ...support, ...alone], { leader_id: leader.id });
  await record.make("participations", [
    { id: "0f0f0f0f-0000-4000-8000-000000000011", activity_id: id, staff_id: absent.id, state: "absent" },
    {
      id: "0f0f0f0f-0000-4000-8000-000000000012",
      activity_id: id,
      staff_id: leader.id,
      role: "facilitator",
      state: "completed",
    },
  ]);
  await record.runOn("2026-11-17");

  const made = await record.invitations(id, "end_of_session");
  expect(new Set(made.map(({ staff_id }) => staff_id))).toEqual(
    new Set([...teachers, ...support, ...alone].map((person) => person.id)),
  );
  expect(tally(made, "opens_on")).toEqual({ "2026-11-17": 13 });
  expect(tally(made, "closes_on")).toEqual({ "2026-12-01": 13 });
  expect(tally(made, "expires_on")).toEqual({ "2026-12-31": 13 });
  expect(tally(made, "state")).toEqual({ due: 13 });
  // Eight teachers of one school may be told apart; the three and the two together are five, and nothing less may be said of them.
  expect(tally(made, "answer_staff_group")).toEqual({ teachers: 8, null: 5 });
  expect(tally(made, "answer_school_urn")).toEqual({ 900001: 8, null: 5 });
  expect(tally(made, "school_urn")).toEqual({ 900001: 11, 900002: 2 });
  expect(tally(await participationsOf(id), "evaluation_state")).toEqual({ invited: 13, not_invited: 2 });
  expect(await activityOf(id)).toMatchObject({ evaluation_wave: "open" });
  expect(await record.invitations(id, "close_out")).toMatchObject([
    { staff_id: leader.id, participation_id: null, answer_school_urn: null, answer_staff_group: null },
  ]);

  const { writes, fetch } = countWrites();
  expect(await record.runOn("2026-11-17", {}, fetch)).toEqual([
    "14 links are due and not e-mailed: set SMTP_URL, MAIL_FROM and SITE_URL, or hand them out on paper.",
  ]);
  // Only what can be said of whole lists in one request is asked each time, and changes nothing.
  expect(writes.filter((write) => !write.startsWith("PATCH /items/invitations"))).toEqual([]);
  expect(await record.invitations(id, "end_of_session")).toEqual(made);
});

test("nobody is asked about what was not approved, is restricted, is not over, or ended too long ago", async () => {
  const people = await record.people(5);
  const activities = await Promise.all(
    [
      { decision: "proposed" },
      { decision: "declined", decision_reason: "Too dear" },
      { is_restricted: true },
      { status: "archived" },
      { starts_on: "2026-11-16", ends_on: "2026-11-19" },
      { starts_on: "2026-10-04", ends_on: "2026-10-04" },
    ].map((row) => record.activity(people, row)),
  );
  const old = await record.activity(people, { starts_on: "2026-10-05", ends_on: null });
  await record.runOn("2026-11-18");
  for (const { id } of activities) expect(await record.invitations(id, "end_of_session")).toEqual([]);
  // A hub that was switched off for six weeks still asks about the last of them.
  expect(await record.invitations(old.id, "end_of_session")).toHaveLength(5);
});

test("nobody is asked by a link where a file of answers was brought in", async () => {
  const { id } = await record.activity(await record.people(6));
  const answers = Array.from({ length: 5 }, (_, index) => ({
    id: `0f0f0f0f-0000-4000-8000-0000000000a${index}`,
    activity_id: id,
    wave: "end_of_session",
    batch: 10_000,
    questionnaire: "imported_end_of_session",
    answers: { quality: 4 },
  }));
  await record.make("evaluations", answers);
  await record.runOn("2026-11-17");
  expect(await record.invitations(id, "end_of_session")).toEqual([]);
});

test("a run that is killed at any point leaves nothing that the next does not complete", async () => {
  for (let broken = 1; broken <= 4; broken += 1) {
    const [leader, ...people] = (await record.people(8)) as [Person, ...Person[]];
    const { id } = await record.activity(people, { leader_id: leader.id });
    await expect(record.runOn("2026-11-17", {}, breakAtWrite(broken))).rejects.toThrow(/does not answer/);
    const half = await record.invitations(id, "end_of_session");
    const states = tally(await participationsOf(id), "evaluation_state");
    // All of an activity are invited in one go or not at all.
    expect([half.length, states["invited"] ?? 0]).toEqual(half.length === 0 ? [0, 0] : [7, 7]);
    await record.runOn("2026-11-18");
    expect(await record.invitations(id, "end_of_session")).toHaveLength(7);
    expect(await record.invitations(id, "close_out")).toHaveLength(1);
    expect(tally(await participationsOf(id), "evaluation_state")).toEqual({ invited: 7 });
  }
});

test("somebody who is marked as present later is asked too, unless their answer would then be told apart", async () => {
  const { id } = await record.activity(await record.people(6));
  await record.runOn("2026-11-17");
  expect(tally(await record.invitations(id, "end_of_session"), "answer_school_urn")).toEqual({ 900001: 6 });

  // Nobody has answered: what the others' answers may carry is worked out anew.
  const [first, second] = (await record.people(2, "900002")) as [Person, Person];
  const later = { activity_id: id, role: "participant", state: "attended" };
  await record.make("participations", [{ id: "0f0f0f0f-0000-4000-8000-000000000021", ...later, staff_id: first.id }]);
  await record.runOn("2026-11-18");
  const made = await record.invitations(id, "end_of_session");
  expect(tally(made, "answer_school_urn")).toEqual({ null: 7 });
  // They have until the same day as the others, because all are counted together.
  expect(tally(made, "closes_on")).toEqual({ "2026-12-01": 7 });

  const other = await record.activity(await record.people(6));
  await record.runOn("2026-11-19");
  const [one] = await record.invitations(other.id, "end_of_session");
  await record.change("invitations", String(one!["id"]), { state: "answered" });
  await record.make("participations", [
    { id: "0f0f0f0f-0000-4000-8000-000000000022", ...later, activity_id: other.id, staff_id: second.id },
  ]);
  expect(await record.runOn("2026-11-20")).toContain(
    "1 person wait to be asked until enough others are: a form of theirs would be recognised.",
  );
  expect(await record.invitations(other.id, "end_of_session")).toHaveLength(6);
  await record.change("participations", "0f0f0f0f-0000-4000-8000-000000000022", { state: "absent" });
});

test("a wave is closed for all at once: until then nobody learns who answered", async () => {
  const { id } = await record.activity(await record.people(10));
  await record.runOn("2026-11-16");
  const made = await record.invitations(id, "end_of_session");
  const answer = (row: Record<string, unknown>) =>
    record.change("invitations", String(row["id"]), { state: "answered" });
  for (const one of made.slice(0, 6)) await answer(one);
  await record.runOn("2026-11-30");
  expect(tally(await participationsOf(id), "evaluation_state")).toEqual({ invited: 10 });
  expect(await activityOf(id)).toMatchObject({ evaluation_wave: "open" });

  // The day after the last; and a hub that was switched off closes it when it is back.
  await record.runOn("2026-12-03");
  const answered = (await participationsOf(id)).filter((row) => row["evaluation_state"] === "answered");
  expect(new Set(answered.map((row) => row["id"]))).toEqual(
    new Set(made.slice(0, 6).map((row) => row["participation_id"])),
  );
  expect(new Set(answered.map((row) => row["date_updated"])).size).toBe(1);
  expect(await activityOf(id)).toMatchObject({ evaluation_wave: "closed" });

  // Late answers are told of when their group counts. The policy's group is five: what is left are four, and one who was asked late.
  const lateAnswers = (count: number, batch: number) =>
    Array.from({ length: count }, () => ({
      activity_id: id,
      wave: "end_of_session",
      batch,
      questionnaire: "standard_end_of_session_1",
      answers: { quality: 4 },
    }));
  await record.changePolicy({ threshold_signed_in: 3 });
  await record.make("evaluations", [...lateAnswers(6, 0), ...lateAnswers(2, 1)]);
  for (const one of made.slice(6, 8)) await answer(one);
  await record.runOn("2026-12-04");
  expect(tally(await participationsOf(id), "evaluation_state")).toEqual({ answered: 6, invited: 4 });
  await record.make("evaluations", lateAnswers(1, 1));
  await answer(made[8]!);
  await record.runOn("2026-12-05");
  expect(tally(await participationsOf(id), "evaluation_state")).toEqual({ answered: 9, invited: 1 });
  const late = (await participationsOf(id)).filter((row) => row["evaluation_state"] === "answered");
  expect(new Set(late.map((row) => row["date_updated"])).size).toBe(2);
  await record.changePolicy({ threshold_signed_in: 5 });

  await record.runOn("2026-12-31");
  expect(tally(await record.invitations(id, "end_of_session"), "state")).toEqual({ answered: 9, expired: 1 });
});

test("somebody who is recorded twice in one activity is asked once", async () => {
  const people = await record.people(5);
  const { id } = await record.activity([...people, people[0]!]);
  await record.runOn("2026-11-17");
  await record.runOn("2026-11-18");
  expect(await record.invitations(id, "end_of_session")).toHaveLength(5);
});

test("invitations of people who have gone are cancelled, and so are those of what is no longer evaluated", async () => {
  const people = await record.people(8);
  const { id, participations } = await record.activity(people);
  const dropped = await record.activity(people);
  await record.runOn("2026-11-17");
  await record.change("staff", people[0]!.id, { status: "archived" });
  await record.change("participations", participations[1]!, { state: "absent" });
  await record.change("activities", dropped.id, { is_restricted: true });
  await record.runOn("2026-11-18");
  expect(tally(await record.invitations(id, "end_of_session"), "state")).toEqual({ due: 6, cancelled: 2 });
  expect(tally(await record.invitations(dropped.id, "end_of_session"), "state")).toEqual({ cancelled: 8 });
  expect(tally(await participationsOf(id), "evaluation_state")).toEqual({ invited: 7, not_invited: 1 });
  // It was a slip: they had come after all.
  await record.change("participations", participations[1]!, { state: "attended" });
  await record.runOn("2026-11-19");
  expect(tally(await record.invitations(id, "end_of_session"), "state")).toEqual({ due: 7, cancelled: 1 });
});

const summer = { title: "Summer course", starts_on: "2026-08-20", ends_on: "2026-08-20" };
const sampled = async (id: string) => (await participationsOf(id)).filter((row) => row["followup_state"] === "sampled");

test("a sample of those who completed is drawn once, three months later, and the draw is on record", async () => {
  const people = await record.people(30);
  const { id } = await record.activity(people, summer);
  const small = await record.activity(people.slice(0, 3), summer);
  const unfinished = await record.activity(people, summer, { state: "attended" });
  const drawnElsewhere = await record.activity(people, summer, { followup_state: "sampled" });
  const longAgo = await record.activity(people, { starts_on: "2026-07-05", ends_on: "2026-07-05" });
  // Somebody who has left since cannot be asked.
  await record.change("employments", people[0]!.employment, { ends_on: "2026-08-31" });
  await record.runOn("2026-11-19");
  expect(await record.invitations(id, "follow_up")).toEqual([]);
  await record.runOn("2026-11-20");

  // A quarter of 29 is 7.25: eight.
  const draw = { of: 29, drawn: 8, rate: 0.25, threshold: 5, replaced: 0 };
  expect(await activityOf(id)).toMatchObject({
    followup_drawn_on: "2026-11-20",
    followup_draw: draw,
    followup_wave: "open",
  });
  const made = await record.invitations(id, "follow_up");
  expect(new Set(made.map((row) => row["participation_id"]))).toEqual(
    new Set((await sampled(id)).map((row) => row["id"])),
  );
  expect(tally(made, "drawn_on")).toEqual({ "2026-11-20": 8 });
  expect(tally(made, "closes_on")).toEqual({ "2026-12-04": 8 });
  expect(made.map((row) => row["staff_id"])).not.toContain(people[0]!.id);
  expect(await sampled(small.id)).toHaveLength(2);
  for (const other of [unfinished, drawnElsewhere, longAgo])
    expect(await record.invitations(other.id, "follow_up")).toEqual([]);

  await record.runOn("2026-11-21");
  expect(await record.invitations(id, "follow_up")).toEqual(made);
  expect(await activityOf(small.id)).toMatchObject({ followup_draw: { of: 2, drawn: 2 } });
});

test("a draw that is killed half-way is drawn once all the same", async () => {
  const { id } = await record.activity(await record.people(12), summer);
  let half = 0;
  for (let broken = 1; broken <= 6 && half === 0; broken += 1) {
    await record.runOn("2026-11-22", {}, breakAtWrite(broken)).catch(() => undefined);
    half = (await record.invitations(id, "follow_up")).length;
    expect(await sampled(id)).toHaveLength(half);
    expect((await activityOf(id))["followup_drawn_on"]).toBe(half === 0 ? null : "2026-11-22");
  }
  await record.runOn("2026-11-23");
  expect(await record.invitations(id, "follow_up")).toHaveLength(5);
});

test("whoever of a sample has left, was archived or is away for long is replaced, and it is on record who, by whom and why", async () => {
  const people = await record.people(14);
  const { id } = await record.activity(people, { ...summer, ends_on: "2026-08-23" });
  await record.runOn("2026-11-23");
  const before = await record.invitations(id, "follow_up");
  expect(before).toHaveLength(5);
  const personOf = (row: Record<string, unknown>) => people.find((one) => one.id === row["staff_id"])!;
  const [left, archived, away, answered] = before as [(typeof before)[0], ...typeof before];
  await record.change("employments", personOf(left).employment, { ends_on: "2026-11-22" });
  await record.change("staff", personOf(archived!).id, { status: "archived" });
  await record.change("participations", String(away!["participation_id"]), { followup_state: "not_sampled" });
  await record.change("invitations", String(answered!["id"]), { state: "answered" });
  await record.change("employments", personOf(answered!).employment, { ends_on: "2026-11-22" });
  await record.runOn("2026-11-24");
  await record.runOn("2026-11-25");

  const after = await record.invitations(id, "follow_up");
  expect(tally(after, "state")).toEqual({ due: 4, answered: 1, cancelled: 3 });
  const fresh = after.filter((row) => row["replaces_id"] !== null);
  expect(Object.fromEntries(fresh.map((row) => [row["replaces_id"], row["replaced_because"]]))).toEqual({
    [String(left["id"])]: "left",
    [String(archived!["id"])]: "archived",
    [String(away!["id"])]: "long_absence",
  });
  // They have as long as the others, and nobody is drawn twice.
  expect(tally(fresh, "closes_on")).toEqual({ "2026-12-07": 3 });
  expect(new Set(after.map((row) => row["staff_id"])).size).toBe(8);
  expect(await sampled(id)).toHaveLength(5);
  expect(await activityOf(id)).toMatchObject({ followup_draw: { drawn: 5, replaced: 3 } });
});

test("where the policy states no follow-up nobody is drawn", async () => {
  const { id } = await record.activity(await record.people(8), { ...summer, ends_on: "2026-08-24" });
  await record.changePolicy({ followup_min_months: null });
  await record.runOn("2026-11-24");
  expect(await activityOf(id)).toMatchObject({ followup_drawn_on: null });
  await record.changePolicy({ followup_min_months: 3, followup_sample_rate: null });
  expect((await record.runOn("2026-11-24")).join()).toContain("The policy has no share to follow up");
  await record.changePolicy({ followup_sample_rate: 0.25 });
});

test("all staff in post are asked once a year, from the first weekday of the policy's month, and no audience is", async () => {
  const governors = await record.people(6, "900001", "governors");
  const newcomer = (await record.people(1))[0]!;
  await record.change("employments", newcomer.employment, { starts_on: "2027-05-03" });
  // 1 May 2027 is a Saturday.
  await record.changePolicy({ staff_survey_month: 5 });
  const surveyed = () => record.read("invitations", { wave: { _eq: "staff_survey" } });
  await record.runOn("2027-05-02");
  expect(await surveyed()).toEqual([]);
  // Killed between one part of the invitations and the next, and switched off for some days.
  await record.runOn("2027-05-03", {}, breakAtWrite(4)).catch(() => undefined);
  await record.runOn("2027-05-10");
  const made = await surveyed();
  const staff = new Set(made.map((row) => row["staff_id"]));
  expect(staff.size).toBe(made.length);
  expect(governors.some(({ id }) => staff.has(id))).toBe(false);
  expect(staff.has(newcomer.id)).toBe(true);
  expect(tally(made, "survey_period")).toEqual({ 202627: made.length });
  expect(tally(made, "closes_on")).toEqual({ "2027-05-17": made.length });
  expect(Math.min(...Object.values(tally(made, "answer_school_urn")))).toBeGreaterThanOrEqual(5);
  await record.runOn("2027-05-11");
  expect(await surveyed()).toHaveLength(made.length);
  // A year later it is another survey.
  await record.changePolicy({ staff_survey_month: null });
});

test("a gap task goes round to its four writers, one stage after the other", async () => {
  const [delegate, leader] = (await record.people(2)) as [Person, Person];
  const { id, participations } = await record.activity([delegate], { starts_on: "2026-10-01", ends_on: "2026-11-12" });
  const task = "0f0f0f0f-0000-4000-8000-000000000031";
  await record.make("evidence", [
    {
      id: task,
      title: "Gap task: reading aloud",
      type: "gap_task",
      observed_on: "2026-10-01",
      activity_id: id,
      participation_id: participations[0],
      leader_id: leader.id,
      provider_contact: "provider@larkmoor.example.org",
    },
  ]);
  const asked = async () =>
    (await record.read("invitations", { evidence_id: { _eq: task } }))
      .map(({ stage, staff_id, opens_on }) => ({ stage, staff_id, opens_on }))
      .sort((one, other) => Number(one.stage) - Number(other.stage));
  const runOn = (day: string) => record.runOn(day, {}, fetch, [gapTasks]);
  await runOn("2026-10-02");
  const first = { stage: 1, staff_id: null, opens_on: "2026-10-02" };
  expect(await asked()).toEqual([first]);
  await record.change("evidence", task, { stage_1: "Read aloud each day", stage_1_on: "2026-10-05" });
  await runOn("2026-10-06");
  const second = { stage: 2, staff_id: delegate.id, opens_on: "2026-10-06" };
  expect(await asked()).toEqual([first, second]);
  await record.change("evidence", task, { stage_2: "Start with one class", stage_2_on: "2026-10-07" });
  // The third is for the last session, the fourth for three months after it was written.
  await runOn("2026-11-11");
  expect(await asked()).toEqual([first, second]);
  await runOn("2026-11-12");
  const third = { stage: 3, staff_id: delegate.id, opens_on: "2026-11-12" };
  expect(await asked()).toEqual([first, second, third]);
  await record.change("evidence", task, { stage_3: "Done", stage_3_state: "done", stage_3_on: "2026-11-13" });
  await runOn("2027-02-12");
  expect(await asked()).toHaveLength(3);
  await runOn("2027-02-13");
  expect(await asked()).toEqual([first, second, third, { stage: 4, staff_id: leader.id, opens_on: "2027-02-13" }]);
});
