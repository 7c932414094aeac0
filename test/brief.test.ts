/** What a governor with ten minutes reads first: what changed, how sure that is, what is missing, level by level; and the years that may be chosen. */
import { existsSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Catalogue } from "../pipelines/contract.ts";
import { multiplesOf } from "../src/charts/multiples.ts";
import { addressesOf } from "../src/sentences/addresses.ts";
import { missingGroups, missingWords, nothingElse, signalsOf, surenessOf } from "../src/sentences/brief.ts";
import { changedTitle, findingsBySchool, orderedSchools } from "../src/sentences/comparing.ts";
import { headlines, levelSummary } from "../src/sentences/level-summary.ts";
import { choiceWords, dayOfChoice, fullYearsOf, placeIn, yearChoice } from "../src/sentences/look-back.ts";
import { bankQuestion, pathOf, questionBank } from "../src/sentences/question-bank.ts";
import { findingsOf } from "../src/sentences/story.ts";
import { schoolWith, shares } from "./harness/figures.ts";
import { inventedSchools } from "./harness/release.ts";
import { inventedCatalogue } from "./harness/release-measures.ts";

const asOf = "2026-11-20";
const only = (...ids: string[]): Catalogue => ({
  ...inventedCatalogue,
  measures: inventedCatalogue.measures.filter(({ id }) => ids.includes(id)),
});
const catalogue = only("use_in_role", "participation_coverage", "retention_rate");
const higher = shares("use_in_role", "202324 | Total | 44 of 60\n202425 | Total | 30 of 60\n202526 | Total | 45 of 60");
const steady = shares("participation_coverage", "202425 | Total | 40 of 60\n202526 | Total | 41 of 60");
const hrefOf = (id: string) => `/measures/${id}`;
const rest = { since: null, href: "/levels" };

describe("in short", () => {
  test("what stands out is said first, and the others share a sentence", () => {
    const findings = findingsOf(catalogue, schoolWith([...higher, ...steady]), asOf);
    expect(signalsOf(findings, hrefOf).map(({ mark, href }) => [mark, href])).toEqual([
      ["signal", "/measures/use_in_role"],
    ]);
    expect(nothingElse(findings, { ...rest, hasSignals: true })!.sentence).toBe(
      "Nothing else to report: one other measure moved no more from the year before than chance gives, or had nothing to be compared with.",
    );
  });

  test("nothing to report is said as plainly", () => {
    const findings = findingsOf(catalogue, schoolWith(steady), asOf);
    expect(signalsOf(findings, hrefOf)).toEqual([]);
    expect(nothingElse(findings, { ...rest, hasSignals: false })).toMatchObject({
      mark: "none",
      sentence:
        "Nothing to report. The one measure that can be looked at moved no more from the year before than chance gives.",
    });
    expect(nothingElse([], { ...rest, hasSignals: false })).toBe(null);
    const uncompared = findings.map((finding) => ({ ...finding, looks: 0 }));
    expect(nothingElse(uncompared, { ...rest, hasSignals: false })?.sentence).toBe(
      "One measure can be looked at, with nothing to be compared with yet.",
    );
  });

  test("how sure it is counts figures by the strength of their evidence", () => {
    const findings = findingsOf(catalogue, schoolWith([...higher, ...steady]), asOf);
    expect(surenessOf(findings)).toBe("Of 2 figures: 1 reported by those who were asked; 1 seen by somebody else.");
    expect(surenessOf([])).toBe(null);
  });

  test("what is missing is one sentence with its reasons, and no figure is behind it", () => {
    const hidden = shares("participation_coverage", "202526 | Total | [c]");
    const findings = findingsOf(catalogue, schoolWith([...higher, ...hidden]), asOf);
    expect(missingWords(findings)).toBe(
      "2 of 3 measures have no figure to show: 1 hidden, because they could tell on a few people; 1 with nothing recorded yet.",
    );
    expect(missingGroups(findings).map(({ findings: found }) => found.map(({ measure }) => measure.id))).toEqual([
      ["participation_coverage"],
      ["retention_rate"],
    ]);
  });

  test("a level says its best first, how many it has, and the strength of its strongest", () => {
    const findings = findingsOf(only("use_in_role"), schoolWith(higher), asOf);
    expect(levelSummary("learning", findings)).toMatchObject({
      howMany: "1 of 1 measure has a figure",
      howSure: "Corroborated: seen by someone besides those who took part",
      missing: null,
    });
    expect(levelSummary("learning", findingsOf(only("use_in_role"), schoolWith([]), asOf))).toMatchObject({
      best: [],
      howSure: null,
    });
  });
});

describe("a chosen year", () => {
  const place = schoolWith([...higher, ...steady, ...shares("use_in_role", "202627 | Total | 1 of 60")]);
  const years = fullYearsOf(place, asOf);
  const choice = (asked: string) => yearChoice(new URLSearchParams(asked), years);

  test("is one with figures that is over; the latest is no choice, and it is compared with an earlier one alone", () => {
    expect(years).toEqual([202324, 202425, 202526]);
    expect(choice("")).toEqual({ year: null, since: null });
    expect(choice("year=202526&since=202324")).toEqual({ year: null, since: 202324 });
    expect(choice("year=202425&since=202526")).toEqual({ year: 202425, since: null });
    expect(choice("year=190001&since=nonsense")).toEqual({ year: null, since: null });
    expect(choiceWords(choice("since=202324"), years)).toEqual(["2025/26", "compared with 2023/24"]);
  });

  test("shows nothing that came later, and compares with the year before it", () => {
    const findings = findingsOf(only("use_in_role"), placeIn(place, 202425), dayOfChoice(202425, asOf));
    expect(findings[0]!.sentence).toContain("50.0% was observed in 2024/25, down from 73.3% the year before");
  });

  test("can be compared with any earlier one, and says so where that has no figure", () => {
    const since = (year: number) => findingsOf(only("use_in_role"), place, asOf, undefined, year)[0]!.sentence;
    expect(since(202324)).toContain("75.0% was observed in 2025/26, 73.3% in 2023/24. No change");
    expect(since(202223)).toContain("No figure for 2022/23 to compare with.");
  });

  test("stays in every address of the page", () => {
    const { measure, page } = addressesOf(place, choice("year=202425"));
    expect(measure("use_in_role")).toBe("/measures/use_in_role?school=900001&time_period=202425");
    expect(page("/value#subscriptions")).toBe("/value?school=900001&year=202425#subscriptions");
    expect(page("/measures/barriers_met?school=trust#divided")).toBe(
      "/measures/barriers_met?school=trust&time_period=202425#divided",
    );
  });
});

test("the measures that say most of a level are there", () => {
  const missing = Object.values(headlines)
    .flat()
    .filter((id) => !existsSync(`pipelines/measures/${id}/definition.ts`));
  expect(missing).toEqual([]);
});

test("the fifteen questions are numbered in order, and each has a view", () => {
  expect(questionBank.map(({ number }) => number)).toEqual(Array.from({ length: 15 }, (_, at) => at + 1));
  expect(questionBank.filter(({ path }) => !path.startsWith("/"))).toEqual([]);
  expect(pathOf(bankQuestion(9), true)).toBe("/compare/staff_turnover");
  expect(pathOf(bankQuestion(9), false)).toBe("/measures/published_turnover#notes");
});

describe("schools beside one another", () => {
  const figures = [
    ...shares("use_in_role", "202425 | Total | 30 of 60\n202526 | Total | 50 of 60", "staff_group", "900001"),
    ...shares("use_in_role", "202425 | Total | 70 of 140\n202526 | Total | 72 of 140", "staff_group", "900002"),
    ...shares("use_in_role", "202526 | Total | [c]", "staff_group", "900003"),
  ];
  const schools = inventedSchools.slice(0, 3);
  const comparisons = { schools: [schools[2]!, schools[0]!, schools[1]!], figures };
  const measure = only("use_in_role").measures[0]!;
  const whole = shares("use_in_role", "202425 | Total | 100 of 200\n202526 | Total | 122 of 200");
  const trust = {
    name: "Larkmoor",
    urn: null,
    figures: whole.map((one) => ({ ...one, school_urn: null })),
    benchmarks: [],
  };

  test("stand by name or by size, and those without a figure come last", () => {
    const urns = (order: "name" | "size") =>
      orderedSchools(comparisons, order, "use_in_role", 202526).map(({ urn }) => urn);
    const byName = [...schools].sort((one, other) => one.name.localeCompare(other.name)).map(({ urn }) => urn);
    expect(urns("name")).toEqual(byName);
    expect(urns("size")).toEqual(["900002", "900001", "900003"]);
  });

  test("are titled with those that changed beyond chance, or say that none did or that it cannot be told", () => {
    const findings = findingsBySchool(measure, trust, comparisons, asOf);
    expect(changedTitle(schools, findings, "school")).toBe(
      `${schools[0]!.name} moved more from the year before than chance gives`,
    );
    expect(changedTitle(schools.slice(1), findings, "school")).toMatch(/^No school moved more/);
    expect(changedTitle(schools, new Map(), "school")).toMatch(/cannot be told$/);
  });

  test("are drawn on one scale over the same years, and a hidden figure leaves a gap with its mark", () => {
    const {
      years,
      low,
      high,
      schools: drawn,
    } = multiplesOf(measure, { ...comparisons, schools }, trust.figures, asOf)!;
    expect([years, low, high]).toEqual([[202425, 202526], 0, 1]);
    const [first, second, third] = drawn.map(({ trend }) => trend!);
    expect(first!.points.map(({ x }) => x)).toEqual(second!.points.map(({ x }) => x));
    expect(first!.points[0]!.y).toBe(second!.points[0]!.y);
    expect([third!.points, third!.gaps.map(({ text }) => text)]).toEqual([[], ["[c]"]]);
    expect(multiplesOf(measure, { ...comparisons, figures: [] }, [], asOf)).toBe(null);
  });
});
