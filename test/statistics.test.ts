import { describe, expect, test } from "vitest";
import { controlLimits, controlSignals } from "../src/statistics/control-chart.ts";
import { schoolsInFunnel } from "../src/statistics/funnel.ts";
import { funnelLimits } from "../src/statistics/funnel-limits.ts";
import { overDispersion } from "../src/statistics/over-dispersion.ts";
import { pooledShare } from "../src/statistics/pooling.ts";
import { expectedNext, yearToYearCorrelation } from "../src/statistics/regression-to-mean.ts";
import { boundsOf, responseBounds, responseRate } from "../src/statistics/response.ts";
import { runChart } from "../src/statistics/run-chart.ts";
import { latestStretch } from "../src/statistics/series.ts";
import { tooLittle } from "../src/statistics/too-little.ts";
import { wilsonInterval } from "../src/statistics/wilson.ts";
import { shares } from "./harness/figures.ts";

const signalsOf = (values: number[]) => controlSignals(values, controlLimits(values)).map(({ rule }) => rule);

describe("a series over time", () => {
  // Mean 10, mean range 2: the limits are 4.68 and 15.32, and the outer third begins at 13.55.
  const steady = [9, 11, 9, 11, 9, 11, 9, 11, 9, 11, 9, 11];

  test("that goes up and down a little shows nothing", () => {
    expect(signalsOf(steady)).toEqual([]);
  });

  test("shows a value outside its limits", () => {
    const found = controlSignals([...steady, 30], controlLimits(steady));
    expect(found.map(({ rule, at }) => [rule, at])).toContainEqual(["outside_limits", [12]]);
  });

  test("shows seven in a row on one side of the mean, and not six", () => {
    const limits = controlLimits(steady);
    const run = (length: number) => [9, ...Array.from({ length }, (_, at) => (at % 2 ? 10.5 : 11)), 9];
    expect(controlSignals(run(6), limits)).toEqual([]);
    expect(controlSignals(run(7), limits)).toEqual([{ rule: "run_on_one_side", at: [1, 2, 3, 4, 5, 6, 7] }]);
  });

  test("shows six in a row rising or falling, and not five", () => {
    const limits = controlLimits(steady);
    expect(controlSignals([8.5, 9, 9.5, 10.5, 11], limits)).toEqual([]);
    expect(controlSignals([8.5, 9, 9.5, 10.5, 11, 11.5], limits)).toEqual([{ rule: "trend", at: [0, 1, 2, 3, 4, 5] }]);
    expect(controlSignals([11.5, 11, 10.5, 9.5, 9, 8.5], limits).map(({ rule }) => rule)).toEqual(["trend"]);
  });

  test("shows two of three in the outer third on one side, and not one on each", () => {
    const limits = controlLimits(steady);
    expect(controlSignals([10, 14, 9, 14, 10], limits)).toEqual([{ rule: "outer_third", at: [1, 3] }]);
    expect(controlSignals([10, 14, 9, 6, 10], limits)).toEqual([]);
  });

  test("has no limits with one value", () => {
    expect(() => controlLimits([3])).toThrow(RangeError);
  });

  test("that is short is read by its median and the longest run on one side of it", () => {
    expect(runChart([5, 7, 6, 9])).toEqual({ median: 6.5, longestRun: 1, isShift: false });
    // A value on the median neither ends a run nor makes one.
    expect(runChart([1, 1, 1, 5, 1, 1, 1, 9, 9, 9, 9, 9, 9])).toMatchObject({
      median: 5,
      longestRun: 6,
      isShift: true,
    });
  });

  test("is one stretch of neighbouring full years, from the last break on", () => {
    const years = (table: string) =>
      latestStretch(shares("use_in_role", table), 202627).map(({ time_period }) => time_period);
    expect(years("202223 | Total | 6 of 9\n202324 | Total | 6 of 9\n202425 | Total | 6 of 9")).toHaveLength(3);
    expect(years("202223 | Total | 6 of 9\n202324 | Total | 6 of 9 [b]\n202425 | Total | 6 of 9")).toEqual([
      202324, 202425,
    ]);
    expect(years("202223 | Total | 6 of 9\n202425 | Total | 6 of 9")).toEqual([202425]);
    expect(years("202223 | Total | 6 of 9\n202324 | Total | [c]\n202425 | Total | 6 of 9")).toEqual([202425]);
    expect(years("202526 | Total | 6 of 9\n202627 | Total | 6 of 9")).toEqual([202526]);
  });
});

describe("how schools differ", () => {
  const alike = Array.from({ length: 12 }, (_, at) => ({ value: at % 2 ? 0.55 : 0.45, denominator: 100 }));

  test("is estimated from ten on, each one standard error away giving φ = 1", () => {
    expect(overDispersion(0.5, alike).phi).toBeCloseTo(1, 10);
    expect(overDispersion(0.5, alike.slice(0, 9))).toEqual({ phi: null, widening: 1 });
  });

  test("widens the limits by √φ where φ is above 1, and never draws them in", () => {
    const apart = alike.map(({ value }) => ({ value: 0.5 + (value - 0.5) * 2, denominator: 100 }));
    expect(overDispersion(0.5, apart)).toEqual({ phi: expect.closeTo(4, 10), widening: expect.closeTo(2, 10) });
    const close = alike.map(({ value }) => ({ value: 0.5 + (value - 0.5) / 2, denominator: 100 }));
    expect(overDispersion(0.5, close)).toEqual({ phi: expect.closeTo(0.25, 10), widening: 1 });
    const chance = funnelLimits(0.5, 100);
    const wide = funnelLimits(0.5, 100, 2);
    expect(wide.upper95 - 0.5).toBeCloseTo((chance.upper95 - 0.5) * 2, 10);
    expect(funnelLimits(0.5, 4, 3)).toMatchObject({ lower998: 0, upper998: 1 });
  });

  test("is not made larger by the one school that stands out", () => {
    const outlier = [...alike.slice(0, 11), { value: 0.95, denominator: 100 }];
    expect(overDispersion(0.5, outlier).phi).toBeLessThan(1.2);
  });

  test("is nothing to go by where everybody or nobody did", () => {
    expect(overDispersion(1, alike)).toEqual({ phi: null, widening: 1 });
  });

  test("is told by all schools, also when one of them is asked for", () => {
    const figures = Array.from({ length: 12 }, (_, at) =>
      shares("use_in_role", `202526 | Total | ${at % 2 ? 70 : 30} of 100`, "staff_group", String(900001 + at)),
    ).flat();
    const { schools, dispersion } = schoolsInFunnel(0.5, [{ urn: "900001" }], figures);
    expect(dispersion.widening).toBeCloseTo(4, 10);
    expect(schools.map(({ place }) => place)).toEqual(["inside"]);
    expect(schoolsInFunnel(0.5, [{ urn: "900001" }], figures.slice(0, 1)).schools[0]!.place).toBe("alarm");
  });
});

describe("years together", () => {
  test("are Σx/Σn of the latest three, with the cohorts", () => {
    const pooled = pooledShare(
      shares(
        "use_in_role",
        "202122 | Total | 1 of 20\n202223 | Total | 10 of 20\n202324 | Total | 14 of 22\n202425 | Total | 12 of 18",
      ),
    )!;
    expect([pooled.numerator, pooled.denominator]).toEqual([36, 60]);
    expect([pooled.lower, pooled.upper]).toEqual(wilsonInterval(36, 60));
    expect(pooled.years.map(({ denominator }) => denominator)).toEqual([20, 22, 18]);
  });

  test("leave a hidden year out of both sums, and take two at least", () => {
    const hidden = "202223 | Total | 10 of 20\n202324 | Total | [c]\n202425 | Total | 12 of 18";
    expect(pooledShare(shares("use_in_role", hidden))).toMatchObject({ numerator: 22, denominator: 38 });
    expect(pooledShare(shares("use_in_role", "202324 | Total | [c]\n202425 | Total | 12 of 18"))).toBe(null);
    expect(pooledShare([])).toBe(null);
  });

  test("do not reach across a series break", () => {
    const broken = "202223 | Total | 10 of 20\n202324 | Total | 14 of 22 [b]\n202425 | Total | 12 of 18";
    expect(pooledShare(shares("use_in_role", broken))).toMatchObject({ numerator: 26, denominator: 40 });
  });
});

describe("silence", () => {
  const answers = { counts: "answers", unit: "percent", interval: "wilson" } as const;

  test("bounds a net score from all against to all for", () => {
    // 14 for, 3 against of 20, of 25 asked: five more against or for.
    expect(responseBounds(11, 20, 25, "net")).toEqual({ rate: 0.8, against: 6 / 25, for: 16 / 25 });
  });

  test("bounds only answers, and only where it is known how many were asked", () => {
    const figure = { numerator: 17, denominator: 22, invited: 40 };
    expect(boundsOf(answers, figure)).toMatchObject({ against: 17 / 40, for: 35 / 40 });
    expect(boundsOf({ ...answers, counts: "people" }, figure)).toBe(null);
    expect(boundsOf({ ...answers, unit: "mean" }, figure)).toBe(null);
    expect(boundsOf({ ...answers, interval: "clustered" }, figure)).toBe(null);
    expect(boundsOf(answers, { ...figure, invited: null })).toBe(null);
    expect(responseRate({ counts: "answers", interval: "wilson" }, { denominator: 22, invited: 40 })).toBe(0.55);
    expect(responseRate({ counts: "answers", interval: "wilson" }, { denominator: 22, invited: 0 })).toBe(null);
  });
});

describe("regression to the mean", () => {
  test("expects a low school nearer the mean, by the correlation from year to year", () => {
    expect(expectedNext(40, 62, 0.6)).toBeCloseTo(48.8, 10);
    expect(expectedNext(40, 62, 1)).toBe(40);
    expect(expectedNext(40, 62, 0)).toBe(62);
  });

  test("takes ten pairs to estimate", () => {
    const pairs = Array.from({ length: 10 }, (_, at) => ({ first: at, second: 2 * at + (at % 2) }));
    expect(yearToYearCorrelation(pairs)).toBeCloseTo(0.997, 2);
    expect(yearToYearCorrelation(pairs.slice(1))).toBe(null);
    expect(yearToYearCorrelation(pairs.map(({ second }) => ({ first: 1, second })))).toBe(null);
  });
});

describe("too little data", () => {
  const verdict = (
    unit: "percent" | "net" | "mean" | "count",
    denominator: number,
    interval: "wilson" | "none" = "wilson",
  ) => tooLittle({ unit, interval }, { value: 0.5, lower: 0.3, upper: 0.7, denominator })?.reason ?? null;

  test("is a share of fewer than ten, a net score or a mean of fewer than thirty", () => {
    expect([verdict("percent", 9), verdict("percent", 10)]).toEqual(["few", null]);
    expect([verdict("net", 29), verdict("net", 30)]).toEqual(["few", null]);
    expect([verdict("mean", 29), verdict("mean", 30)]).toEqual(["few", null]);
  });

  test("is a share whose likely range covers most of the scale", () => {
    const wide = { value: 0.5, lower: 0.2, upper: 0.8, denominator: 40 };
    expect(tooLittle({ unit: "percent", interval: "clustered" }, wide)).toEqual({
      reason: "wide",
      size: 40,
      needed: null,
    });
  });

  test("is never said of sums, of figures that chance plays no part in, or where there is none", () => {
    expect(verdict("count", 1)).toBe(null);
    expect(verdict("percent", 3, "none")).toBe(null);
    expect(
      tooLittle({ unit: "percent", interval: "wilson" }, { value: null, lower: null, upper: null, denominator: 3 }),
    ).toBe(null);
  });
});
