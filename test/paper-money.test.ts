import { describe, expect, test } from "vitest";
import type { CycleBudget } from "../pipelines/contract.ts";
import { annualReport, boardPaper } from "../src/papers/compose.ts";
import { fitToPages } from "../src/papers/forms/fit.ts";
import { scopeOf } from "../src/papers/source.ts";
import { unmetNeeds } from "../src/papers/unmet.ts";
import { budgetStatement, budgetYears } from "../src/sentences/budget.ts";
import { section, source, textOf, underProfile } from "./harness/paper-source.ts";
import { inventedCycle } from "./harness/release-cycle.ts";

const cost = {
  school_urn: "900001",
  programme_id: null,
  priority_id: null,
  time_period: 202526,
  kind: "fees" as const,
  amount: 3000,
  status: "" as const,
  may_leave: true,
};
const ofFew = { ...cost, kind: null, amount: null, status: "[c]" as const };
const budgets: CycleBudget[] = [
  { school_urn: "900001", time_period: 202425, amount: 9000 },
  { school_urn: "900001", time_period: 202526, amount: 10_000 },
  { school_urn: "900002", time_period: 202526, amount: 5000 },
];
const yearsOf = (costs: (typeof cost | typeof ofFew)[], isOwn: (urn: string | null) => boolean, until = 202526) =>
  budgetYears(budgets, costs as never, { isOwn, until, running: 202627 });
const isFirst = (urn: string | null) => urn === "900001";

describe("a budget beside what was spent", () => {
  test("counts what a place spent in each year, without staff time, and no later year", () => {
    const costs = [cost, { ...cost, kind: "staff_time" as never, amount: 90_000 }, { ...cost, school_urn: "900002" }];
    expect(yearsOf(costs, isFirst)).toEqual([
      { timePeriod: 202526, planned: 10_000, spent: 3000, hides: false, isRunning: false },
      { timePeriod: 202425, planned: 9000, spent: null, hides: false, isRunning: false },
    ]);
    expect(yearsOf(costs, () => true)[0]).toMatchObject({ planned: 15_000, spent: 6000 });
    expect(yearsOf(costs, isFirst, 202425).map(({ timePeriod }) => timePeriod)).toEqual([202425]);
  });

  const said = (told: object) =>
    budgetStatement({ timePeriod: 202526, planned: 10_000, spent: 3000, hides: false, isRunning: false, ...told });

  test("is told in one sentence, with “at least” where a part is hidden", () => {
    expect(said({})).toMatchObject({
      mark: "none",
      sentence: "The budget for development in 2025/26 was £10,000, and £3,000 of it was spent (30%).",
    });
    const [hidden] = yearsOf([cost, ofFew], isFirst);
    expect(said(hidden!)).toMatchObject({
      sentence:
        "The budget for development in 2025/26 was £10,000, and at least £3,000 of it was spent (at least 30%).",
      details: ["without staff time and subscriptions", "a part is hidden: it was spent on a few people"],
    });
  });

  test("is a signal where more was spent than planned, and says where nothing is known", () => {
    expect(said({ spent: 11_500 })).toMatchObject({
      mark: "signal",
      sentence: "The budget for development in 2025/26 was £10,000, and £11,500 was spent: £1,500 more than planned.",
    });
    expect(said({ spent: null, isRunning: true })).toMatchObject({
      mark: "missing",
      sentence: "The budget for development in 2025/26 is £10,000; nothing is recorded as spent so far.",
    });
    expect(said({ spent: null, hides: true }).sentence).toContain("is hidden, because it was spent on a few people");
  });

  test("stands in the annual report year by year, and in the board paper in a sentence that may be left out", () => {
    const told = { cycle: { ...inventedCycle(), budgets, costs: [cost, ofFew] } };
    const report = annualReport(source({ ...told, catalogue: underProfile("M") }));
    const table = section(report, "Value for money").blocks.find(
      (block) => block.is === "table" && block.caption.startsWith("Budget of the trust and its schools"),
    );
    expect(table).toMatchObject({
      rows: [
        ["2025/26", "£15,000", "at least £3,000", "at least 20%"],
        ["2024/25", "£9,000", "nothing recorded", "–"],
      ],
    });
    const paper = boardPaper(source({ ...told, comparisons: null }));
    expect(textOf(paper, "Budget")).toContain("at least £3,000 of it was spent");
    expect(section(paper, "Budget").blocks.every(({ rank, called }) => rank !== undefined && called)).toBe(true);
    expect(fitToPages(paper).laid.pages).toBeLessThanOrEqual(2);
  });

  test("that nobody entered is asked for, and is not spoken of where nothing of the cycle may be read", () => {
    const moneyIn = (told: object) =>
      textOf(annualReport(source({ catalogue: underProfile("M"), ...told })), "Value for money");
    expect(moneyIn({})).toContain("No budget for development is recorded");
    expect(moneyIn({ cycle: null })).not.toContain("budget for development");
  });
});

describe("needs that nothing answers", () => {
  const [need] = inventedCycle().needs;
  const [programme] = inventedCycle().programmes;
  const needs = [
    { title: "Open since 2023", identified_on: "2023-11-01" },
    { title: "Known only since 2025", identified_on: "2025-10-01" },
    { title: "Answered from 2025", identified_on: "2023-11-01", programme_id: "later" },
    { title: "Met by a programme of 2025", identified_on: "2023-11-01", programme_id: "later", state: "met" as const },
    { title: "Answered at once", identified_on: "2023-11-01", programme_id: "early" },
    { title: "Given up", identified_on: "2023-11-01", state: "not_pursued" as const },
    { title: "Only suggested", identified_on: "2023-11-01", state: "suggested" as const },
  ].map((told) => ({ ...need!, school_urn: null, state: "agreed" as const, programme_id: null, ...told }));
  const programmes = [
    { ...programme!, id: "early", starts_on: "2023-12-01" },
    { ...programme!, id: "later", starts_on: "2025-09-15" },
  ];
  const unmetIn = (timePeriod: number) =>
    unmetNeeds(scopeOf(source({ timePeriod, cycle: { ...inventedCycle(), needs, programmes } })));

  test("are in a past year's paper those that nothing had begun to answer by its end", () => {
    expect(unmetIn(202324)).toEqual({
      intro: "Agreed needs that no programme had begun to answer by the end of 2023/24:",
      note: expect.stringContaining("it knows only of today"),
      titles: ["Open since 2023", "Answered from 2025", "Met by a programme of 2025"],
    });
    expect(unmetIn(202223).titles).toEqual([]);
  });

  test("are in the paper of the year that runs those of today", () => {
    expect(unmetIn(202627)).toEqual({
      intro: "Agreed needs that no programme answers yet:",
      titles: ["Open since 2023", "Known only since 2025"],
      note: null,
    });
  });
});
