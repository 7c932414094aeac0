import { expect, test } from "vitest";
import * as choices from "../directus/schema/choices.ts";
import { type AnswerScale, answerScales } from "../pipelines/contract.ts";

const scales: Record<string, AnswerScale> = answerScales;

test("the Studio offers exactly the scales that a form can show", () => {
  expect(Object.keys(scales).sort()).toEqual(Object.keys(choices.answerScales).sort());
});

test.for(Object.keys(scales))("every answer on %s is stored once and has words of its own", (key) => {
  const { kind, options, alone } = scales[key]!;
  expect(new Set(options.map(({ value }) => value)).size).toBe(options.length);
  expect(new Set(options.map(({ label }) => label)).size).toBe(options.length);
  expect(options.length === 0).toBe(kind === "words");
  if (alone !== undefined) expect(options.map(({ value }) => value)).toContain(alone);
});

test("steps are counted from 1, whatever else may be answered beside them", () => {
  for (const { options } of Object.values(scales)) {
    const steps = options.map(({ value }) => value).filter((value) => typeof value === "number");
    expect(steps).toEqual(steps.map((_, index) => index + 1));
  }
});
