import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const css = readFileSync(join(import.meta.dirname, "../src/styles/tokens.css"), "utf8");
const [light, dark] = css.split("@media").map((part) => {
  const found = [...part.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)];
  return Object.fromEntries(found.map(([, name, colour]) => [name, colour]));
}) as [Record<string, string>, Record<string, string>];

/** Relative luminance as WCAG 2.2 defines it. */
function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** WCAG's contrast ratio, from 1 to 21. */
function contrast(one: string, other: string): number {
  const [lighter, darker] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

const backgrounds = ["paper", "panel", "us-soft", "signal-soft"];
const text: [string, string][] = [
  ...backgrounds.flatMap((background): [string, string][] => [
    ["ink", background],
    ["soft", background],
    ["us", background],
  ]),
  ["signal", "paper"],
  ["signal", "panel"],
  ["on-us", "us"],
  ["panel", "ink"],
];
const shapes: [string, string][] = ["us", "others", "signal", "edge"].flatMap((shape): [string, string][] => [
  [shape, "paper"],
  [shape, "panel"],
]);

test.for([
  ["light", light],
  ["dark", dark],
] as const)("in the %s theme every text stands out 4.5 times, and every shape 3 times", ([, colours]) => {
  const tooFaint = (pairs: [string, string][], least: number) =>
    pairs
      .map(([front, back]) => [front, back, contrast(colours[front]!, colours[back]!)] as const)
      .filter(([, , ratio]) => ratio < least);
  expect(tooFaint(text, 4.5)).toEqual([]);
  expect(tooFaint(shapes, 3)).toEqual([]);
});

test("contrast is worked out as WCAG does it", () => {
  expect(contrast("#000000", "#ffffff")).toBe(21);
  expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
});
