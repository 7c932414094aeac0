import { afterAll, beforeAll, expect, test } from "vitest";
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
