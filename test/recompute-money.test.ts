import { beforeAll, expect, test } from "vitest";
import { calculate } from "../pipelines/measures/calculate.ts";
import { loadCatalogue } from "../pipelines/measures/catalogue.ts";
import type { Row, Warehouse } from "../pipelines/warehouse.ts";
import { demoHub, demoToday } from "./harness/demo.ts";
import { asCells, byKey, Cells, demo, rowsOf, staffInPost, yearOf } from "./recompute.ts";

const measures = await loadCatalogue();
const activities = new Map(
  rowsOf("activities")
    .filter(({ decision }) => decision !== "declined")
    .map((row) => [row["id"], row]),
);
let hub: Warehouse;

beforeAll(async () => {
  hub = await demoHub(demo);
});

const pipeline = async (id: string) => asCells(await calculate(hub, measures.find((measure) => measure.id === id)!));
const total = (year: number): [null, number, string, string] => [null, year, "total", "Total"];

/** Each person's part in an activity once, with the hours they came for. */
function parts(): { activity: Row; year: number; hours: number; isCompleted: boolean; followUp: string }[] {
  const found = new Map<string, Row>();
  for (const row of rowsOf("participations")) {
    const key = `${row["staff_id"]} ${row["activity_id"]}`;
    if (!found.has(key) && activities.has(row["activity_id"])) found.set(key, row);
  }
  return [...found.values()].map((row) => {
    const activity = activities.get(row["activity_id"])!;
    const came = row["state"] === "attended" || row["state"] === "completed";
    return {
      activity,
      year: yearOf(row["completed_on"] ?? activity["ends_on"]),
      hours: came ? Number(row["hours_attended"] ?? activity["hours"]) : 0,
      isCompleted: row["state"] === "completed",
      followUp: String(row["followup_state"]),
    };
  });
}

const costs = rowsOf("costs")
  .filter(({ kind }) => kind !== "budget")
  .map((row) => ({ ...row, amount: Number(row["amount"]), year: yearOf(row["incurred_on"]) }) as Row & Cost);
interface Cost {
  amount: number;
  year: number;
}

/** Sums of two things by year, for the years that have both. */
function ratio(above: Map<number, number>, below: Map<number, number>, place: typeof total = total) {
  const cells = new Cells();
  for (const [year, amount] of above) {
    const count = below.get(year) ?? 0;
    if (amount > 0 && count > 0) cells.add(place(year), amount, count);
  }
  return cells.figures();
}
function byYear<T>(rows: readonly T[], yearIn: (row: T) => number, amountOf: (row: T) => number): Map<number, number> {
  const sums = new Map<number, number>();
  for (const row of rows) sums.set(yearIn(row), (sums.get(yearIn(row)) ?? 0) + amountOf(row));
  return sums;
}

test("what is spent for each teacher is all costs but staff time over full-time equivalents", async () => {
  const spent = byYear(
    costs.filter(({ kind }) => kind !== "staff_time"),
    ({ year }) => year,
    ({ amount }) => amount,
  );
  const teachers = byYear(
    staffInPost().filter(({ is_teacher }) => is_teacher),
    ({ year }) => year,
    ({ fte }) => fte,
  );
  expect(await pipeline("spend_per_teacher")).toEqual(ratio(spent, teachers));
});

test("an hour costs so much without the time of those who take part, and so much with it, and the two add up", async () => {
  const hours = byYear(
    parts(),
    ({ year }) => year,
    (part) => part.hours,
  );
  const all = byYear(
    costs,
    ({ year }) => year,
    ({ amount }) => amount,
  );
  const without = byYear(
    costs.filter(({ kind }) => kind !== "staff_time"),
    ({ year }) => year,
    ({ amount }) => amount,
  );
  const staffTime = byYear(
    costs.filter(({ kind }) => kind === "staff_time"),
    ({ year }) => year,
    ({ amount }) => amount,
  );
  const part =
    (name: string): typeof total =>
    (year) => [null, year, "part", name];
  const found = await calculate(hub, measures.find(({ id }) => id === "full_cost_per_participant_hour")!);
  expect(asCells(found.filter(({ value }) => value !== null))).toEqual(
    [
      ...ratio(all, hours).filter(([key]) => staffTime.has(Number(key.split(" | ")[1]))),
      ...ratio(staffTime, hours, part("Staff time")),
      ...ratio(without, hours, part("Without staff time")),
    ].sort(byKey),
  );
  // A year without staff time on record says that it has no full cost.
  const withoutTotal = found.filter(({ value }) => value === null);
  expect(withoutTotal.map(({ time_period, status }) => [staffTime.has(time_period), status])).toEqual(
    withoutTotal.map(() => [false, "[x]"]),
  );
});

test("a person who uses it costs the full cost of what was followed up, over people times the share who use it", async () => {
  const policy = rowsOf("policy")[0]!;
  // Three months and fourteen days after the end, to the day.
  const closesOn = (endsOn: string) => {
    const day = new Date(`${endsOn}T00:00:00Z`);
    const wanted = day.getUTCDate();
    day.setUTCDate(1);
    day.setUTCMonth(day.getUTCMonth() + Number(policy["followup_min_months"]));
    const last = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 0)).getUTCDate();
    day.setUTCDate(Math.min(wanted, last) + Number(policy["wave_closes_after_days"]));
    return day.toISOString().slice(0, 10);
  };
  const isOver = (activity: Row) => {
    const wave = activity["followup_wave"];
    return wave === null ? closesOn(String(activity["ends_on"])) <= demoToday : wave === "closed";
  };
  const everybody = parts();
  const followed = new Set(
    everybody
      .filter(({ followUp, activity }) => followUp !== "not_sampled" && isOver(activity))
      .map(({ activity }) => activity["id"]),
  );
  const yearIn = (id: unknown) => yearOf(activities.get(id)!["ends_on"]);
  const spent = byYear(
    costs.filter(({ activity_id }) => followed.has(activity_id)),
    ({ activity_id }) => yearIn(activity_id),
    ({ amount }) => amount,
  );
  const people = byYear(
    everybody.filter(({ activity, isCompleted, hours }) => followed.has(activity["id"]) && (isCompleted || hours > 0)),
    ({ activity }) => yearIn(activity["id"]),
    () => 1,
  );
  // Which answers count yet is decided once and for good, and tested elsewhere.
  const admitted = new Set(
    (await hub.rows<{ id: string }>("select evaluation_id as id from marts.admitted_answers")).map(({ id }) => id),
  );
  const answers = rowsOf("evaluations").filter(({ id, wave }) => wave === "follow_up" && admitted.has(String(id)));
  const uses = (row: Row) => ["in_use", "embedded"].includes(String((row["answers"] as Row)["use"]));
  const figures = await pipeline("cost_per_person_using");
  expect(figures.length).toBe(4);
  for (const [key, , users, value] of figures) {
    const year = Number(key.split(" | ")[1]);
    const own = answers.filter(({ activity_id }) => yearIn(activity_id) === year);
    expect(users).toBe(own.filter(uses).length);
    const share = own.filter(uses).length / own.length;
    expect(value).toBeCloseTo(spent.get(year)! / (people.get(year)! * share), 3);
  }
});

test("the staff survey's totals and statements are the answers that took a side, and those that did not know are in the spread of all", async () => {
  const batches = await hub.rows<{ id: string; batch: number }>(
    "select evaluation_id as id, batch_id as batch from marts.admitted_answers",
  );
  const batchOf = new Map(batches.map(({ id, batch }) => [id, batch]));
  const statements = (rowsOf("questionnaires").find(({ wave }) => wave === "staff_survey")!["items"] as Row[]).filter(
    ({ scale }) => scale === "agree_4_dk",
  );
  const surveyed = rowsOf("evaluations").filter(({ id, wave }) => wave === "staff_survey" && batchOf.has(String(id)));
  const answerTo = (row: Row, key: unknown) => (row["answers"] as Row)[String(key)];
  // A statement on which fewer than five of a batch took a side is left out for all of it.
  const isTold = (row: Row, key: unknown) =>
    surveyed.filter(
      (other) =>
        batchOf.get(String(other["id"])) === batchOf.get(String(row["id"])) && answerTo(other, key) !== "dont_know",
    ).length >= 5;
  const agreed = new Cells();
  const spread = new Map<number, string[]>();
  const labels = ["", "1 Strongly disagree", "2 Disagree", "3 Agree", "4 Strongly agree"];
  for (const row of surveyed) {
    const year = Number(row["survey_period"]);
    for (const { key, question, area } of statements) {
      const answer = answerTo(row, key);
      if (!isTold(row, key)) continue;
      const statement: [null, number, string, string] = [null, year, "statement", String(question)];
      spread.set(year, [...(spread.get(year) ?? []), answer === "dont_know" ? "Don't know" : labels[Number(answer)]!]);
      if (answer === "dont_know") continue;
      const places = [total(year), statement, [null, year, "area", String(area)] as typeof statement];
      for (const place of places) agreed.add(place, Number(Number(answer) >= 3));
    }
  }
  const ofTrust = async (id: string) => (await pipeline(id)).filter(([key]) => key.startsWith(" |"));
  expect(agreed.cells.size).toBe(3 * (1 + 10 + 5));
  for (const [year, answers] of spread)
    for (const label of new Set(answers))
      agreed.add([null, year, "answer", label], answers.filter((answer) => answer === label).length, answers.length);
  expect([...spread.values()].flat()).toContain("Don't know");
  expect(await ofTrust("staff_survey_agreement")).toEqual(agreed.figures());
});
