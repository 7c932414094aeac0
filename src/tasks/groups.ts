import type { Duty, Task } from "../../pipelines/contract.ts";
import type { TaskWithDuty } from "../data/duties.ts";

/** When tasks are due, seen from a day. */
export type When = "overdue" | "this_month" | "later" | "long_overdue";

/** Tasks of one duty that are due at about the same time. */
export interface DutyTasks {
  duty: Duty;
  tasks: TaskWithDuty[];
}

/** Tasks that are due at about the same time, by duty; the duty whose first task is due first comes first. */
export interface TaskGroup {
  when: When;
  heading: string;
  count: number;
  duties: DutyTasks[];
}

/** What has waited for more than a year comes last: it is a record to be tidied rather than a thing to be done today. */
const headings: Record<When, string> = {
  overdue: "Overdue",
  this_month: "This month",
  later: "Later",
  long_overdue: "Overdue for more than a year",
};

/**
 * Whether a task has been overdue for more than a year, is overdue, due by the end of the month, or later.
 *
 * @param asOf - the ISO date of the release
 */
export function whenDue(task: Pick<Task, "due_on">, asOf: string): When {
  const yearBefore = `${Number(asOf.slice(0, 4)) - 1}${asOf.slice(4)}`;
  if (task.due_on < yearBefore) return "long_overdue";
  if (task.due_on < asOf) return "overdue";
  return task.due_on.slice(0, 7) === asOf.slice(0, 7) ? "this_month" : "later";
}

/** Groups tasks, which come in the order in which they are due; groups without any are left out. */
export function groupTasks(tasks: readonly TaskWithDuty[], asOf: string): TaskGroup[] {
  return (Object.keys(headings) as When[]).flatMap((when) => {
    const own = tasks.filter((task) => whenDue(task, asOf) === when);
    const duties = new Map<string, DutyTasks>();
    for (const task of own) {
      const group = duties.get(task.duty_id) ?? { duty: task.duty, tasks: [] };
      group.tasks.push(task);
      duties.set(task.duty_id, group);
    }
    return own.length > 0 ? [{ when, heading: headings[when], count: own.length, duties: [...duties.values()] }] : [];
  });
}

/** How many of somebody's own tasks are overdue or due this month: what the navigation says. */
export function countWaiting(tasks: readonly Task[], owners: readonly string[], asOf: string): number {
  return tasks.filter((task) => owners.includes(task.owner_role) && whenDue(task, asOf) !== "later").length;
}
