import { expect, test } from "vitest";
import { waves } from "../directus/seed/evaluations.ts";
import { demoRecords, type Row } from "../directus/seed/records.ts";

const today = "2026-11-20";
const demo = demoRecords(today);
const rowsOf = (collection: string) => demo[collection]!;
const activities = new Map(rowsOf("activities").map((row) => [row["id"], row]));
const programmeTitles = new Map(rowsOf("programmes").map((row) => [row["id"], row["title"]]));
const evaluations = rowsOf("evaluations") as (Row & {
  answers: Record<string, number> & { use: string; seen_by: string };
})[];

function of(programme: string, wave: string) {
  return evaluations.filter(
    (row) =>
      row["wave"] === wave && programmeTitles.get(activities.get(row["activity_id"])!["programme_id"]) === programme,
  );
}
function share<T>(rows: T[], isCounted: (row: T) => boolean): number {
  return rows.filter(isCounted).length / rows.length;
}
function gain(programme: string): number {
  const rows = of(programme, "end_of_session");
  return (
    rows.reduce((sum, { answers }) => sum + answers["confidence_now"]! - answers["confidence_before"]!, 0) / rows.length
  );
}
const isUsed = ({ answers }: (typeof evaluations)[number]) => answers.use === "in_use" || answers.use === "embedded";
const isLiked = ({ answers }: (typeof evaluations)[number]) => answers["quality"]! >= 4;

test("one programme helps: it is used three months on, seen by others, and confidence rose", () => {
  const followUp = of("Reading for every pupil", "follow_up");
  expect(followUp.length).toBeGreaterThan(100);
  expect(share(followUp, isUsed)).toBeGreaterThan(0.7);
  expect(share(followUp, ({ answers }) => answers.seen_by !== "nobody")).toBeGreaterThan(0.6);
  expect(gain("Reading for every pupil")).toBeGreaterThan(1.2);
});

test("one programme does nothing, though people like it as much", () => {
  const followUp = of("Digital marking tools", "follow_up");
  expect(followUp.length).toBeGreaterThan(60);
  expect(share(of("Digital marking tools", "end_of_session"), isLiked)).toBeGreaterThan(0.75);
  expect(share(followUp, isUsed)).toBeLessThan(0.2);
  expect(Math.abs(gain("Digital marking tools"))).toBeLessThan(0.2);
});

test("a school is chosen after its worst year, and the next results are what they were before", () => {
  const results = rowsOf("outcomes")
    .filter(({ measure_code, school_urn }) => measure_code === "ks2_rwm_expected" && school_urn === "900003")
    .map(({ time_period, value, population }) => [time_period, Math.round(Number(value) * Number(population))]);
  expect(results).toEqual([
    [202223, 17],
    [202324, 12],
    [202425, 18],
    [202526, 17],
  ]);
  const chosen = rowsOf("programmes").find(({ school_urn }) => school_urn === "900003")!;
  expect(chosen).toMatchObject({ title: "Mathematics support at Quillmere", starts_on: "2024-09-01" });
});

test("support staff have much less access than teachers", () => {
  const from = "2025-09-01";
  const until = "2026-08-31";
  const took = new Set(
    rowsOf("participations")
      .filter(({ completed_on }) => String(completed_on) >= from && String(completed_on) <= until)
      .map(({ staff_id }) => staff_id),
  );
  const access = (group: string) => {
    const people = rowsOf("employments").filter(
      ({ staff_group, starts_on, ends_on }) => staff_group === group && String(starts_on) <= from && ends_on === null,
    );
    return share(people, ({ staff_id }) => took.has(staff_id));
  };
  expect(access("teachers")).toBeGreaterThan(0.9);
  expect(access("support_staff")).toBeLessThan(0.4);
});

test("nobody uses one subscription, and decisions are due", () => {
  const subscriptions = rowsOf("subscriptions");
  expect(subscriptions.filter(({ users_in_year }) => users_in_year === 0)).toHaveLength(1);
  expect(subscriptions.filter(({ decision }) => decision === null).length).toBeGreaterThan(0);
});

test("one school joined two years ago, and nothing is known of its staff before", () => {
  expect(rowsOf("schools").find(({ urn }) => urn === "900005")).toMatchObject({ trust_joined_on: "2024-09-01" });
  const starts = rowsOf("employments").filter(({ school_urn }) => school_urn === "900005");
  expect(starts.every(({ starts_on }) => String(starts_on) >= "2024-09-01")).toBe(true);
});

test.for([today, "2026-09-02", "2027-07-20"])(
  "on %s some activities are planned, still open, or not due for a follow-up",
  (day) => {
    const records = demoRecords(day);
    const back = (days: number) => new Date(Date.parse(day) - days * 86_400_000).toISOString().slice(0, 10);
    const ended = (from: number, to: number) =>
      records["activities"]!.filter(({ ends_on }) => String(ends_on) > back(from) && String(ends_on) <= back(to));
    expect(ended(waves.closeAfterDays, 1).length).toBeGreaterThan(0);
    expect(ended(80, 15).length).toBeGreaterThan(0);
    if (day !== "2027-07-20")
      expect(records["activities"]!.some(({ starts_on }) => String(starts_on) > day)).toBe(true);
  },
);

test("restricted activities ask nobody for an evaluation", () => {
  const restricted = rowsOf("activities").filter(({ is_restricted }) => is_restricted);
  const ids = new Set(restricted.map(({ id }) => id));
  const people = rowsOf("participations").filter(({ activity_id }) => ids.has(activity_id));
  expect(people.length).toBeGreaterThan(5);
  expect(
    people.every((one) => one["evaluation_state"] === "not_invited" && one["followup_state"] === "not_sampled"),
  ).toBe(true);
  expect(evaluations.some(({ activity_id }) => ids.has(activity_id))).toBe(false);
});

test("as many answers came to each activity and wave as participations say", () => {
  const counts = (rows: [unknown, unknown][]) => {
    const found = new Map<string, number>();
    for (const row of rows) found.set(row.join(" "), (found.get(row.join(" ")) ?? 0) + 1);
    return [...found].sort();
  };
  const said = rowsOf("participations").flatMap((one): [unknown, unknown][] => [
    ...(one["evaluation_state"] === "answered" ? [[one["activity_id"], "end_of_session"] as [unknown, unknown]] : []),
    ...(one["followup_state"] === "answered" ? [[one["activity_id"], "follow_up"] as [unknown, unknown]] : []),
  ]);
  const asked = evaluations.filter(({ wave }) => wave === "end_of_session" || wave === "follow_up");
  expect(counts(said)).toEqual(counts(asked.map((row) => [row["activity_id"], row["wave"]])));
});

test("55% to 75% answer at the end of a session, and about two thirds of the three in ten who are asked again", () => {
  const people = rowsOf("participations");
  const invited = people.filter((one) => one["evaluation_state"] !== "not_invited");
  const due = invited.filter((one) => String(activities.get(one["activity_id"])!["ends_on"]) < "2026-08-01");
  const sampled = due.filter((one) => one["followup_state"] !== "not_sampled");
  const answered = share(invited, (one) => one["evaluation_state"] === "answered");
  expect(answered).toBeGreaterThan(0.55);
  expect(answered).toBeLessThan(0.75);
  expect(sampled.length / due.length).toBeGreaterThan(0.25);
  expect(sampled.length / due.length).toBeLessThan(0.36);
  expect(share(sampled, (one) => one["followup_state"] === "answered")).toBeCloseTo(0.65, 1);
});

test("an evaluation says nothing of a person, a day or an order", () => {
  const fields = [
    "activity_id",
    "answers",
    "batch",
    "id",
    "questionnaire",
    "scale_id",
    "school_urn",
    "staff_group",
    "status",
    "wave",
  ];
  const words = JSON.stringify(evaluations);
  for (const row of evaluations)
    expect(
      Object.keys(row)
        .filter((field) => field !== "survey_period")
        .sort(),
    ).toEqual(fields);
  expect(words).not.toMatch(/20\d\d-\d\d-\d\d/);
  const named = new Set(words.match(/[0-9a-f]{8}-[0-9a-f-]{27}/g));
  const people = [...rowsOf("staff"), ...rowsOf("participations")];
  expect(people.some(({ id }) => named.has(String(id)))).toBe(false);
  // Written in the order of their random ids: neighbours hardly ever belong to one activity, as those of participations do.
  const ids = evaluations.map(({ id }) => String(id));
  expect(ids).toEqual([...ids].sort());
  const together = (rows: Row[]) =>
    rows.filter((row, position) => row["activity_id"] === rows[position - 1]?.["activity_id"]).length / rows.length;
  expect(together(evaluations)).toBeLessThan(0.02);
  expect(together(rowsOf("participations"))).toBeGreaterThan(0.8);
});

test("three staff surveys were answered by about six in ten, and most of the longer activities were closed by their leaders", () => {
  const surveys = evaluations.filter(({ wave }) => wave === "staff_survey");
  expect([...new Set(surveys.map((row) => row["survey_period"]))].sort()).toEqual(["202324", "202425", "202526"]);
  expect(surveys.length).toBeGreaterThan(600);
  expect(surveys.length).toBeLessThan(900);
  expect(surveys.every(({ answers, activity_id }) => Object.keys(answers).length === 10 && activity_id === null)).toBe(
    true,
  );
  const closed = evaluations.filter(({ wave }) => wave === "close_out");
  expect(closed.length).toBeGreaterThan(30);
  expect(new Set(closed.map(({ activity_id }) => activity_id)).size).toBe(closed.length);
});

test("late answers come in groups, most of them large enough to count", () => {
  const late = evaluations.filter(({ batch }) => batch !== 0);
  const groups = new Map<string, number>();
  for (const { activity_id, wave, batch } of late) {
    const group = `${activity_id} ${wave} ${batch}`;
    groups.set(group, (groups.get(group) ?? 0) + 1);
  }
  const full = [...groups.values()].filter((size) => size >= waves.lateGroup);
  expect(full.length).toBeGreaterThan(5);
  expect(groups.size).toBeGreaterThan(full.length);
});
