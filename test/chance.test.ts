import { describe, expect, test } from "vitest";
import { compare, compareWithBenchmark, differenceInterval, isHigherOfMany } from "../src/statistics/chance.ts";
import { funnelLimits, placeInFunnel } from "../src/statistics/funnel-limits.ts";

/** A share with its Wilson interval, worked out here so that the site's own arithmetic is checked against the formula. */
function share(numerator: number, denominator: number) {
  const z = 1.959964;
  const middle = numerator + (z * z) / 2;
  const half = (z / 2) * Math.sqrt(z * z + 4 * numerator * (1 - numerator / denominator));
  const whole = denominator + z * z;
  return { value: numerator / denominator, lower: (middle - half) / whole, upper: (middle + half) / whole };
}

describe("two shares", () => {
  test.for([
    [20, 30, 17, 30, -14.0, 32.5],
    [45, 60, 30, 60, 7.7, 40.3],
  ])("%i of %i less %i of %i differ by %f to %f points (Newcombe's hybrid score)", ([a, m, b, n, lower, upper]) => {
    const interval = differenceInterval(share(a!, m!), share(b!, n!))!;
    expect(interval[0] * 100).toBeCloseTo(lower!, 1);
    expect(interval[1] * 100).toBeCloseTo(upper!, 1);
  });

  test("ten points among thirty people cannot be told from chance, twenty-five among sixty can", () => {
    expect(compare(share(20, 30), share(17, 30))).toBe("no_signal");
    expect(compare(share(45, 60), share(30, 60))).toBe("higher");
    expect(compare(share(30, 60), share(45, 60))).toBe("lower");
  });

  test("without a likely range nothing is claimed", () => {
    expect(compare({ value: 0.6, lower: null, upper: null }, share(30, 60))).toBe("cannot_tell");
    expect(compare({ value: null, lower: null, upper: null }, share(30, 60))).toBe("cannot_tell");
  });

  test("the ends of many categories need more than two figures picked beforehand", () => {
    expect(compare(share(42, 60), share(30, 60))).toBe("higher");
    expect(isHigherOfMany(share(42, 60), share(30, 60))).toBe(false);
    expect(isHigherOfMany(share(62, 79), share(3, 35))).toBe(true);
  });
});

test("a figure differs from the national one when that lies outside its likely range", () => {
  expect(compareWithBenchmark(share(19, 30), 0.62)).toBe("no_signal");
  expect(compareWithBenchmark(share(90, 100), 0.62)).toBe("higher");
  expect(compareWithBenchmark(share(10, 100), 0.62)).toBe("lower");
});

describe("a funnel", () => {
  test("the limits of a school of ten are found by counting outcomes, between two of them", () => {
    // P(X <= 1) = 11/1024 and P(X <= 2) = 56/1024, so the 2.5% point lies between one and two of ten.
    const { lower95, upper95 } = funnelLimits(0.5, 10);
    expect(lower95).toBeCloseTo((2 - (56 / 1024 - 0.025) / (45 / 1024)) / 10, 10);
    expect(upper95).toBeCloseTo(1 - lower95, 10);
  });

  test("large schools have the limits of the normal approximation", () => {
    const { lower95, upper95, lower998, upper998 } = funnelLimits(0.62, 1800);
    expect([lower95, upper95]).toEqual([expect.closeTo(0.5976, 2), expect.closeTo(0.6424, 2)]);
    expect([lower998, upper998]).toEqual([expect.closeTo(0.5847, 2), expect.closeTo(0.6553, 2)]);
  });

  test("everybody or nobody of a small school is within what chance gives", () => {
    expect(placeInFunnel(1, funnelLimits(0.97, 17))).toBe("inside");
    expect(placeInFunnel(0, funnelLimits(0.05, 17))).toBe("inside");
  });

  test("limits stay between none and all, whatever the size", () => {
    for (const size of [1, 5, 5000, 100_000]) {
      const { lower998, lower95, upper95, upper998 } = funnelLimits(0.148, size);
      expect([0, lower998, lower95, 0.148, upper95, upper998, 1]).toEqual(
        [0, lower998, lower95, 0.148, upper95, upper998, 1].sort((a, b) => a - b),
      );
    }
  });
});
