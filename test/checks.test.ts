import { expect, test } from "vitest";
import { runChecks } from "../pipelines/checks/run.ts";
import { hubWith } from "./harness/hub.ts";

const failing = async (records: Parameters<typeof hubWith>[0]) => {
  const checks = await runChecks(await hubWith(records));
  // Nobody is appointed in these records; that rule is tried in tasks-checks.test.ts.
  const broken = checks.filter(({ id, passed }) => !passed && id !== "schools_have_a_lead");
  return Object.fromEntries(broken.map(({ id, failing_rows }) => [id, failing_rows]));
};

test("an empty record breaks no rule", async () => {
  const checks = await runChecks(await hubWith({ policy: [] }));
  expect(checks.length).toBeGreaterThanOrEqual(10);
  expect(checks.filter(({ passed }) => !passed)).toEqual([]);
});

test("every rule is one sentence, and says how many records break it and not which", async () => {
  for (const check of await runChecks(await hubWith({}))) {
    expect(check.title).toMatch(/^[A-Z][^.]+$/);
    expect(Object.keys(check).sort()).toEqual(["collections", "failing_rows", "id", "passed", "severity", "title"]);
  }
});

test("spells that overlap, end too early or are in no known school are counted", async () => {
  expect(
    await failing({
      schools: "urn\n100001",
      employments: `
        staff_id | school_urn | staff_group | starts_on  | ends_on
        s1       | 100001     | teachers    | 2020-09-01 | 2024-08-31
        s1       | 100001     | teachers    | 2023-09-01 |
        s2       | 100001     | teachers    | 2024-09-01 | 2023-08-31
        s3       | 999999     | teachers    | 2024-09-01 |
      `,
    }),
  ).toEqual({ spells_do_not_overlap: 1, employment_ends_after_it_starts: 1, employment_has_a_school: 1 });
});

test("what cannot have happened is counted", async () => {
  expect(
    await failing({
      schools: "urn\n100001",
      employments: "staff_id | school_urn | staff_group | starts_on\ns1 | 100001 | teachers | 2025-09-01",
      activities: `
        id | starts_on  | ends_on    | priority_id
        a1 | 2026-03-02 | 2026-03-01 | x
        a2 | 2025-03-01 | 2025-03-01 | x
        a3 | 2026-12-01 | 2026-12-01 | x
        a4 | 2026-03-01 | 2026-03-01 |
      `,
      participations: `
        activity_id | staff_id | hours_attended | evaluation_state
        a2          | s1       | 1001           | invited
        a3          | s1       | 6              |
      `,
      evaluations: [{ activity_id: "a2", wave: "end_of_session", school_urn: "100001", answers: { quality: 4 } }],
      qualifications: "staff_id | qualification | started_on | gained_on\ns1 | NPQH | 2025-01-01 | 2024-01-01",
    }),
  ).toEqual({
    activity_ends_after_it_starts: 1,
    activity_has_a_priority: 1,
    completions_are_not_in_the_future: 1,
    evaluations_were_invited: 1,
    hours_are_plausible: 1,
    participants_are_in_post: 1,
    qualification_gained_after_it_started: 1,
  });
});

test("published figures out of range, without a weight or without a source are counted", async () => {
  const published = { measure_code: "ks2_rwm_expected", time_period: 202425 };
  expect(
    await failing({
      schools: "urn\n100001\n100002",
      outcomes: [
        { ...published, geographic_level: "school", school_urn: "100001", value: 67, population: 30 },
        { ...published, geographic_level: "school", school_urn: "100002", value: 0.67 },
        { ...published, geographic_level: "national", geography_name: "England", value: 0.62, licence: null },
      ],
    }),
  ).toEqual({ outcomes_are_in_range: 1, published_shares_have_a_weight: 1, benchmarks_say_where_they_are_from: 1 });
});

test("a subscription that nobody uses is counted, unless it is to stop", async () => {
  expect(
    await failing({
      subscriptions: `
        annual_cost | users_in_year | decision | starts_on
        1200        | 0             |          | 2024-09-01
        1200        | 0             | stop     | 2024-09-01
        1200        | 14            |          | 2024-09-01
      `,
    }),
  ).toEqual({ subscriptions_are_used: 1 });
});

test("approvals past the gate are counted, exceptions and the past are not, and a score lets everything through", async () => {
  const activities = ["approved", "approved", "exception", "proposed"].map((decision, index) => ({
    id: `a${index}`,
    starts_on: "2026-11-03",
    priority_id: "x",
    decision,
    criteria_met: index === 0 ? ["linked_priority", "value_for_money"] : ["linked_priority"],
  }));
  const earlier = { id: "past", starts_on: "2026-03-03", priority_id: "x", decision: "approved", criteria_met: null };
  const criteria = [{ key: "linked_priority" }, { key: "value_for_money" }];
  const under = (criteria_mode: string) =>
    failing({ policy: [{ criteria_mode, criteria }], activities: [...activities, earlier] });
  expect(await under("gate")).toEqual({ approved_activities_meet_the_criteria: 1 });
  expect(await under("score")).toEqual({});
});
