/** The records of the yearly cycle as papers list them: decisions, plans, priorities, programmes and what was spent. */
import type { CycleSlice } from "../../pipelines/contract.ts";
import { shownPounds } from "../cycle/money.ts";
import { priorityLines } from "../cycle/thread.ts";
import { capitalised, shownDate, shownYear } from "../format.ts";
import { academicYearOf, nextYear } from "../sentences/years.ts";
import type { Table } from "./paper.ts";
import type { Scope } from "./source.ts";

/** The records of the yearly cycle that the readers of a paper may see. */
export type Cycle = CycleSlice;

const empty = "–";

/** The records as they may leave the log-in: without the needs of small groups, and with what was spent on few people hidden. */
export function leavingCycle(cycle: Cycle): Cycle {
  const hidden = { kind: null, amount: null, status: "[c]" } as const;
  return {
    ...cycle,
    needs: cycle.needs.filter(({ may_leave }) => may_leave),
    costs: cycle.costs.map((cost) => (cost.may_leave ? cost : { ...cost, ...hidden })),
  };
}

/** What was decided of a programme or a subscription, in a word. */
export const verdictWords = { keep: "Keep", change: "Change", stop: "Stop" } as const;

/** The records of a place alone: a school's own, or the trust's own. */
export function ownOf<T extends { school_urn: string | null }>(
  records: readonly T[] | undefined,
  { place }: Scope,
): T[] {
  return (records ?? []).filter(({ school_urn }) => school_urn === place.urn);
}

/** A table of text; numbers stand right. */
export function plainTable(caption: string, headings: string[], rows: string[][], notes: string[] = []): Table | null {
  if (rows.length === 0) return null;
  const isNumber = (heading: string) =>
    /budget|used|cost|spent|hours|activities|needs|programmes|amount|users|people|share/i.test(heading);
  return {
    is: "table",
    caption,
    columns: headings.map((heading, at) => ({ heading, isNumber: at > 0 && isNumber(heading) })),
    rows,
    notes,
  };
}

/** What meetings decided in the paper's year and since, and what is still open from before: the latest first; null where there is none. */
export function decisionsTable(scope: Scope): Table | null {
  const { cycle, timePeriod, release } = scope;
  const today = release.as_of;
  const decided = ownOf(cycle?.decisions, scope)
    .filter(({ meeting_on }) => meeting_on !== null && meeting_on <= today)
    .filter(({ meeting_on, done_on }) => done_on === null || academicYearOf(meeting_on!) >= timePeriod)
    .sort((one, other) => (one.meeting_on! < other.meeting_on! ? 1 : -1));
  return plainTable(
    "What was decided, and what became of it",
    ["Decision", "Meeting", "Who sees to it", "By", "Now"],
    decided.map(({ decision, meeting_on, owner_role, due_on, done_on }) => [
      decision,
      shownDate(meeting_on!),
      owner_role ?? empty,
      due_on ? shownDate(due_on) : empty,
      done_on !== null ? `Done ${shownDate(done_on)}` : due_on !== null && due_on < today ? "Overdue" : "Open",
    ]),
  );
}

/** How many decisions are open, and how many of them overdue. */
export function openDecisions(scope: Scope): { open: number; overdue: number } {
  const open = ownOf(scope.cycle?.decisions, scope).filter(
    ({ done_on, meeting_on }) => done_on === null && meeting_on !== null && meeting_on <= scope.release.as_of,
  );
  return {
    open: open.length,
    overdue: open.filter(({ due_on }) => due_on !== null && due_on < scope.release.as_of).length,
  };
}

const months = new Intl.DateTimeFormat("en-GB", { month: "long", timeZone: "UTC" });

/** What the plan that comes next says, month by month; null where no plan is agreed. */
export function plannedTable(scope: Scope): Table | null {
  const year = scope.isRunning ? scope.timePeriod : nextYear(scope.timePeriod);
  const labels = new Map(scope.catalogue.policy.staff_groups.map(({ key, label }) => [key, label]));
  const actions = ownOf(scope.cycle?.plans, scope)
    .filter(({ time_period }) => time_period === year)
    .flatMap((plan) => plan.actions);
  return plainTable(
    `Planned for ${shownYear(year)}`,
    ["What", "When", "For whom", "Who sees to it", "Paid from"],
    actions.map(({ action, month, staff_group, owner_role, funding }) => [
      action,
      /^\d+$/.test(month) ? months.format(new Date(Date.UTC(2000, Number(month) - 1))) : month,
      staff_group === null ? "Everybody" : (labels.get(staff_group) ?? staff_group),
      owner_role ?? empty,
      funding ?? empty,
    ]),
  );
}

/** Each priority with the needs, programmes, activities, hours and money that went to it in the year; null without priorities. */
export function prioritiesTable(scope: Scope): Table | null {
  const { cycle, timePeriod } = scope;
  if (cycle === null) return null;
  // As on the pages: every activity and cost belongs to one priority, and is not counted under two.
  const lines = priorityLines({ ...cycle, priorities: ownOf(cycle.priorities, scope) }, timePeriod);
  const rows = lines.map(({ priority, needs, programmes, held, hours, spent }) => [
    priority.title,
    String(needs.length),
    String(programmes.length),
    String(held),
    String(Math.round(hours)),
    spent.hides ? "[c]" : spent.amount === null ? empty : shownPounds(spent.amount),
  ]);
  const isAnyHidden = rows.some((row) => row[5] === "[c]");
  return plainTable(
    `Priorities in ${shownYear(timePeriod)}, and what went to them`,
    ["Priority", "Needs", "Programmes", "Activities held", "Hours on offer", "Spent"],
    rows,
    isAnyHidden ? ["[c] Hidden, because some of it was for so few people that it could tell on them."] : [],
  );
}

/** The programmes of the year, in a school's paper the trust's too and marked as such, with what they set out to do and what was decided of them; null without any. */
export function programmesTable(scope: Scope): Table | null {
  const { cycle, timePeriod, place, catalogue } = scope;
  if (cycle === null) return null;
  const whose = (urn: string | null) =>
    urn === null && place.urn !== null ? ` (of ${catalogue.policy.organisation_name})` : "";
  const start = `${Math.floor(timePeriod / 100)}-09-01`;
  const end = `${Math.floor(timePeriod / 100) + 1}-08-31`;
  const rows = cycle.programmes
    .filter(({ school_urn }) => school_urn === place.urn || school_urn === null)
    .filter(
      ({ starts_on, ends_on }) => (starts_on === null || starts_on <= end) && (ends_on === null || ends_on >= start),
    )
    .map(({ title, school_urn, intended_outcome, state, decision, decision_reason }) => [
      `${title}${whose(school_urn)}`,
      intended_outcome ?? "Not written down",
      state === null ? empty : capitalised(state),
      decision === null ? "Not decided" : [verdictWords[decision], decision_reason].filter(Boolean).join(": "),
    ]);
  return plainTable(
    `Programmes in ${shownYear(timePeriod)}`,
    ["Programme", "Set out to", "Stage", "Keep, change or stop"],
    rows,
  );
}

/** Kinds of cost in words. */
export const costNames: Record<string, string> = {
  fees: "Fees",
  travel: "Travel",
  venue: "Venue",
  resources: "Resources",
  cover: "Supply cover",
  staff_time: "Staff time",
};

/** What was spent in the year by kind; null where nothing is recorded. */
export function spendingTable(scope: Scope): Table | null {
  const { cycle, timePeriod } = scope;
  const costs = ownOf(cycle?.costs, scope).filter(({ time_period }) => time_period === timePeriod);
  if (costs.length === 0) return null;
  const isHidden = costs.some(({ status }) => status === "[c]");
  const sum = (kind: string) =>
    costs.filter((one) => one.kind === kind).reduce((total, { amount }) => total + (amount ?? 0), 0);
  const kinds = Object.keys(costNames).filter((kind) => costs.some((one) => one.kind === kind));
  const rows = kinds.map((kind) => [costNames[kind]!, shownPounds(sum(kind))]);
  const { organisation_term: organisation, school_term: school } = scope.catalogue.policy;
  const whose = `the ${scope.place.urn === null ? organisation : school}’s own budget`;
  return plainTable(
    `Spent on development in ${shownYear(timePeriod)}, out of ${whose}`,
    ["Kind", "Amount"],
    [...rows, ...(isHidden ? [["Spent on very few people", "[c]"]] : [])],
    isHidden ? ["[c] Hidden, because it was spent on so few people that it could tell on them."] : [],
  );
}
