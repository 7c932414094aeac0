import { expect, test } from "vitest";
import { hubWith } from "./harness/hub.ts";

const schools = "urn\n100001\n100002";
const employments = `
  staff_id | school_urn | staff_group | starts_on  | ends_on
  s1       | 100001     | teachers    | 2020-09-01 |
  s2       | 100001     | teachers    | 2020-09-01 |
  s3       | 100001     | teachers    | 2020-09-01 | 2023-08-31
`;
const activities = `
  id         | school_urn | programme_id | starts_on  | ends_on    | decision  | is_restricted | strand | criteria_met | report_sent_on
  series-1   | 100001     | p-two        | 2025-11-10 |            | approved  | false         | online | a,b          | 2025-12-01
  series-2   |            | p-two        | 2026-02-09 |            | exception | false         |        | a            | 2026-04-01
  single     | 100001     | p-one        | 2026-03-02 |            | approved  | false         | online | a,b          |
  long       | 100001     |              | 2025-10-01 | 2026-07-01 |           | false         | online | a,b          | 2026-07-20
  restricted | 100001     | p-two        | 2026-03-02 |            | approved  | true          | online | a,b          |
  declined   | 100001     |              | 2026-03-02 |            | declined  | false         | online |              |
  ahead      | 100001     |              | 2026-12-01 |            | approved  | false         | online |              |
`;
const participations = ["series-1", "series-2", "single", "long", "restricted"]
  .map((id) => `${id} | s1 | completed | invited`)
  .join("\n");

/** A warehouse over these activities, under a policy. */
function hubUnder(policy: Record<string, unknown>, activityRows = activities) {
  const [heading, ...lines] = activityRows.trim().split("\n");
  const columns = heading!.split("|").map((cell) => cell.trim());
  const rows = lines.map((line) => {
    const cells = line.split("|").map((cell) => cell.trim() || null);
    const row: Record<string, unknown> = Object.fromEntries(columns.map((column, index) => [column, cells[index]]));
    return {
      ...row,
      is_restricted: row["is_restricted"] === "true",
      criteria_met: String(row["criteria_met"] ?? "")
        .split(",")
        .filter(Boolean),
    };
  });
  return hubWith({
    policy: [{ wave_closes_after_days: 14, ...policy }],
    schools,
    employments,
    programmes: "id | title | school_urn\np-two | Two | \np-one | One | ",
    activities: rows,
    participations: `activity_id | staff_id | state | evaluation_state\n${participations}`,
  });
}

test("an activity that went ahead tells what became of it; one of one is no series, and a restricted one is not told of", async () => {
  const hub = await hubUnder({
    criteria: [{ key: "a" }, { key: "b" }],
    report_recipients: [{ role: "Board", version: "first" }],
    report_due_days: 14,
    followup_min_months: 3,
  });
  const told = await hub.rows(`
    select school_urn, strand, is_sustained, criteria, report
    from marts.provided_activities inner join marts.activities using (activity_number)
    order by activities.activity_id`);
  expect(told).toEqual([
    // A course of nine months is sustained by itself, and the two of the programme are 91 days apart.
    { school_urn: "100001", strand: "online", is_sustained: true, criteria: "met", report: "on_time" },
    { school_urn: "100001", strand: "online", is_sustained: true, criteria: "met", report: "on_time" },
    { school_urn: null, strand: null, is_sustained: true, criteria: "not_met", report: "late" },
    { school_urn: "100001", strand: "online", is_sustained: false, criteria: "met", report: "missing" },
  ]);
  // No follow-up is on record in any year, so none is missed yet.
  expect(await hub.rows("select distinct follow_up from marts.provided_activities")).toEqual([{ follow_up: null }]);
});

test("what a policy does not ask for is not applicable, which is not the same as not done", async () => {
  const hub = await hubUnder({ criteria: [], report_recipients: [], followup_min_months: null });
  const rows = await hub.rows("select distinct criteria, report, follow_up from marts.provided_activities");
  expect(rows).toEqual([{ criteria: "not_asked_for", report: "not_asked_for", follow_up: "not_asked_for" }]);
  expect(await hub.rows("select distinct is_promised from marts.coaching")).toEqual([{ is_promised: false }]);
  expect(await hub.rows("select distinct has_ladder, is_on_higher_rung from marts.career_steps")).toEqual([
    { has_ladder: false, is_on_higher_rung: null },
  ]);
});

test("an organisation of one school holds everything itself", async () => {
  const hub = await hubWith({
    policy: [{ trust_uid: null, inset_min_days: 2 }],
    schools: "urn\n100001",
    employments,
    priorities: [{ id: "p1", status: "active", school_urn: null, starts_on: "2025-09-01", ends_on: null }],
    activities: `
      id | starts_on  | ends_on    | time_type | priority_id
      a1 | 2026-10-23 | 2026-10-26 | inset     | p1
    `,
  });
  expect(await hub.rows("select school_urn from marts.provided_activities")).toEqual([{ school_urn: "100001" }]);
  // From Friday to Monday are two days of training.
  expect(await hub.rows("select school_urn, academic_year, days, promised from marts.training_days")).toEqual([
    { school_urn: "100001", academic_year: 202627, days: 2, promised: 2 },
  ]);
  expect(await hub.rows("select school_urn, academic_year, has_activity from marts.priority_years")).toEqual([
    { school_urn: "100001", academic_year: 202627, has_activity: true },
  ]);
});
