import { describe, expect, test } from "vitest";
import {
  counted,
  freshness,
  listed,
  shownBenchmark,
  shownDate,
  shownFigure,
  shownMoment,
  shownNumber,
  shownRange,
  shownYear,
} from "../src/format.ts";

describe("numbers", () => {
  test.for([
    [0.842, "percent", 1204, "84.2%"],
    [0.842, "percent", 49, "84%"],
    [0.842, "percent", null, "84%"],
    [0.55, "net", 20, "+55"],
    [-0.055, "net", 200, "−5.5"],
    [0, "net", 80, "0.0"],
    [-0.001, "net", 20, "0"],
    [1204, "count", null, "1,204"],
    [12.4, "money", null, "£12.40"],
    [45421.3, "money", null, "£45,421"],
    [3.44, "hours", 20, "3.4 hours"],
    [4.125, "mean", 60, "4.13"],
    [-0.3, "points", null, "−0.3"],
    [-0.02, "points", null, "0.0"],
    [18.42, "ratio", null, "18.42"],
  ] as const)("%s of unit %s among %s is written %s", ([value, unit, denominator, words]) => {
    expect(shownNumber(value, unit, denominator)).toBe(words);
  });

  test("a published share is as precise as it was published", () => {
    expect(shownBenchmark(0.62, "percent")).toBe("62%");
    expect(shownBenchmark(0.148, "percent")).toBe("14.8%");
  });

  test("a count comes with its noun", () => {
    expect(counted(1, "school")).toBe("one school");
    expect(counted(12, "school")).toBe("12 schools");
    expect(counted(2, "academy")).toBe("2 academies");
    expect(listed(["Quality", "Use", "Turnover"])).toBe("Quality, Use and Turnover");
  });
});

describe("figures", () => {
  const none = { value: null, denominator: null };
  test.for([
    ["[c]", "suppressed [c]"],
    ["[x]", "not available [x]"],
    ["[z]", "not applicable [z]"],
  ] as const)("a figure with status %s is never a number", ([status, words]) => {
    expect(shownFigure({ ...none, status }, "percent")).toBe(words);
  });

  test("zero is a number", () => {
    expect(shownFigure({ value: 0, denominator: 12, status: "" }, "percent")).toBe("0%");
  });

  test("the likely range has the precision of its figure", () => {
    expect(shownRange({ lower: 0.455, upper: 0.781, denominator: 30 }, "percent")).toBe("46% to 78%");
    expect(shownRange({ lower: null, upper: null, denominator: 30 }, "percent")).toBe(null);
  });
});

describe("times", () => {
  test("an academic year names both its years", () => {
    expect(shownYear(202324)).toBe("2023/24");
    expect(shownYear(199900)).toBe("1999/00");
  });

  test("a day is a day in every time zone, and a moment is in the schools' own time", () => {
    expect(shownDate("2026-11-14")).toBe("14 November 2026");
    expect(shownMoment("2026-07-01T08:30:00Z")).toBe("1 July 2026 at 09:30");
  });

  test("a page says how fresh it is and how many checks passed", () => {
    const check = {
      id: "one",
      title: "A rule",
      severity: "error",
      passed: true,
      failing_rows: 0,
      collections: [] as string[],
    } as const;
    const release = { as_of: "2026-11-20", records_up_to: "2026-11-19T16:05:00Z" };
    expect(freshness({ ...release, checks: [check, check] })).toBe(
      "Data as of 20 November 2026 · records up to 19 November 2026 at 16:05 · all 2 checks passed",
    );
    expect(freshness({ as_of: "2026-11-20", records_up_to: null, checks: [check, { ...check, passed: false }] })).toBe(
      "Data as of 20 November 2026 · no records yet · 1 of 2 checks passed",
    );
  });
});
