import { beforeAll, expect, test } from "vitest";
import { runChecks } from "../pipelines/checks/run.ts";
import type { Figure, Release } from "../pipelines/contract.ts";
import { disclose } from "../pipelines/disclosure/disclose.ts";
import { calculateAll, type MeasureFailure } from "../pipelines/measures/calculate.ts";
import { loadCatalogue } from "../pipelines/measures/catalogue.ts";
import { demoHub } from "./harness/demo.ts";

let figures: Figure[];
let failures: MeasureFailure[];
let checks: Release["checks"];
const measures = await loadCatalogue();

beforeAll(async () => {
  const hub = await demoHub();
  const calculated = await calculateAll(hub, measures);
  failures = calculated.failures;
  figures = disclose(calculated.figures, { threshold: 5, measures }).figures;
  checks = await runChecks(hub);
});

const trust = (measure: string, breakdown: string, category = "Total") =>
  figures.filter(
    (figure) =>
      figure.measure_id === measure &&
      figure.school_urn === null &&
      figure.breakdown === breakdown &&
      figure.category === category,
  );

test("every measure has a figure of the demo trust, and none fails", () => {
  expect(failures).toEqual([]);
  expect(measures.map(({ id }) => id).filter((id) => trust(id, "total").length === 0)).toEqual([]);
});

test("the demo breaks no rule that makes figures wrong", () => {
  expect(checks.filter(({ severity, passed }) => severity === "error" && !passed)).toEqual([]);
});

test("well liked is not the same as used: one programme is both, another only the first", () => {
  const latest = (measure: string, programme: string) =>
    trust(measure, "programme", programme).findLast(({ value }) => value !== null)!;
  expect(latest("cpd_quality", "Digital marking tools").value).toBeGreaterThan(0.7);
  expect(latest("use_in_role", "Digital marking tools").upper).toBeLessThan(
    latest("use_in_role", "Reading for every pupil").lower!,
  );
});

test("nothing about the nine staff of the smallest school is shown but what is published already", () => {
  // Pupils' outcomes and answers are not theirs.
  const ofPeople = measures.filter(
    ({ definition: { counts, level } }) => level !== "outcomes" && (counts === "people" || counts === "answers"),
  );
  const ids = new Set(ofPeople.map(({ id }) => id));
  const own = figures.filter((figure) => figure.school_urn === "900004" && ids.has(figure.measure_id));
  expect(own.length).toBeGreaterThan(20);
  expect(own.filter(({ status }) => !["[c]", "[x]", "[z]"].includes(status))).toEqual([]);
});

test("how many answered is hidden in every measure of the same answers, or in none", () => {
  const alike = measures.filter(({ definition }) => definition.base === "end_of_session").map(({ id }) => id);
  expect(alike.length).toBeGreaterThan(5);
  const placeOf = (figure: Figure) =>
    [figure.school_urn, figure.time_period, figure.breakdown, figure.category].join(" ");
  const ofThem = figures.filter(({ measure_id, breakdown }) => alike.includes(measure_id) && breakdown !== "answer");
  const hidden = new Set(ofThem.filter(({ status }) => status === "[c]").map(placeOf));
  expect(hidden.size).toBeGreaterThan(10);
  expect(ofThem.filter((figure) => hidden.has(placeOf(figure)) && (figure.denominator ?? 0) > 0)).toEqual([]);
});

test("what is hidden of the schools leaves the trust's own figures in view", () => {
  const totals = figures.filter(({ school_urn, breakdown }) => school_urn === null && breakdown === "total");
  const hidden = totals.filter(({ status }) => status === "[c]");
  expect(hidden.length / totals.length).toBeLessThan(0.1);
});
