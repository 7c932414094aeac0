/** Planned and spent, as papers show it. */
import { plural, shownNumber, shownYear } from "../format.ts";
import {
  type BudgetYear,
  budgetStatement,
  budgetsOf,
  budgetYears,
  spentWords,
  usedWords,
} from "../sentences/budget.ts";
import { academicYearOf } from "../sentences/years.ts";
import { gap, statements } from "./blocks.ts";
import { plainTable } from "./cycle.ts";
import type { Block } from "./paper.ts";
import type { Scope } from "./source.ts";

/** How many years a paper looks back. */
const mostYears = 4;

/** The years of a place that have a budget, the paper's first. A trust's are those of all its schools, which its own readers alone open. */
function yearsOf(scope: Scope): BudgetYear[] {
  const { cycle, place, schools, timePeriod, release } = scope;
  if (cycle === null) return [];
  const isOwn = budgetsOf(place.urn, schools);
  const running = academicYearOf(release.as_of);
  return budgetYears(cycle.budgets, cycle.costs, { isOwn, until: timePeriod, running }).slice(0, mostYears);
}

/** The budget of the paper's year beside what was spent of it, in one sentence; none where no budget of that year is recorded. */
export function budgetStatements(scope: Scope): Block[] {
  const [latest] = yearsOf(scope);
  return latest?.timePeriod === scope.timePeriod ? statements([budgetStatement(latest)]) : [];
}

/** The sentence on the paper's year, and year by year where there are several; what is missing where none is recorded. */
export function budgetBlocks(scope: Scope): Block[] {
  const { cycle, place, catalogue } = scope;
  if (cycle === null) return [];
  const years = yearsOf(scope);
  if (years.length === 0)
    return [gap(`${noBudget} It is entered in the Studio under Costs, with “Budget” as its kind.`)];
  const { organisation_term: organisation, school_term: school } = catalogue.policy;
  const whose = place.urn === null ? `the ${organisation} and its ${plural(school)}` : `this ${school}`;
  const isAnyHidden = years.some(({ hides }) => hides);
  const table = plainTable(
    `Budget of ${whose}, by year`,
    ["Year", "Budget", "Spent", "Used"],
    years.map((year) => [
      `${shownYear(year.timePeriod)}${year.isRunning ? " (not over)" : ""}`,
      shownNumber(year.planned ?? 0, "money"),
      spentWords(year),
      usedWords(year),
    ]),
    [
      "Without staff time, which no budget pays, and without subscriptions.",
      ...(isAnyHidden
        ? ["“At least”, and [c]: a part is hidden, because it was spent on so few people that it could tell on them."]
        : []),
    ],
  );
  return [...budgetStatements(scope), ...(table && years.length > 1 ? [table] : [])];
}

const noBudget = "No budget for development is recorded, so what was spent cannot be held against a plan.";
