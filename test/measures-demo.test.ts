import { beforeAll, expect, test } from "vitest";
import { readProfile } from "../directus/profiles.ts";
import { demoRecords } from "../directus/seed/records.ts";
import { demoTrust } from "../directus/seed/schools.ts";
import { runChecks } from "../pipelines/checks/run.ts";
import type { Figure, Release } from "../pipelines/contract.ts";
import { disclose } from "../pipelines/disclosure/disclose.ts";
import { fieldsOf, records } from "../pipelines/extract/records.ts";
import { calculateAll, type MeasureFailure } from "../pipelines/measures/calculate.ts";
import { loadCatalogue } from "../pipelines/measures/catalogue.ts";
import type { Row } from "../pipelines/warehouse.ts";
import { hubWith } from "./harness/hub.ts";

let figures: Figure[];
let failures: MeasureFailure[];
let checks: Release["checks"];
const measures = await loadCatalogue();

beforeAll(async () => {
  const policy = { ...readProfile("C"), trust_uid: demoTrust.uid, organisation_name: demoTrust.name };
  // As extract takes them: words of people's own become whether there are any.
  const read = (collection: keyof typeof records, rows: Row[]) => {
    const empty = Object.fromEntries(fieldsOf(collection).map((field) => [field, null]));
    return rows.map((row) => records[collection].parse({ ...empty, ...row }) as Row);
  };
  const demo = Object.entries(demoRecords("2026-11-20")).flatMap(([collection, rows]) =>
    collection in records ? [[collection, read(collection as keyof typeof records, rows)]] : [],
  );
  const hub = await hubWith({ ...Object.fromEntries(demo), policy: read("policy", [{ id: "policy", ...policy }]) });
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
  const published = new Set(measures.filter(({ definition }) => definition.counts === "published").map(({ id }) => id));
  const own = figures.filter((figure) => figure.school_urn === "900004" && !published.has(figure.measure_id));
  expect(own.length).toBeGreaterThan(20);
  expect(own.filter(({ status }) => status !== "[c]" && status !== "[x]")).toEqual([]);
});

test("how many answered is hidden in every measure of the same answers, or in none", () => {
  const alike = measures.filter(({ definition }) => definition.base === "end_of_session").map(({ id }) => id);
  expect(alike).toHaveLength(3);
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
