import { describe, expect, test } from "vitest";
import { type Agreement, endOfScale, repaymentDue } from "../src/agreements/repayment.ts";

/** The scale of 100, 75, 50, 25 and 5 per cent, and £6,000 of cost. */
const scale = [1, 0.75, 0.5, 0.25, 0.05].map((share, index) => ({ year: index + 1, share }));
const agreement: Agreement = {
  state: "signed",
  signed_on: "2020-08-20",
  course_starts_on: "2020-09-01",
  course_ends_on: "2021-07-31",
  awarded_on: "2021-10-15",
  counts_from: "course_end",
  part_years: "whole",
  fees: 4500,
  cover: 1200,
  expenses: 300,
  is_publicly_funded: false,
  is_mandatory: false,
  schedule: [],
  exclusions: [],
};
const amountOn = (leavingOn: string, more: Partial<Agreement> = {}) =>
  repaymentDue({ ...agreement, ...more }, leavingOn, scale).amount;

describe("a scale of five years over £6,000", () => {
  test.for([
    ["2021-07-31", 6000],
    ["2022-07-30", 6000],
    ["2022-07-31", 4500],
    ["2023-07-30", 4500],
    ["2023-07-31", 3000],
    ["2024-07-31", 1500],
    ["2025-07-31", 300],
    ["2026-07-30", 300],
    ["2026-07-31", 0],
    ["2035-01-01", 0],
  ] as const)("asks for what is due on %s: £%d", ([leavingOn, amount]) => {
    expect(amountOn(leavingOn)).toBe(amount);
  });

  test("counts from the day that the agreement names", () => {
    expect(amountOn("2021-08-31", { counts_from: "course_start" })).toBe(6000);
    expect(amountOn("2022-09-01", { counts_from: "course_start" })).toBe(3000);
    expect(amountOn("2022-10-14", { counts_from: "award" })).toBe(6000);
    expect(amountOn("2022-09-01", { counts_from: "award", awarded_on: null })).toBeNull();
  });

  test("goes down month by month where the agreement says so, to nothing at its end", () => {
    const byMonth = { part_years: "by_month" } as const;
    expect(amountOn("2021-07-31", byMonth)).toBe(6000);
    // Six of twelve months from 100% to 75% is 87.5%.
    expect(amountOn("2022-01-31", byMonth)).toBe(5250);
    // 31 July to 30 January is five full months: 100% − 25% × 5/12 of £6,000.
    expect(amountOn("2022-01-30", byMonth)).toBe(5375);
    // Eleven months into the last year one twelfth of 5% is left.
    expect(amountOn("2026-06-30", byMonth)).toBe(50);
    expect(amountOn("2026-07-31", byMonth)).toBe(0);
  });
});

test("years that count from 29 February begin on 1 March where there is none", () => {
  const leap = { course_ends_on: "2024-02-29" };
  expect(amountOn("2025-02-28", leap)).toBe(6000);
  expect(amountOn("2025-03-01", leap)).toBe(4500);
  expect(amountOn("2028-02-28", leap)).toBe(1500);
  expect(amountOn("2028-02-29", leap)).toBe(300);
});

test("amounts are to the penny, and half a penny is not asked for", () => {
  expect(amountOn("2022-08-01", { fees: 1000.02, cover: null, expenses: null })).toBe(750.01);
  expect(amountOn("2022-08-01", { fees: 0.1, cover: 0.2, expenses: null })).toBe(0.22);
  expect(amountOn("2022-08-01", { fees: null, cover: null, expenses: null })).toBe(0);
});

test("what public money paid for, an excused reason and an agreement that is over leave nothing due", () => {
  expect(amountOn("2022-08-01", { is_publicly_funded: true })).toBe(0);
  expect(amountOn("2022-08-01", { exclusions: ["maternity"] })).toBe(0);
  expect(amountOn("2022-08-01", { state: "waived" })).toBe(0);
});

test("an agreement that is unsigned, or signed after the start, can be relied on for nothing", () => {
  expect(amountOn("2022-08-01", { state: "draft" })).toBeNull();
  expect(amountOn("2022-08-01", { signed_on: null })).toBeNull();
  expect(amountOn("2022-08-01", { signed_on: "2020-09-02" })).toBeNull();
  expect(amountOn("2022-08-01", { signed_on: "2020-09-01" })).toBe(4500);
  expect(repaymentDue({ ...agreement, state: "draft" }, "2022-08-01", scale).assumptions[0]).toContain("not signed");
});

test("the agreement's own scale goes before the policy's, and without any nothing can be worked out", () => {
  expect(
    amountOn("2022-08-01", {
      schedule: [
        { year: 2, share: 0.4 },
        { year: 1, share: 0.8 },
      ],
    }),
  ).toBe(2400);
  expect(repaymentDue(agreement, "2022-08-01", []).amount).toBeNull();
});

test("who leaves before years are counted is taken to be in the first, and told that it is an assumption", () => {
  const { amount, assumptions } = repaymentDue(agreement, "2021-01-31", scale);
  expect(amount).toBe(6000);
  expect(assumptions[0]).toContain("may see otherwise");
});

test("a scale over two years and training that the post demands go to HR, and the law is always said", () => {
  const { cautions } = repaymentDue({ ...agreement, is_mandatory: true }, "2022-08-01", scale);
  expect(cautions).toHaveLength(3);
  expect(cautions[0]).toMatch(/^HR to confirm: a scale of 5 years/);
  expect(cautions[1]).toContain("minimum wage");
  const short = repaymentDue({ ...agreement, schedule: [{ year: 1, share: 1 }] }, "2021-08-01", scale);
  expect(short.cautions).toEqual([expect.stringContaining("written agreement")]);
});

test("the last year of a scale ends on an anniversary", () => {
  expect(endOfScale(agreement, scale)).toBe("2026-07-31");
  expect(endOfScale({ ...agreement, course_ends_on: "2024-02-29" }, scale)).toBe("2029-03-01");
  expect(endOfScale({ ...agreement, course_ends_on: null }, scale)).toBeNull();
  expect(endOfScale(agreement, [])).toBeNull();
});
