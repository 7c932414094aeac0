import { expect, test } from "vitest";
import { combinedInterval, costInterval, meanInterval, wilsonInterval } from "../pipelines/measures/interval.ts";

/** Worked out apart from this code, in percent. */
const wilson: [numerator: number, denominator: number, lower: number, upper: number][] = [
  [0, 5, 0.0, 43.4],
  [5, 5, 56.6, 100],
  [8, 10, 49.0, 94.3],
  [0, 12, 0.0, 24.3],
  [16, 20, 58.4, 91.9],
  [19, 30, 45.5, 78.1],
  [37, 60, 49.0, 72.9],
  [80, 100, 71.1, 86.7],
];

test.for(wilson)("the Wilson interval of %i of %i is %f to %f percent", ([numerator, denominator, lower, upper]) => {
  const limits = wilsonInterval(numerator, denominator).map((limit) => Math.round(limit * 1000) / 10);
  expect(limits).toEqual([lower, upper]);
});

test("an interval of nobody, or of more than everybody, is refused", () => {
  expect(() => wilsonInterval(0, 0)).toThrow(RangeError);
  expect(() => wilsonInterval(6, 5)).toThrow(RangeError);
  expect(() => wilsonInterval(-1, 5)).toThrow(RangeError);
});

test("the interval of a mean is 1.96 standard errors to either side", () => {
  // 1, 2, 3, 4: mean 2.5, variance 5/3, standard error 0.6455; 1.96 of them are 1.2652.
  const [lower, upper] = meanInterval(10, 30, 4)!;
  expect(lower).toBeCloseTo(1.2348, 4);
  expect(upper).toBeCloseTo(3.7652, 4);
});

test("equal answers have no spread, and one answer has no interval", () => {
  expect(meanInterval(0.3 * 3, 0.09 * 3, 3)).toEqual([expect.closeTo(0.3, 6), expect.closeTo(0.3, 6)]);
  expect(meanInterval(4, 16, 1)).toBeNull();
});

test("what one success costs is least where the most would succeed", () => {
  // £100 each for 20, of whom 16 succeed: £125 a success. Wilson says 58.4% to 91.9%: £171.23 to £108.81.
  const [lower, upper] = costInterval(2000, 16, 20);
  expect(lower).toBeCloseTo(100 / 0.919, 0);
  expect(upper).toBeCloseTo(100 / 0.584, 0);
});

test("published intervals of several schools combine by the squares of their widths, each by its pupils", () => {
  // 100 pupils ± 0.2 and 50 pupils ± 0.3: √(20² + 15²) ÷ 150 = 25 ÷ 150.
  expect(combinedInterval(0.1, 20 ** 2 + 15 ** 2, 150)).toEqual([
    expect.closeTo(0.1 - 1 / 6, 9),
    expect.closeTo(0.1 + 1 / 6, 9),
  ]);
  expect(combinedInterval(0.1, null, 150)).toBeNull();
});
