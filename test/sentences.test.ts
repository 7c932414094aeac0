import { describe, expect, test } from "vitest";
import type { Catalogue, ComparisonsSlice } from "../pipelines/contract.ts";
import { chainOf } from "../src/sentences/chain.ts";
import { findingOf } from "../src/sentences/finding.ts";
import { byLevel, levelName } from "../src/sentences/levels.ts";
import { questionsFor } from "../src/sentences/questions.ts";
import { standingOut } from "../src/sentences/standing-out.ts";
import { findingsOf, knownOfWhole, programmeGaps, storyOf } from "../src/sentences/story.ts";
import { academicYearOf, yearsBetween } from "../src/sentences/years.ts";
import { inventedMeasure, national, schoolWith, shares } from "./harness/figures.ts";
import { inventedSchools } from "./harness/release.ts";
import { inventedCatalogue } from "./harness/release-measures.ts";

const asOf = "2026-11-20";
const use = inventedMeasure("use_in_role", { claim_grade: 1 });
const attainment = inventedMeasure("ks2_rwm_expected", { interval: "wilson" });
const saidOf = (table: string, measure = use) => findingOf(measure, schoolWith(shares(measure.id, table)), asOf);

/** The invented catalogue with some of its measures only. */
const only = (...ids: string[]): Catalogue => ({
  ...inventedCatalogue,
  measures: inventedCatalogue.measures.filter(({ id }) => ids.includes(id)),
});

describe("a finding", () => {
  test("beyond chance is a signal, and says from what", () => {
    const { mark, title, sentence, details } = saidOf("202425 | Total | 30 of 60\n202526 | Total | 45 of 60");
    expect(mark).toBe("signal");
    expect(title).toBe("Higher than the year before, beyond chance");
    expect(sentence).toBe(
      "Use in the role: 75.0% was observed in 2025/26, up from 50.0% the year before. That is more than chance gives.",
    );
    expect(details).toEqual(["likely range 62.8% to 84.2%", "45 of 60", "corroborated"]);
  });

  test("within chance is none, however large the change looks", () => {
    const { mark, sentence } = saidOf("202425 | Total | 17 of 30\n202526 | Total | 20 of 30");
    expect(mark).toBe("none");
    expect(sentence).toBe(
      "Use in the role: 67% was observed in 2025/26, 57% the year before. No change that can be told from chance.",
    );
  });

  test("never claims an effect or a cause", () => {
    const tables = [
      "202425 | Total | 30 of 60\n202526 | Total | 45 of 60",
      "202526 | Total | 3 of 60",
      "202526 | Total | [c]",
    ];
    for (const table of tables) {
      const { title, sentence, details } = saidOf(table);
      expect([title, sentence, ...details].join(" ")).not.toMatch(/improv|because of|caused|prove|impact|success/i);
    }
  });

  test("leaves the year that is not over out of comparisons", () => {
    const { sentence } = saidOf("202425 | Total | 30 of 60\n202526 | Total | 32 of 60\n202627 | Total | 1 of 60");
    expect(sentence).toContain("53.3% was observed in 2025/26");
    const first = saidOf("202627 | Total | 10 of 60");
    expect(first.sentence).toContain("so far in 2026/27");
    expect(first.mark).toBe("none");
  });

  test("is not compared across a series break, nor with low coverage", () => {
    expect(saidOf("202425 | Total | 10 of 60\n202526 | Total | 45 of 60 [b]").title).toBe(
      "Not comparable with the years before",
    );
    expect(saidOf("202425 | Total | 10 of 60\n202526 | Total | 45 of 60 [low]")).toMatchObject({ mark: "none" });
    expect(saidOf("202324 | Total | 10 of 60\n202425 | Total | [c]\n202526 | Total | 45 of 60").sentence).toContain(
      "up from 16.7% in 2023/24",
    );
  });

  test("beside the national figure of the same year says where it stands", () => {
    const figures = shares(attainment.id, "202526 | Total | 90 of 100");
    const place = schoolWith(figures, [national(attainment.id, 202526, 0.62)]);
    const { mark, title, sentence, details } = findingOf(attainment, place, asOf);
    expect([mark, title]).toEqual(["signal", "Above the national figure, beyond chance"]);
    expect(sentence).toContain("It is above the national 62%, beyond chance.");
    expect(details).toContain("national 62% (2025/26, Department for Invented Statistics)");
    const older = schoolWith(figures, [national(attainment.id, 202425, 0.62)]);
    expect(findingOf(attainment, older, asOf).mark).toBe("none");
  });

  test("without a likely range is told as it is", () => {
    const figures = shares(attainment.id, "202425 | Total | 60 of 100\n202526 | Total | 90 of 100").map((figure) => ({
      ...figure,
      lower: null,
      upper: null,
    }));
    expect(findingOf(attainment, schoolWith(figures), asOf)).toMatchObject({
      mark: "none",
      title: "Up from 60.0% the year before; chance cannot be ruled out",
    });
  });

  test.for([
    [
      "202526 | Total | [c]",
      "suppressed",
      "Use in the role: hidden for 2025/26, because it could tell on a few people.",
    ],
    ["202526 | Total | [x]", "not_available", "Use in the role: not available for 2025/26."],
    ["202526 | Total | [z]", "not_applicable", "Use in the role: does not apply here."],
  ])("of %s is missing, and says why", ([table, absence, sentence]) => {
    expect(saidOf(table!)).toMatchObject({ mark: "missing", absence, sentence });
  });

  test("of nothing says that nothing is recorded, and of a failed measure that it failed", () => {
    expect(findingOf(use, schoolWith([]), asOf)).toMatchObject({ mark: "missing", absence: "no_records" });
    const failed = inventedMeasure("attainment_8");
    expect(findingOf(failed, schoolWith([]), asOf)).toMatchObject({ absence: "failed", details: [failed.failure] });
  });
});

describe("a story", () => {
  const hrefOf = ({ id }: { id: string }) => `/measures/${id}?school=900001`;
  const catalogue = only("use_in_role", "participation_coverage", "retention_rate", "ks2_rwm_expected");

  test("says exceptions first, then what is missing, then what stayed", () => {
    const figures = [
      ...shares("use_in_role", "202425 | Total | 30 of 60\n202526 | Total | 45 of 60"),
      ...shares("participation_coverage", "202425 | Total | 40 of 60\n202526 | Total | 41 of 60"),
    ];
    const story = storyOf(findingsOf(catalogue, schoolWith(figures), asOf), hrefOf);
    expect(story.map(({ mark }) => mark)).toEqual(["signal", "missing", "none"]);
    expect(story[1]!.sentence).toBe(
      "Nothing is recorded yet about: “Expected standard at key stage 2” and “Retention rate”.",
    );
  });

  test("leaves out published measures that the trust has and a school has never had", () => {
    const trust = { ...schoolWith(shares("ks2_rwm_expected", "202526 | Total | 60 of 90")), urn: "900001" };
    const school = { ...schoolWith([]), urn: "900005" };
    const told = findingsOf(catalogue, school, asOf, trust).map(({ measure }) => measure.id);
    expect(told).toEqual(["participation_coverage", "use_in_role", "retention_rate"]);
  });

  test("does not say of a school that something is not recorded which is counted for the trust alone", () => {
    const [measure] = only("use_in_role").measures;
    const ofTrust = {
      ...only("use_in_role"),
      measures: [{ ...measure!, sql: "select academic_year from marts.costs" }],
    };
    const school = { ...schoolWith([]), urn: "900005" };
    expect(findingsOf(ofTrust, school, asOf, { ...school, urn: null })).toEqual([]);
    expect(findingsOf(ofTrust, { ...school, urn: null }, asOf)).toHaveLength(1);
    const said = findingOf(ofTrust.measures[0]!, school, asOf, { whole: { ...school, urn: null, name: "the trust" } });
    expect(said.sentence).toBe("Use in the role: told of the trust as a whole, and not of each school.");
  });

  test("says of a school what is known of the trust where it has nothing to show itself", () => {
    const trust = {
      ...schoolWith(shares("use_in_role", "202526 | Total | 45 of 60").map((one) => ({ ...one, school_urn: null }))),
      urn: null,
    };
    const known = (table: string) => {
      const own = findingsOf(only("use_in_role"), schoolWith(shares("use_in_role", table)), asOf, trust);
      return knownOfWhole(only("use_in_role").measures, own, trust, asOf).map(({ figure }) => figure!.numerator);
    };
    expect(known("202526 | Total | [c]")).toEqual([45]);
    expect(known("202526 | Total | 12 of 20")).toEqual([]);
  });

  test("says which programmes are used and which are not, where chance does not explain it", () => {
    const figures = [
      ...shares("use_in_role", "202526 | Total | 74 of 131"),
      ...shares(
        "use_in_role",
        "202526 | Reading for all | 62 of 79\n202526 | Marking tools | 3 of 35\n202526 | Coaching | 9 of 17",
        "programme",
      ),
    ];
    const place = schoolWith(figures);
    const [gap, ...more] = programmeGaps(findingsOf(only("use_in_role"), place, asOf), place, hrefOf);
    expect(more).toEqual([]);
    expect(gap!.sentence).toBe(
      "Use in the role differs by programme in 2025/26, more than chance gives: Reading for all 78.5%, Marking tools 9%.",
    );
    expect(gap!.href).toBe("/measures/use_in_role?school=900001&breakdown=programme");
  });

  test("of a trust names schools that lie beyond chance in the order of their names", () => {
    const figures = [
      ...shares("retention_rate", "202526 | Total | 30 of 100", "staff_group", "900002"),
      ...shares("retention_rate", "202526 | Total | 95 of 100", "staff_group", "900001"),
      ...shares("retention_rate", "202526 | Total | 66 of 100", "staff_group", "900003"),
    ];
    const comparisons: ComparisonsSlice = { schools: inventedSchools, figures };
    const trust = {
      name: "Larkmoor Learning Trust",
      urn: null,
      figures: shares("retention_rate", "202526 | Total | 640 of 1000").map((one) => ({ ...one, school_urn: null })),
      benchmarks: [],
    };
    const said = standingOut(only("retention_rate"), trust, comparisons, asOf);
    expect(said.map(({ sentence }) => sentence)).toEqual([
      "Retention rate: Bramble Lane Primary School (30.0%) and Hawthorn Primary School (95.0%) lie further from the whole than chance gives at that size.",
    ]);
  });
});

describe("the chain of evidence", () => {
  test("counts as far as the records go, and is open at pupils", () => {
    const figures = [
      ...shares("participation_coverage", "202526 | Total | 41 of 60"),
      ...shares("use_in_role", "202526 | Total | [c]"),
    ];
    const { year, links, reach } = chainOf(only("participation_coverage", "use_in_role"), schoolWith(figures), asOf)!;
    expect(year).toBe("2025/26");
    expect(links.map(({ level, count, isThin }) => [level, count, isThin])).toEqual([
      ["Provision", "41", false],
      ["Reactions", null, true],
      ["Learning", "[c]", true],
      ["Learning", null, true],
      ["Pupil outcomes", null, true],
    ]);
    expect(reach).toBe("The evidence reaches as far as “took part”; it stops at “reactions came in”.");
  });

  test("is absent without any record of CPD", () => {
    expect(chainOf(inventedCatalogue, schoolWith(shares("ks2_rwm_expected", "202526 | Total | 6 of 9")), asOf)).toBe(
      null,
    );
  });
});

describe("questions to ask", () => {
  const asked = (catalogue: Catalogue, ...figures: ReturnType<typeof shares>[]) => {
    const place = schoolWith(figures.flat());
    return questionsFor(findingsOf(catalogue, place, asOf), place).map(({ text }) => text);
  };

  test("begin with what went the wrong way, and end with what comes next", () => {
    const texts = asked(
      only("use_in_role"),
      shares("use_in_role", "202425 | Total | 45 of 60\n202526 | Total | 30 of 60"),
    );
    expect(texts).toEqual([
      "What lies behind the change in “Use in the role”, and what will be done about it?",
      "What got in the way of the 30 who are not using it yet?",
      "What will we do differently, and what do you need from us?",
    ]);
    const place = schoolWith(shares("use_in_role", "202425 | Total | 45 of 60\n202526 | Total | 30 of 60"));
    const found = questionsFor(findingsOf(only("use_in_role"), place, asOf), place);
    expect(found.map(({ href }) => href)).toEqual([
      "/measures/use_in_role?school=900001",
      "/measures/barriers_met?school=trust#divided",
      "/provision?school=900001#next",
    ]);
  });

  test("ask who is left out only where the gap is beyond chance", () => {
    const coverage = (assistants: string) =>
      shares(
        "participation_coverage",
        `202526 | Total | 80 of 130\n202526 | Teachers | 70 of 80\n202526 | Assistants | ${assistants}`,
      );
    expect(asked(only("participation_coverage"), coverage("10 of 50"))[0]).toBe(
      "Assistants: 20.0%; Teachers: 87.5%. Why do so few take part, and who decided?",
    );
    expect(asked(only("participation_coverage"), coverage("40 of 50"))).toHaveLength(1);
  });

  test("ask how needs were found where nothing is recorded, and are never more than five", () => {
    const texts = asked(inventedCatalogue);
    expect(texts).toContain("How were this year’s needs found, and whose voice is missing?");
    expect(texts.length).toBeLessThanOrEqual(5);
  });
});

test("levels have the policy's names and order, with provision first where the policy has no name for it", () => {
  const { policy, measures } = inventedCatalogue;
  expect(byLevel(policy, measures).map(({ name }) => name)).toEqual([
    "Provision",
    "Reactions",
    "Learning",
    "Pupil outcomes",
    "Organisation",
  ]);
  expect(levelName(policy, "provision")).toBe("Provision");
});

test("academic years turn on 1 September and pass the century", () => {
  expect(academicYearOf("2026-08-31")).toBe(202526);
  expect(academicYearOf("2026-09-01")).toBe(202627);
  expect(yearsBetween(199899, 200102)).toEqual([199899, 199900, 200001, 200102]);
});
