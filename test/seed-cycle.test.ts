import { expect, test } from "vitest";
import { readProfile } from "../directus/profiles.ts";
import { needSources } from "../directus/schema/choices.ts";
import { demoRecords, type Row } from "../directus/seed/records.ts";

const today = "2026-11-20";
const criteria = readProfile("C").criteria.map(({ key }) => key);
const demo = demoRecords(today, criteria);
const rowsOf = (collection: string) => demo[collection]!;
const later = (day: unknown, days: number) =>
  new Date(Date.parse(String(day)) + days * 86_400_000).toISOString().slice(0, 10);
const byId = (collection: string) => new Map(rowsOf(collection).map((row) => [row["id"], row]));

test("needs came from every source, and all but a few are answered", () => {
  const sources = new Set(rowsOf("needs").map(({ source }) => source));
  const unused = Object.keys(needSources).filter((source) => !sources.has(source));
  expect(unused).toEqual([]);
  const open = rowsOf("needs").filter(
    ({ programme_id, state }) => !programme_id && /suggested|agreed/.test(String(state)),
  );
  expect(open.length).toBeGreaterThan(2);
  expect(open.length).toBeLessThan(rowsOf("needs").length / 2);
});

test("every school has a plan for each of its years; one of last year's is not evaluated and one of this year's is a draft", () => {
  const plans = rowsOf("plans");
  expect(new Set(plans.map(({ school_urn, time_period }) => `${school_urn} ${time_period}`)).size).toBe(plans.length);
  expect(plans.filter(({ time_period }) => time_period === 202627)).toHaveLength(9);
  const past = plans.filter(({ time_period }) => Number(time_period) < 202627);
  expect(past.filter(({ state }) => state !== "evaluated").map(({ school_urn }) => school_urn)).toEqual(["900006"]);
  expect(plans.filter(({ state }) => state === "draft").map(({ school_urn }) => school_urn)).toEqual(["900004"]);
});

test("what was approved meets every criterion, an exception has its reason, and a few proposals wait", () => {
  const activities = rowsOf("activities");
  const of = (decision: string) => activities.filter((row) => row["decision"] === decision);
  expect(of("approved").every(({ criteria_met }) => (criteria_met as string[]).length === criteria.length)).toBe(true);
  expect(of("exception").length).toBeGreaterThan(3);
  for (const row of of("exception")) {
    expect((row["criteria_met"] as string[]).length).toBe(criteria.length - 1);
    expect(row["decision_reason"]).toBeTruthy();
  }
  expect(of("proposed").length).toBeGreaterThan(4);
  expect(of("proposed").length).toBeLessThan(15);
  expect(of("proposed").every(({ decided_on }) => decided_on === null)).toBe(true);
  expect(activities.every(({ decided_on }) => decided_on === null || String(decided_on) <= today)).toBe(true);
});

test("invitations are there for the forms that are open, and say what the participations say", () => {
  const activities = byId("activities");
  const participations = byId("participations");
  const invitations = rowsOf("invitations");
  expect(invitations.length).toBeGreaterThan(20);
  for (const row of invitations) {
    const activity = activities.get(row["activity_id"])!;
    expect(activity["evaluation_wave"]).toBe("open");
    expect(row["closes_on"]).toBe(later(activity["ends_on"], 14));
    const said = participations.get(row["participation_id"])!["evaluation_state"];
    expect(row["state"]).toBe(said === "answered" ? "answered" : "sent");
    expect((row["sent_on"] as string[]).length).toBeLessThanOrEqual(3);
    expect(row["token_hashes"]).toMatch(/^[0-9a-f]{64}$/);
  }
  const open = rowsOf("activities").filter(({ evaluation_wave }) => evaluation_wave === "open");
  expect(new Set(invitations.map(({ activity_id }) => activity_id)).size).toBe(open.length);
});

test("no answer to an open form could be told apart by its school", () => {
  for (const activity of new Set(rowsOf("invitations").map(({ activity_id }) => activity_id))) {
    const counts = new Map<unknown, number>();
    for (const row of rowsOf("invitations").filter(({ activity_id }) => activity_id === activity))
      counts.set(row["answer_school_urn"], (counts.get(row["answer_school_urn"]) ?? 0) + 1);
    if (counts.size > 1) expect(Math.min(...counts.values())).toBeGreaterThanOrEqual(5);
  }
});

test("gap tasks stand at every stage, each written after the one before it", () => {
  const days = (row: Row) => [1, 2, 3, 4].map((stage) => row[`stage_${stage}_on`]).filter(Boolean) as string[];
  const tasks = rowsOf("evidence").filter(({ type }) => type === "gap_task");
  expect([...new Set(tasks.map((row) => days(row).length))].sort()).toEqual([0, 1, 2, 3, 4]);
  for (const row of tasks) {
    expect(days(row)).toEqual([...days(row)].sort());
    expect(days(row).every((day) => day <= today)).toBe(true);
  }
});

test("agreements are signed before the course; one person leaves soon, one agreement waits for its signature", () => {
  const agreements = rowsOf("agreements");
  for (const { signed_on, course_starts_on, state } of agreements) {
    if (state === "draft") expect(signed_on).toBeNull();
    else expect(String(signed_on) < String(course_starts_on)).toBe(true);
  }
  const states = agreements.map(({ state }) => state);
  for (const state of ["draft", "signed", "repaid", "waived"]) expect(states).toContain(state);
  const leaving = agreements.filter(({ leaving_on, state }) => state === "signed" && String(leaving_on ?? "") > today);
  expect(leaving).toHaveLength(1);
});

test("what is shared says what did not work, and a little is overdue", () => {
  const sharing = rowsOf("sharing");
  expect(sharing.filter(({ what_did_not }) => what_did_not).length).toBeGreaterThan(20);
  const overdue = sharing.filter(
    ({ done_on, due_on }) => done_on === null && due_on !== null && String(due_on) < today,
  );
  expect(overdue.length).toBeGreaterThan(0);
  expect(overdue.length).toBeLessThan(10);
});

test("papers carry decisions, some of them open, and one mark runs out within 90 days", () => {
  const decisions = rowsOf("editions").flatMap(({ decisions }) => (decisions ?? []) as Row[]);
  expect(decisions.filter(({ done_on }) => done_on === null).length).toBeGreaterThan(0);
  expect(decisions.filter(({ done_on }) => done_on !== null).length).toBeGreaterThan(10);
  expect(decisions.every(({ done_on }) => done_on === null || String(done_on) <= today)).toBe(true);
  const marks = rowsOf("evidence").filter(({ type }) => type === "quality_mark");
  expect(marks.filter(({ expires_on }) => String(expires_on) <= later(today, 90))).toHaveLength(1);
});

test("most teachers have a coach who is somebody else of their school, and most newcomers have had their induction", () => {
  const here = rowsOf("employments").filter(({ ends_on }) => ends_on === null);
  const schoolOf = new Map(here.map(({ staff_id, school_urn }) => [staff_id, school_urn]));
  const coached = here.filter(({ coach_id }) => coach_id !== null);
  const teachers = here.filter(({ is_teacher }) => is_teacher);
  expect(coached.length / teachers.length).toBeGreaterThan(0.85);
  expect(coached.length).toBeLessThan(teachers.length);
  for (const { coach_id, staff_id, school_urn } of coached) {
    expect(coach_id).not.toBe(staff_id);
    expect(schoolOf.get(coach_id)).toBe(school_urn);
  }
  const newcomers = here.filter(
    ({ starts_on }) => String(starts_on) > "2025-11-20" && String(starts_on) < "2026-09-30",
  );
  const inducted = newcomers.filter(({ induction_completed_on }) => induction_completed_on !== null);
  expect(inducted.length / newcomers.length).toBeGreaterThan(0.7);
});

test.for(["2026-09-02", "2027-03-01", "2027-07-20"])("nothing is dated after the day when today is %s", (day) => {
  const ahead =
    /^(starts_on|ends_on|expires_on|closes_on|due_on|.*_due_on|meeting_on|course_.*_on|leaving_on|notice_by_on|incurred_on)$/;
  const wrong = new Set<string>();
  for (const [name, rows] of Object.entries(demoRecords(day, criteria)))
    for (const row of rows)
      for (const [field, value] of Object.entries(row))
        if (field.endsWith("_on") && !ahead.test(field) && typeof value === "string" && value > day)
          wrong.add(`${name}.${field}`);
  expect([...wrong]).toEqual([]);
});
