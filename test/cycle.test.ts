import { expect, test } from "vitest";
import * as recorded from "../directus/schema/choices.ts";
import { type CycleSlice, cpdApproaches, cpdStrands, needDomains, needSources } from "../pipelines/contract.ts";
import { readCycle } from "../pipelines/cycle/read.ts";
import { sliceCycle } from "../pipelines/release/cycle-slices.ts";
import { leavingCycle } from "../src/papers/cycle.ts";
import { hubWith } from "./harness/hub.ts";

const people = (school: string, count: number) =>
  Array.from({ length: count }, (_, at) => ({
    staff_id: `${school}-${at}`,
    school_urn: school,
    staff_group: "teachers",
    starts_on: "2020-09-01",
  }));
const staff = [...people("100001", 6), ...people("100002", 3)];
/** Everybody of a school took part in an activity. */
const tookPart = (activity: string, school: string) =>
  staff
    .filter(({ school_urn }) => school_urn === school)
    .map(({ staff_id }) => ({ activity_id: activity, staff_id, completed_on: "2026-03-01" }));

const hub = await hubWith({
  schools: "urn\n100001\n100002",
  policy: [
    {
      criteria: [{ key: "need", label: "Answers a need" }, { key: "cost" }],
      criteria_mode: "gate",
      ladder: [{ key: "ta", strand: "support", label: "Assistant", offer: " Training " }],
    },
  ],
  employments: staff,
  priorities:
    "id | status | title | level | school_urn\nr | active | Reading | whole |\no | active | Own aim | team | 100001",
  programmes: [
    {
      id: "p1",
      title: "Reading together",
      priority_id: "r",
      state: "deliver",
      decision: "keep",
      decision_reason: "Used",
    },
    { id: "p2", title: "Canary support after an incident", priority_id: "r" },
    { id: "p3", title: "Of the first school", school_urn: "100001", priority_id: "o" },
  ],
  needs: [
    {
      id: "n1",
      title: "Fluency",
      level: "whole",
      source: "audit",
      priority_id: "r",
      programme_id: "p1",
      domain: ["skill"],
    },
    { id: "n2", title: "Canary of one person", level: "individual", source: "appraisal" },
    { id: "n3", title: "Canary of a small group", level: "team", school_urn: "100002", staff_group: "teachers" },
    {
      id: "n4",
      title: "Met by what is restricted",
      level: "team",
      school_urn: "100001",
      staff_group: "teachers",
      programme_id: "p2",
    },
    { id: "n5", title: "Canary of nobody knows whom" },
    { id: "n6", title: "Questions for governors", level: "team", school_urn: "100002", staff_group: "governors" },
  ].map((need) => ({ identified_on: "2026-06-01", ...need })),
  activities: [
    {
      id: "a1",
      programme_id: "p1",
      starts_on: "2025-10-06",
      hours: 2,
      strand: "online",
      criteria_met: ["need", "cost"],
    },
    { id: "a2", programme_id: "p1", starts_on: "2026-03-01", hours: 3, strand: "online", criteria_met: ["need"] },
    { id: "a3", programme_id: "p2", title: "Canary session", starts_on: "2026-03-01", is_restricted: true },
    { id: "a4", programme_id: "p3", school_urn: "100001", starts_on: "2027-02-01", hours: 2 },
    { id: "a5", programme_id: "p1", school_urn: "100002", starts_on: "2026-03-01" },
  ],
  participations: [...tookPart("a1", "100001"), ...tookPart("a3", "100001"), ...tookPart("a5", "100002")],
  costs: [
    { kind: "fees", amount: 300, activity_id: "a1", incurred_on: "2025-10-06" },
    { kind: "cover", amount: 77, activity_id: "a5", incurred_on: "2026-03-01", school_urn: "100002" },
    { kind: "fees", amount: 4321, activity_id: "a3", incurred_on: "2026-03-01" },
    { kind: "budget", amount: 9000, incurred_on: "2025-09-01" },
    { kind: "budget", amount: 600, incurred_on: "2025-09-01", school_urn: "100002" },
    { kind: "budget", amount: 50, incurred_on: "2026-08-31", school_urn: "100002" },
  ],
  subscriptions: [
    { id: "s1", title: "Reading tests", users_in_year: 3, annual_cost: 500, school_urn: "100002" },
    { id: "s2", title: "Videos", users_in_year: 0, decision: "stop", decision_reason: "Nobody uses it" },
    { id: "s3", title: "Maps", users_in_year: 13 },
  ],
  sharing: [
    {
      id: "l1",
      title: "Card with three steps",
      school_urn: "100002",
      what_did_not: "Slides",
      link: "javascript:alert(1)",
    },
    { id: "l2", title: "Canary not in the library", is_in_library: false },
    { id: "l3", title: "Canary of the restricted", activity_id: "a3" },
  ],
  plans: [
    { id: "d1", time_period: 202627, state: "draft", objectives: "Canary of a draft", school_urn: "100001" },
    { id: "d2", time_period: 202627, state: "agreed", objectives: "Read more", future_needs: "Time" },
  ],
  editions: [
    {
      id: "e1",
      meeting_on: "2026-10-01",
      state: "discussed",
      decisions: [{ decision: "Trust decides", owner_role: "Head" }],
    },
    { id: "e2", meeting_on: "2026-12-01", decisions: [{ decision: "Canary not yet held" }] },
    { id: "e3", meeting_on: "2026-10-02", school_urn: "100001", decisions: [{ decision: "School decides" }] },
  ],
  evidence: [
    { type: "quality_mark", awarded_by: "Invented Mark", expires_on: "2027-01-01", observed_on: "2024-01-01" },
    { type: "observation", awarded_by: "Canary" },
  ],
});
const cycle = await readCycle(hub);
const files = sliceCycle(["100001", "100002"], cycle) as Record<string, CycleSlice>;
const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id).sort();

test("nothing of one person's need, of a group too small, of what is restricted, a draft or a meeting to come is in any byte", () => {
  expect(JSON.stringify(files)).not.toMatch(/canary|4321|77|javascript/i);
  expect(ids(cycle.needs)).toEqual(["n1", "n4", "n6"]);
  expect(cycle.needs.find(({ id }) => id === "n4")).toMatchObject({ programme_id: null });
  expect(ids(cycle.programmes)).toEqual(["p1", "p3"]);
});

test("a cost that could be one named person's says only that it is not shown", () => {
  expect(cycle.costs).toEqual([
    {
      school_urn: null,
      programme_id: "p1",
      priority_id: "r",
      time_period: 202526,
      kind: "fees",
      amount: 300,
      status: "",
      // Nine took part: enough for the site, and too few for what leaves it.
      may_leave: false,
    },
    {
      school_urn: "100002",
      programme_id: "p1",
      priority_id: "r",
      time_period: 202526,
      kind: null,
      amount: null,
      status: "[c]",
      may_leave: false,
    },
  ]);
});

test("budgets are summed by year and place, and a school reads its own", () => {
  const own = { school_urn: "100002", time_period: 202526, amount: 650 };
  expect(cycle.budgets).toEqual([{ school_urn: null, time_period: 202526, amount: 9000 }, own]);
  expect(files["cycle/schools/100001.json"]!.budgets).toEqual([]);
  expect(files["cycle/schools/100002.json"]!.budgets).toEqual([own]);
});

test("what is shown, taken from the whole of a year, is never the money of too few", async () => {
  const programmes = ["one", "six", "nine"];
  const spent = await hubWith({
    schools: "urn\n100001\n100002",
    staff: staff.map(({ staff_id }) => ({ id: staff_id })),
    employments: staff,
    programmes: programmes.map((id) => ({ id, title: id, starts_on: "2025-10-06" })),
    activities: programmes.map((id) => ({ id, programme_id: id, starts_on: "2025-10-06", hours: 2 })),
    participations: [
      { activity_id: "one", staff_id: "100001-0", completed_on: "2026-03-01" },
      ...tookPart("six", "100001"),
      ...tookPart("nine", "100001"),
      ...tookPart("nine", "100002"),
    ],
    costs: [
      ...programmes.map((id) => ({ activity_id: id, kind: "fees", amount: 100, incurred_on: "2025-10-06" })),
      // Nobody's staff time is hidden, so nothing goes beside it; and a year has nothing to do with another.
      ...["six", "nine"].map((id) => ({ activity_id: id, kind: "staff_time", amount: 50, incurred_on: "2025-10-06" })),
      { activity_id: "six", kind: "fees", amount: 70, incurred_on: "2026-10-06" },
    ],
  });
  const { costs } = await readCycle(spent);
  const shown = costs.map(({ programme_id, time_period, kind, amount }) => [time_period, programme_id, kind, amount]);
  expect(shown.sort()).toEqual([
    [202526, "nine", "fees", 100],
    [202526, "nine", "staff_time", 50],
    [202526, "one", null, null],
    [202526, "six", null, null],
    [202526, "six", "staff_time", 50],
    [202627, "six", "fees", 70],
  ]);
});

test("papers hide what was spent on fewer people than may leave the log-in, and the needs of groups as small", () => {
  const paper = leavingCycle(cycle);
  expect(paper.costs.map(({ amount, status }) => ({ amount, status }))).toEqual([
    { amount: null, status: "[c]" },
    { amount: null, status: "[c]" },
  ]);
  expect(cycle.needs.filter(({ may_leave }) => !may_leave).length).toBeGreaterThan(0);
  expect(paper.needs.every(({ may_leave }) => may_leave)).toBe(true);
});

test("activities are counts by programme, year and place, and what lies ahead is told apart", () => {
  const ofTrust = cycle.activities.find(({ programme_id, school_urn }) => programme_id === "p1" && school_urn === null);
  expect(ofTrust).toEqual({
    school_urn: null,
    programme_id: "p1",
    priority_id: "r",
    time_period: 202526,
    held: 2,
    ahead: 0,
    sustained: 2,
    hours: 5,
    by_month: { "03": 1, "10": 1 },
    by_approach: {},
    by_strand: { online: 2 },
    by_sourcing: {},
    criteria_asked: 2,
    criteria_met: 1,
    by_criterion: { cost: 1, need: 2 },
  });
  expect(cycle.activities.find(({ programme_id }) => programme_id === "p3")).toMatchObject({ held: 0, ahead: 1 });
  expect(cycle.programmes.map(({ is_sustained }) => is_sustained)).toEqual([false, true]);
});

test("users of a subscription are told in words where they are few, and else to the nearest five", () => {
  expect(cycle.subscriptions.map(({ id, use, users_about }) => [id, use, users_about])).toEqual([
    ["s3", "some", 15],
    ["s1", "few", null],
    ["s2", "nobody", null],
  ]);
});

test("a school's file has its own records, the trust's and everybody's library, and no other school's", () => {
  const first = files["cycle/schools/100001.json"]!;
  const second = files["cycle/schools/100002.json"]!;
  expect([ids(first.programmes), ids(second.programmes)]).toEqual([["p1", "p3"], ["p1"]]);
  expect([ids(first.priorities), ids(second.priorities)]).toEqual([["o", "r"], ["r"]]);
  expect([ids(first.subscriptions), ids(second.subscriptions)]).toEqual([
    ["s2", "s3"],
    ["s1", "s2", "s3"],
  ]);
  expect(ids(first.sharing)).toEqual(["l1"]);
  expect([first.decisions, second.decisions].map((list) => list.map(({ decision }) => decision))).toEqual([
    ["School decides"],
    [],
  ]);
  expect(second.plans.map(({ objectives }) => objectives)).toEqual(["Read more"]);
  expect(first.plans.map(({ objectives }) => objectives)).toEqual(["Read more", null]);
  expect(second.future_needs.map(({ words }) => words)).toEqual(["Time"]);
});

test("the policy's criteria and ladder come with their names", () => {
  expect(cycle.criteria).toEqual([
    { key: "need", label: "Answers a need" },
    { key: "cost", label: "cost" },
  ]);
  expect(cycle.ladder).toEqual([{ strand: "support", label: "Assistant", offer: "Training" }]);
  expect(cycle.quality_marks).toHaveLength(1);
});

test("an organisation without a policy or a record has an empty cycle, and a release without one no file of it", async () => {
  const empty = await readCycle(await hubWith({ policy: [], schools: "urn\n100001" }));
  expect(empty).toMatchObject({ criteria_mode: null, criteria: [], ladder: [], needs: [], costs: [] });
  expect(sliceCycle(["100001"], undefined)).toEqual({});
});

test("what the pages say of a key is what was chosen in the record", () => {
  expect(needSources).toEqual(recorded.needSources);
  expect(needDomains).toEqual(recorded.domains);
  expect(cpdApproaches).toEqual(recorded.approaches);
  expect(cpdStrands).toEqual(recorded.strands);
});
