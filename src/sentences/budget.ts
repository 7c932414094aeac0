/** What was planned to be spent on development beside what was spent, year by year. */
import type { CycleBudget, CycleSlice } from "../../pipelines/contract.ts";
import { shownPounds } from "../cycle/money.ts";
import { shownYear } from "../format.ts";
import { type Statement, statement } from "./statement.ts";

/** One academic year of a place. */
export interface BudgetYear {
  timePeriod: number;
  /** In pounds; null where no budget is recorded. */
  planned: number | null;
  /** In pounds, without staff time, as far as it may be shown; null where nothing is recorded. */
  spent: number | null;
  /** Whether something more was spent that is hidden, because it was spent on few people. */
  hides: boolean;
  /** Whether the year is not over. */
  isRunning: boolean;
}

/**
 * Whose budgets and costs are a place's: of a trust those of all its schools too, and of an only school the trust's.
 *
 * @param urn - the school; null: the trust
 * @param schools - every school of the trust
 */
export function budgetsOf(urn: string | null, schools: readonly unknown[]): (owner: string | null) => boolean {
  return (owner) => urn === null || schools.length === 1 || owner === urn;
}

/**
 * Planned and spent in each year that has a budget, the latest first. Staff time is no money out of a budget, and what is paid for subscriptions is
 * told with them: neither is counted.
 *
 * @param isOwn - whose budgets and costs count: a school's own, or all of a trust's
 * @param until - the last academic year; a later one is left out
 * @param running - the academic year that is not over
 */
export function budgetYears(
  budgets: readonly CycleBudget[],
  costs: CycleSlice["costs"],
  { isOwn, until, running }: { isOwn: (urn: string | null) => boolean; until: number; running: number },
): BudgetYear[] {
  const own = budgets.filter(({ school_urn, time_period }) => isOwn(school_urn) && time_period <= until);
  const years = [...new Set(own.map(({ time_period }) => time_period))].sort((one, other) => other - one);
  return years.map((timePeriod) => {
    const ofYear = costs.filter(({ school_urn, time_period }) => isOwn(school_urn) && time_period === timePeriod);
    const shown = ofYear.filter(({ kind, amount }) => kind !== "staff_time" && amount !== null);
    return {
      timePeriod,
      planned: sum(own.filter(({ time_period }) => time_period === timePeriod).map(({ amount }) => amount)),
      spent: shown.length === 0 ? null : sum(shown.map(({ amount }) => amount!)),
      hides: ofYear.some(({ status }) => status === "[c]"),
      isRunning: timePeriod >= running,
    };
  });
}

const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0);

/** `£51,200`, `at least £51,200` where more is hidden, `[c]` where all is, `nothing recorded`. */
export function spentWords({ spent, hides }: Pick<BudgetYear, "spent" | "hides">): string {
  if (spent === null) return hides ? "[c]" : "nothing recorded";
  return `${hides ? "at least " : ""}${shownPounds(spent)}`;
}

/** Which part of a budget was spent: `85%`, `at least 85%`; a dash where that cannot be said. */
export function usedWords({ planned, spent, hides }: BudgetYear): string {
  if (planned === null || planned <= 0 || spent === null) return "–";
  return `${hides ? "at least " : ""}${Math.round((spent / planned) * 100)}%`;
}

/** What was planned and spent in a year, in one sentence; a signal where more was spent than planned. */
export function budgetStatement(year: BudgetYear, href: string | null = null): Statement {
  const { timePeriod, planned, spent, hides, isRunning } = year;
  const budget = `The budget for development in ${shownYear(timePeriod)} ${isRunning ? "is" : "was"} ${shownPounds(planned ?? 0)}`;
  const isOver = planned !== null && spent !== null && spent > planned;
  const soFar = isRunning ? " so far" : "";
  const rest =
    spent === null
      ? hides
        ? "; what was spent of it is hidden, because it was spent on a few people"
        : `; nothing is recorded as spent${soFar}`
      : isOver
        ? `, and ${spentWords(year)} was spent${soFar}: ${shownPounds(spent - planned)} more than planned`
        : `, and ${spentWords(year)} of it was spent${soFar} (${usedWords(year)})`;
  return statement(0, {
    mark: isOver ? "signal" : spent === null ? "missing" : "none",
    sentence: `${budget}${rest}.`,
    details: [
      "without staff time and subscriptions",
      ...(hides && spent !== null ? ["a part is hidden: it was spent on a few people"] : []),
    ],
    href,
  });
}
