/** Numbers worked out apart from this code, with the formula's source beside each: what the statistics must give. */
import { describe, expect, test } from "vitest";
import { netInterval, wilsonInterval as published } from "../pipelines/measures/interval.ts";
import { differenceInterval } from "../src/statistics/chance.ts";
import { controlLimits, controlSignals } from "../src/statistics/control-chart.ts";
import { hedgesG, sampleOf } from "../src/statistics/effect-size.ts";
import { funnelLimits } from "../src/statistics/funnel-limits.ts";
import { finitePopulationFactor, responseBounds } from "../src/statistics/response.ts";
import { chanceOfMove, detectableEffect, pupilsNeeded } from "../src/statistics/sample-size.ts";
import { standardErrorOfShare, wilsonInterval, z95, z998 } from "../src/statistics/wilson.ts";

const percent = (share: number) => Math.round(share * 1000) / 10;

describe("shares (Wilson 1927)", () => {
  test.for([
    [0, 5, 0.0, 43.4],
    [5, 5, 56.6, 100],
    [8, 10, 49.0, 94.3],
    [0, 12, 0.0, 24.3],
    [16, 20, 58.4, 91.9],
    [19, 30, 45.5, 78.1],
    [37, 60, 49.0, 72.9],
    [80, 100, 71.1, 86.7],
  ])("%i of %i lie between %f and %f percent, on the site as in the pipeline", ([x, n, lower, upper]) => {
    expect(wilsonInterval(x!, n!).map(percent)).toEqual([lower, upper]);
    expect(wilsonInterval(x!, n!)).toEqual(published(x!, n!));
  });

  test("a share of nobody, or of more than everybody, is refused", () => {
    expect(() => wilsonInterval(0, 0)).toThrow(RangeError);
    expect(() => wilsonInterval(6, 5)).toThrow(RangeError);
  });

  test.for([
    [20, 30, 17, 30, 10.0, -14.0, 32.5],
    [45, 60, 30, 60, 25.0, 7.7, 40.3],
  ])("%i of %i less %i of %i is %f points, from %f to %f (Newcombe 1998)", ([a, m, b, n, points, lower, upper]) => {
    const share = (x: number, size: number) => {
      const [low, high] = wilsonInterval(x, size);
      return { value: x / size, lower: low, upper: high };
    };
    expect(percent(a! / m! - b! / n!)).toBe(points);
    expect(differenceInterval(share(a!, m!), share(b!, n!))!.map(percent)).toEqual([lower, upper]);
  });
});

describe("net scores", () => {
  test("14 for and 3 against of 20 are +55, give or take 32", () => {
    const [lower, upper] = netInterval(14 - 3, 14 + 3, 20)!;
    expect([Math.round((lower + upper) * 50), Math.round((upper - lower) * 50)]).toEqual([55, 32]);
  });

  test.for([
    [6, 3, 12, 47],
    [14, 3, 20, 32],
    [56, 12, 80, 16],
  ])("%i who recommend and %i who do not, of %i, give a score give or take %i", ([f, u, n, half]) => {
    const [lower, upper] = netInterval(f! - u!, f! + u!, n!)!;
    expect(Math.round((upper - lower) * 50)).toBe(half);
  });
});

describe("a funnel (Spiegelhalter 2005)", () => {
  const rows: [share: number, size: number, low95: number, high95: number, low998: number, high998: number][] = [
    [0.62, 15, 37.4, 86.6, 23.3, 100],
    [0.62, 30, 44.6, 79.4, 34.6, 89.4],
    [0.62, 60, 49.7, 74.3, 42.6, 81.4],
    [0.62, 180, 54.9, 69.1, 50.8, 73.2],
    [0.148, 10, 0, 36.8, 0, 49.5],
    [0.148, 20, 0, 30.4, 0, 39.3],
    [0.148, 40, 3.8, 25.8, 0, 32.2],
    [0.148, 80, 7.0, 22.6, 2.5, 27.1],
  ];
  test.for(rows)(
    "around %f with %i people the normal approximation is %f to %f and %f to %f",
    ([share, size, ...limits]) => {
      const error = standardErrorOfShare(share, size);
      const found = [z95, z998].flatMap((z) => [Math.max(0, share - z * error), Math.min(1, share + z * error)]);
      for (const [at, limit] of limits.entries()) expect(Math.abs(found[at]! * 100 - limit)).toBeLessThan(0.051);
    },
  );

  test.for(rows)("around %f with %i people the exact limits hold back no less than they promise", ([share, size]) => {
    // Counted outcome by outcome: how often chance alone puts somebody beyond each limit.
    const { lower95, upper95, lower998, upper998 } = funnelLimits(share, size);
    let logChance = size * Math.log1p(-share);
    const beyond = { of95: 0, of998: 0 };
    for (let people = 0; people <= size; people++) {
      const at = people / size;
      if (at < lower95 || at > upper95) beyond.of95 += Math.exp(logChance);
      if (at < lower998 || at > upper998) beyond.of998 += Math.exp(logChance);
      logChance += Math.log((size - people) / (people + 1)) + Math.log(share / (1 - share));
    }
    expect(beyond.of95).toBeLessThanOrEqual(0.05);
    expect(beyond.of998).toBeLessThanOrEqual(0.002);
  });
});

describe("a series over time (Wheeler 2000)", () => {
  test("seven points have the mean 60.286, the mean range 5.5 and limits 45.656 to 74.916", () => {
    const { mean, meanRange, lower, upper } = controlLimits([62, 58, 65, 60, 55, 63, 59]);
    const found = [mean, meanRange, lower, upper].map((value) => Math.round(value * 1000) / 1000);
    expect(found).toEqual([60.286, 5.5, 45.656, 74.916]);
  });

  test("the turnover of five teachers leaps from year to year, and is no signal at all", () => {
    const turnover = [25.0, 14.7, 7.0, 25.0, 0.0, 31.0];
    const limits = controlLimits(turnover);
    const found = [limits.mean, limits.lower, limits.upper].map((value) => Math.round(value * 10) / 10);
    expect(found).toEqual([17.1, -31.8, 66.1]);
    expect(controlSignals(turnover, limits)).toEqual([]);
  });
});

test("with 17 of 22 in favour and 18 of 40 silent, 77% is between 43% and 88%", () => {
  const { against, for: all } = responseBounds(17, 22, 40, "percent");
  expect([17 / 22, against, all].map((share) => Math.round(share * 100))).toEqual([77, 43, 88]);
  expect(() => responseBounds(17, 41, 40, "percent")).toThrow(RangeError);
});

test("18 of a list of 24 would halve an interval (0.51), and no figure is narrowed by it", () => {
  expect(finitePopulationFactor(18, 24)).toBeCloseTo(0.51, 2);
  expect(published(9, 18)).toEqual(wilsonInterval(9, 18));
  expect(published(9, 18).map(percent)).toEqual([29.0, 71.0]);
});

describe("effect sizes (Hedges 1981)", () => {
  test("105.2 (6.0, 58) beside 103.9 (6.2, 61) is g 0.212, from −0.149 to 0.572", () => {
    const one = { mean: 105.2, deviation: 6, size: 58 };
    const other = { mean: 103.9, deviation: 6.2, size: 61 };
    const { g, lower, upper } = hedgesG(one, other)!;
    expect([g, lower, upper].map((value) => Math.round(value * 1000) / 1000)).toEqual([0.212, -0.149, 0.572]);
  });

  test("are worked out of published means, whose intervals hold their spread", () => {
    const half = (z95 * 6) / Math.sqrt(58);
    const found = sampleOf({ value: 105.2, lower: 105.2 - half, upper: 105.2 + half, denominator: 58 })!;
    expect(found).toEqual({ mean: 105.2, deviation: expect.closeTo(6, 10), size: 58 });
    expect(sampleOf({ value: 105.2, lower: null, upper: null, denominator: 58 })).toBe(null);
  });

  test("are not to be had where everybody answered alike, nor of one answer", () => {
    const alike = { mean: 4, deviation: 0, size: 30 };
    expect(hedgesG(alike, alike)).toBe(null);
    expect(() => hedgesG(alike, { ...alike, size: 1 })).toThrow(RangeError);
  });
});

describe("the size of what is looked for", () => {
  test("0.09 takes 1,938 pupils in each group, and about 8,900 where classes are alike", () => {
    expect(Math.round(pupilsNeeded(0.09))).toBe(1938);
    expect(Math.round(pupilsNeeded(0.09, 25, 0.15) / 100) * 100).toBe(8900);
    expect(Math.ceil(pupilsNeeded(0.09, 25, 0.15) / 25)).toBe(357);
  });

  test.for([
    [30, 0.72],
    [60, 0.51],
    [90, 0.42],
    [180, 0.3],
  ])("two groups of %i show a difference of %f at the least", ([size, effect]) => {
    expect(Math.round(detectableEffect(size!) * 100) / 100).toBe(effect);
  });

  test("a cohort of 30 moves by 3 pupils or more in 51% of years in which nothing changed", () => {
    expect(Math.round(chanceOfMove(30, 0.62, 3) * 100)).toBe(51);
  });
});
