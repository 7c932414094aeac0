import { expect, test } from "vitest";
import { loadCatalogue } from "../pipelines/measures/catalogue.ts";
import { publishedCatalogue } from "../pipelines/measures/publish.ts";
import { breakdownWords, hiddenWords, sharingBase } from "../src/sentences/definitions.ts";
import { runWords } from "../src/sentences/runs.ts";
import { measuresWith } from "../src/sentences/search.ts";
import { countByRule, type HiddenCell, hiddenBy } from "../src/sentences/suppression.ts";
import { inventedCatalogue } from "./harness/release-measures.ts";

const measures = publishedCatalogue(await loadCatalogue(), { measures: [] }, []);
const measure = (id: string) => measures.find((found) => found.id === id)!;
const { policy } = inventedCatalogue;

test("a measure is found by every word of what it says of itself, in any order", () => {
  const found = (typed: string) => measuresWith(typed, measures).map(({ id }) => id);
  expect(found("")).toHaveLength(measures.length);
  expect(found("TURNOVER teacher")).toContain("staff_turnover");
  expect(found("use_in_role")).toEqual(["use_in_role"]);
  expect(found("nothing of the kind")).toEqual([]);
});

test("a definition says when its figures are hidden, by what they are about", () => {
  expect(hiddenWords(measure("ks2_expected_standard"), policy)).toMatch(/^Never: they are published already/);
  expect(hiddenWords(measure("criteria_met"), policy)).toMatch(/^Never: they are about nobody/);
  expect(hiddenWords({ counts: "people", unit: "percent", is_sensitive: true }, policy)).toBe(
    `Where it rests on fewer than ${policy.threshold_signed_in} people (${policy.threshold_leaving} in what leaves the log-in), or fewer than that did, or did not; where all or nearly all are alike, which would tell on each of them; and where a hidden figure would follow from it`,
  );
});

test("measures of the same people name one another, and those that share none name nobody", () => {
  const turnover = sharingBase(measure("staff_turnover"), measures).map(({ id }) => id);
  expect(turnover).not.toContain("staff_turnover");
  for (const id of turnover)
    expect(sharingBase(measure(id), measures).map((other) => other.id)).toContain("staff_turnover");
  expect(sharingBase({ ...measure("staff_turnover"), base: null }, measures)).toEqual([]);
});

test("breakdowns are a list in words", () => {
  expect(breakdownWords({ breakdowns: ["staff_group", "programme", "answer"] })).toBe(
    "Staff group, programme and answer",
  );
  expect(breakdownWords({ breakdowns: [] })).toBe("Not divided further");
});

const cell: HiddenCell = {
  ...{ measure_id: "a", school_urn: "900001", time_period: 202526, breakdown: "total", category: "Total" },
  ...{ audience: "signed_in", rule: "primary" },
};

test("hidden figures are chosen by measure, audience and year, and counted by rule", () => {
  const cells: HiddenCell[] = [
    cell,
    { ...cell, audience: "leaving" },
    { ...cell, rule: "complementary", time_period: 202425 },
    { ...cell, measure_id: "b", rule: "homogeneity" },
  ];
  const nothing = { measure: null, audience: null, year: null };
  expect(hiddenBy(cells, nothing)).toEqual(cells);
  expect(hiddenBy(cells, { measure: "a", audience: "signed_in", year: 202526 })).toEqual([cell]);
  expect(countByRule(cells, ({ measure_id }) => measure_id)).toEqual([
    { key: "a", counts: { primary: 2, homogeneity: 0, complementary: 1 }, all: 3 },
    { key: "b", counts: { primary: 0, homogeneity: 1, complementary: 0 }, all: 1 },
  ]);
});

test("how the last run ended is said in words, with what went wrong", () => {
  const run = {
    started_at: "2026-11-20T06:00:00Z",
    finished_at: "2026-11-20T06:00:00Z",
    ...{ mode: "full" as const, outcome: "failed" as const, release_id: null, problem: "The record: does not answer" },
  };
  expect(runWords(run)).toBe(
    "20 November 2026 at 06:00: no figures were published; those before it still stand. The record: does not answer.",
  );
});
