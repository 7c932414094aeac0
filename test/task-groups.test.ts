import { expect, test } from "vitest";
import { groupTasks, whenDue } from "../src/tasks/groups.ts";

const asOf = "2026-11-20";

test("what has waited for more than a year comes last, and does not stand among what is overdue", () => {
  const task = (due_on: string) => ({ duty_id: "share", duty: { id: "share" }, due_on }) as never;
  const groups = groupTasks(["2022-11-23", "2026-10-08", "2026-11-30", "2027-01-31"].map(task), asOf);
  expect(groups.map(({ when, count }) => [when, count])).toEqual([
    ["overdue", 1],
    ["this_month", 1],
    ["later", 1],
    ["long_overdue", 1],
  ]);
  expect(whenDue({ due_on: "2025-11-20" }, asOf)).toBe("overdue");
  expect(whenDue({ due_on: "2025-11-19" }, asOf)).toBe("long_overdue");
});
