import { beforeAll, expect, test } from "vitest";
import { type CountedFigure, calculateAll } from "../pipelines/measures/calculate.ts";
import { loadCatalogue } from "../pipelines/measures/catalogue.ts";
import type { Row } from "../pipelines/warehouse.ts";
import { demoHub, demoRows } from "./harness/demo.ts";
import { groupsOf, type Records } from "./recompute-cells.ts";
import { shuffled } from "./roughen.ts";

const catalogue = (await loadCatalogue()).filter(({ definition }) => definition.counts !== "published");
const definitionOf = new Map(catalogue.map(({ id, definition }) => [id, definition]));

/** The demo's last two years, so that a warehouse of it is made in a moment. */
function recentRecords(): Records {
  const rows = demoRows("H");
  const recent = new Set(
    rows["activities"]!.filter((row) => String(row["ends_on"]) >= "2025-09-01").map(({ id }) => id),
  );
  const isRecent = (row: Row) => row["activity_id"] === null || recent.has(row["activity_id"] as string);
  return {
    ...rows,
    activities: rows["activities"]!.filter(({ id }) => recent.has(id as string)),
    participations: rows["participations"]!.filter(isRecent),
    evaluations: rows["evaluations"]!.filter(isRecent),
    sharing: rows["sharing"]!.filter(isRecent),
    evidence: rows["evidence"]!.filter(isRecent),
    costs: rows["costs"]!.filter(isRecent),
    outcomes: [],
  };
}

async function figuresOf(records: Records, measures = catalogue): Promise<CountedFigure[]> {
  const hub = await demoHub(records);
  const { figures, failures } = await calculateAll(hub, measures);
  hub.close();
  expect(failures).toEqual([]);
  return figures;
}

const records = recentRecords();
let figures: CountedFigure[];

beforeAll(async () => {
  figures = await figuresOf(records);
}, 90_000);

const cellOf = ({ measure_id, school_urn, time_period, breakdown, category }: CountedFigure) =>
  [measure_id, school_urn ?? "trust", time_period, breakdown, category].join(" | ");
const sumOf = (some: readonly CountedFigure[]) => ({
  numerator: some.reduce((sum, { numerator }) => sum + (numerator ?? 0), 0),
  denominator: some.reduce((sum, { denominator }) => sum + (denominator ?? 0), 0),
});

// Each makes a warehouse of its own.
const patient = { timeout: 90_000 };

test.for(["one", "two"])("the order of the records does not matter: permutation %s", patient, async (seed) => {
  expect(await figuresOf(shuffled(records, seed))).toEqual(figures);
});

test("of people, every school's together are the trust's, and every staff group's the place's", () => {
  const ofPeople = figures.filter(({ measure_id }) => definitionOf.get(measure_id)!.counts === "people");
  const totals = ofPeople.filter(({ breakdown }) => breakdown === "total");
  for (const whole of totals.filter(({ school_urn }) => school_urn === null)) {
    const alike = totals.filter((one) => one.measure_id === whole.measure_id && one.time_period === whole.time_period);
    const schools = alike.filter(({ school_urn }) => school_urn !== null);
    // Some are worked out for the trust alone.
    if (schools.length > 0) expect(sumOf(schools), cellOf(whole)).toEqual(sumOf([whole]));
  }
  const groups = ofPeople.filter(({ breakdown }) => breakdown === "staff_group" || breakdown === "contract");
  expect(groups.length).toBeGreaterThan(50);
  const wholes = new Map(totals.map((one) => [cellOf(one), one]));
  for (const parts of groupsOf(groups, (one) => cellOf({ ...one, category: "" })).values()) {
    const whole = wholes.get(cellOf({ ...parts[0]!, breakdown: "total", category: "Total" }))!;
    expect(sumOf(parts), cellOf(parts[0]!)).toEqual(sumOf([whole]));
  }
});

test("what is shared out adds up to its whole, and no part is more than it", () => {
  const parts = figures.filter(
    ({ measure_id, breakdown, value }) =>
      value !== null && definitionOf.get(measure_id)!.distributions?.includes(breakdown),
  );
  expect(parts.length).toBeGreaterThan(100);
  for (const own of groupsOf(parts, (one) => cellOf({ ...one, category: "" })).values()) {
    const { numerator } = sumOf(own);
    expect(new Set(own.map(({ denominator }) => denominator)), cellOf(own[0]!)).toEqual(new Set([numerator]));
  }
});

test("no school and no category has more than the trust", () => {
  const additive = figures.filter(
    ({ measure_id, denominator }) => denominator !== null && definitionOf.get(measure_id)!.interval !== "net",
  );
  const wholes = new Map(additive.map((one) => [cellOf(one), one]));
  for (const one of additive.filter(({ school_urn }) => school_urn !== null)) {
    const whole = wholes.get(cellOf({ ...one, school_urn: null }));
    expect(whole?.denominator, cellOf(one)).toBeGreaterThanOrEqual(one.denominator!);
  }
});

test("one more activity changes its own year and school, the trust, and nothing else", patient, async () => {
  const added = {
    ...records["activities"]!.find((row) => row["school_urn"] === "900001" && row["decision"] === "approved")!,
    id: "one-more",
    starts_on: "2026-03-02",
    ends_on: "2026-03-02",
    strand: "online",
    sourcing_wave: 3,
    programme_id: null,
  };
  const after = await figuresOf({ ...records, activities: [...records["activities"]!, added] });
  const before = new Map(figures.map((one) => [cellOf(one), one]));
  const changed = after.filter((one) => {
    const was = before.get(cellOf(one));
    return !was || was.numerator !== one.numerator || was.denominator !== one.denominator;
  });
  expect(new Set(changed.map(({ measure_id }) => measure_id))).toEqual(
    new Set(["strand_mix", "sourcing_mix", "criteria_met"]),
  );
  expect(new Set(changed.map(({ time_period }) => time_period))).toEqual(new Set([202526]));
  expect(new Set(changed.map(({ school_urn }) => school_urn))).toEqual(new Set([null, "900001"]));
  const now = new Set(after.map(cellOf));
  expect([...before.keys()].filter((cell) => !now.has(cell))).toEqual([]);
});

test("answers on another scale are in no figure of what was answered", patient, async () => {
  const answers = records["evaluations"]!.map((row) => ({ ...row, scale_id: "points_0_10" }));
  const ofAnswers = catalogue.filter(({ definition }) => definition.counts === "answers");
  const left = (await figuresOf({ ...records, evaluations: answers }, ofAnswers)).filter(({ value }) => value !== null);
  // Who answered, and what others saw, is on no scale.
  const others = ["evaluation_response_rate", "practice_seen"];
  expect(new Set(left.map(({ measure_id }) => measure_id).filter((id) => !others.includes(id)))).toEqual(new Set());
  expect(figures.filter(({ measure_id }) => measure_id === "use_in_role").length).toBeGreaterThan(10);
});
