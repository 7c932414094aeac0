import { expect, test } from "vitest";
import { runChecks } from "../pipelines/checks/run.ts";
import { hubWith } from "./harness/hub.ts";

const failing = async (records: Parameters<typeof hubWith>[0]) => {
  const checks = await runChecks(await hubWith(records));
  return Object.fromEntries(checks.filter(({ passed }) => !passed).map(({ id, failing_rows }) => [id, failing_rows]));
};
const lead = "school_urn | starts_on\n100001 | 2024-09-01";

test("a school without a lead is counted, and so is one whose lead's term is over", async () => {
  const schools = "urn\n100001\n100002\n100003";
  const appointments = `school_urn | starts_on | ends_on
    100001 | 2024-09-01 |
    100002 | 2024-09-01 | 2026-08-31`;
  expect(await failing({ schools, appointments })).toEqual({ schools_have_a_lead: 2 });
});

test("an agreement that was signed after its course had started is counted", async () => {
  const agreements = `staff_id | signed_on | course_starts_on
    s1 | 2025-09-02 | 2025-09-01
    s2 | 2025-09-01 | 2025-09-01
    s3 |            | 2025-09-01`;
  expect(await failing({ schools: "urn\n100001", appointments: lead, agreements })).toEqual({
    agreements_are_signed_in_time: 1,
  });
});

test("a policy whose year of approval was mistyped, or whose review comes before it, is counted", async () => {
  const given = { schools: "urn\n100001", appointments: lead };
  const wrong = { policy_dates_are_in_order: 1 };
  expect(await failing({ ...given, policy: [{ approved_on: "2002-09-01" }] })).toEqual(wrong);
  expect(await failing({ ...given, policy: [{ approved_on: "2026-09-01", next_review_on: "2025-09-01" }] })).toEqual(
    wrong,
  );
  expect(await failing({ ...given, policy: [{ approved_on: "2026-09-01", next_review_on: "2027-09-01" }] })).toEqual(
    {},
  );
});

test("a plan that nobody looked back on before the next was agreed is counted", async () => {
  const plans = `school_urn | time_period | state
    100001 | 202425 | evaluated
    100001 | 202526 | published
    100001 | 202627 | agreed`;
  expect(await failing({ schools: "urn\n100001", appointments: lead, plans })).toEqual({
    plans_are_evaluated_in_turn: 1,
  });
});
