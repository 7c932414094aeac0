import { describe, expect, test } from "vitest";
import type { ComparisonsSlice, Figure, PublishedMeasure } from "../pipelines/contract.ts";
import { findingOf } from "../src/sentences/finding.ts";
import type { Place } from "../src/sentences/place.ts";
import type { Beside } from "../src/sentences/reading.ts";
import { ruleBook } from "../src/sentences/rules/rules.ts";
import { inventedMeasure, national, schoolWith, shares } from "./harness/figures.ts";

const asOf = "2026-11-20";
const use = inventedMeasure("use_in_role", { claim_grade: 1 });
const results = inventedMeasure("ks2_rwm_expected", { interval: "wilson", policy_measure: "attainment" });
const turnover = inventedMeasure("staff_turnover");

const told = (
  measure: PublishedMeasure,
  figures: Figure[],
  beside: Beside = {},
  benchmarks: Place["benchmarks"] = [],
) => findingOf(measure, schoolWith(figures, [...benchmarks]), asOf, beside);
const notesOf = (...asked: Parameters<typeof told>) => told(...asked).notes.map(({ sentence }) => sentence);
/** One line for each academic year from 2012/13 on. */
const yearly = (measure: string, cells: string[]) =>
  shares(measure, cells.map((cell, at) => `${2012 + at}${String(13 + at)} | Total | ${cell}`).join("\n"));

describe("replies", () => {
  const answered = (invited: number, words = "15 of 22") =>
    shares("use_in_role", `202526 | Total | ${words}`).map((figure) => ({ ...figure, invited }));

  test("of fewer than 80% put the bounds beside the figure, and say so where they hold a half", () => {
    const { details } = told(use, answered(40));
    expect(details).toContain("22 of 40 replied");
    expect(details).toContain("38% to 83% if none or all of the silent had said so");
    expect(notesOf(use, answered(40))).toContain(
      "Those who did not reply could carry it across a half: 38% if none of them had said so, 83% if all had.",
    );
  });

  test("of 80% and more need no bounds", () => {
    expect(told(use, answered(25)).details.join(" ")).not.toContain("silent");
  });

  test("are not counted for a cost, which divides by those in favour alone, nor for several answers of each person", () => {
    const cost = { ...use, unit: "money", interval: "cost" } as const;
    for (const measure of [cost, { ...use, interval: "clustered" } as const]) {
      const { sentence, details, notes } = told(measure, answered(50));
      const words = [sentence, ...details, ...notes.map((note) => note.sentence)].join(" ");
      expect(words).not.toMatch(/repl(y|ied)|silent/);
    }
    expect(told(cost, answered(50)).details).toContain("£15.00 ÷ 22");
  });

  test("of fewer than half are flagged, and the figure stays", () => {
    const finding = told(use, answered(50));
    expect(finding.sentence).toContain("68%");
    expect(finding.details).toContain("22 of 50 replied, read with care");
    expect(finding.notes[0]!.sentence).toBe("Only 44% of those asked replied: read it with care.");
  });
});

describe("too little data", () => {
  test("is said in place of the figure, with what it would take", () => {
    const finding = told(use, shares("use_in_role", "202526 | Total | 6 of 9"));
    expect(finding).toMatchObject({ mark: "missing", absence: "too_little" });
    expect(finding.sentence).toBe("Use in the role: too little data to speak of in 2025/26 (9 answers; it takes 10).");
  });

  test("in an earlier year leaves it out of comparisons", () => {
    const figures = shares("use_in_role", "202425 | Total | 2 of 2\n202526 | Total | 9 of 16");
    expect(told(use, figures)).toMatchObject({ title: "No earlier year to compare with" });
    expect(told(use, figures).sentence).not.toContain("100%");
    const older = shares("use_in_role", "202324 | Total | 10 of 20\n202425 | Total | 2 of 2\n202526 | Total | 9 of 16");
    expect(told(use, older).sentence).toContain("50% in 2023/24");
  });

  test("of a small school leaves several years together to speak of", () => {
    const figures = shares("staff_turnover", "202324 | Total | 1 of 8\n202425 | Total | [c]\n202526 | Total | 2 of 9");
    expect(notesOf(turnover, figures)).toEqual([
      "Two years together: 18%, 3 of 17, likely range 6% to 41% (2023/24: 8 and 2025/26: 9).",
    ]);
  });
});

test("a figure that nobody worked out says the reason", () => {
  const absences = [{ time_periods: [201920, 202021], reason: "There were no tests in the pandemic." }];
  const measure = { ...results, absences };
  expect(told(measure, shares(results.id, "202021 | Total | [x]")).sentence).toBe(
    "Expected standard at key stage 2: not available for 2020/21. There were no tests in the pandemic.",
  );
  const gap = shares(results.id, "201819 | Total | 20 of 40\n202122 | Total | 24 of 40");
  expect(notesOf(measure, gap).at(-1)).toBe(
    "No figure for 2019/20 and 2020/21, so the years before and after form two series. There were no tests in the pandemic.",
  );
});

describe("leaders and staff", () => {
  const gap = { ...use, id: "leader_staff_gap", title: "The same statements", base: "staff_survey", claim_grade: 1 };
  const asked = (table: string): Figure[] =>
    shares("use_in_role", table, "position").map((one) => ({ ...one, measure_id: gap.id, claim_grade: 1 }));
  const all = "202526 | Total | 110 of 160";

  test("are told beside one another, and never by the total of both", () => {
    const finding = told(gap, asked(`${all}\n202526 | Leaders | 54 of 60\n202526 | Other staff | 56 of 100`));
    expect(finding).toMatchObject({ mark: "signal", isOfParts: true, title: "Leaders 90.0%, other staff 56.0%" });
    expect(finding.sentence).toBe(
      "The same statements: leaders 90.0%, other staff 56.0% in 2025/26. They differ by more than chance gives.",
    );
    const alike = told(gap, asked(`${all}\n202526 | Leaders | 40 of 60\n202526 | Other staff | 70 of 100`));
    expect(alike).toMatchObject({ mark: "none" });
  });

  test("are not told where one of the two is hidden or too few", () => {
    for (const leaders of ["[c]", "5 of 6"]) {
      const finding = told(gap, asked(`${all}\n202526 | Leaders | ${leaders}\n202526 | Other staff | 56 of 100`));
      expect(finding).toMatchObject({ mark: "missing", absence: "not_available" });
      expect(finding.sentence).not.toContain("%");
    }
  });
});

describe("small cohorts of pupils", () => {
  test("are told three years together, and how far chance moves them", () => {
    const figures = shares(
      results.id,
      "202324 | Total | 17 of 29\n202425 | Total | 18 of 27\n202526 | Total | 16 of 28",
    );
    const notes = notesOf(results, figures);
    expect(notes[0]).toBe(
      "Three years together: 60.7%, 51 of 84, likely range 50.0% to 70.5% (2023/24: 29, 2024/25: 27 and 2025/26: 28).",
    );
    expect(notes[1]).toMatch(
      /^With 28 pupils, 3 pupils or more up or down \(11%\) is what chance alone gives in \d\d% of years\.$/,
    );
  });
});

describe("beside the trust", () => {
  const trust: Place = {
    name: "Larkmoor Learning Trust",
    urn: null,
    figures: shares("staff_turnover", "202526 | Total | 150 of 1000").map((one) => ({ ...one, school_urn: null })),
    benchmarks: [],
  };
  const own = (words: string) => shares("staff_turnover", `202526 | Total | ${words}`);

  test("a school within the funnel is told that chance gives as much", () => {
    expect(notesOf(turnover, own("10 of 50"), { whole: trust })).toContain(
      "That is within what chance gives at that size around the 15.0% of Larkmoor Learning Trust.",
    );
  });

  test("a school far out is a signal for those who may open the others' figures, and a note for the rest", () => {
    const comparisons: ComparisonsSlice = { schools: [], figures: own("40 of 50") };
    const seen = told(turnover, own("40 of 50"), { whole: trust, comparisons });
    expect([seen.mark, seen.title]).toEqual(["signal", "Further from the whole than chance gives"]);
    expect(seen.drawn).toContainEqual({ signals: [202526] });
    const alone = told(turnover, own("40 of 50"), { whole: trust });
    expect(alone.mark).toBe("none");
    expect(alone.notes[0]!.sentence).toContain("beyond the 99.8% limits of chance");
  });
});

describe("over the years", () => {
  test("four to eleven are a run chart, with its median drawn and no limits", () => {
    const finding = told(
      use,
      shares(
        "use_in_role",
        "202223 | Total | 20 of 50\n202324 | Total | 21 of 50\n202425 | Total | 22 of 50\n202526 | Total | 23 of 50",
      ),
    );
    expect(finding.notes.at(-1)!.sentence).toBe(
      "4 years in a row are too few points for limits (it takes 12). The median, dotted, is 43.0%; at most 2 in a row lie on one side of it.",
    );
    expect(finding.drawn[0]!.levels!.map(({ label, isLimit }) => [label, isLimit])).toEqual([["median", false]]);
  });

  test("twelve have limits, and a year beyond them is marked in the sentence and on the chart alike", () => {
    const steady = Array.from({ length: 13 }, (_, at) => `${at % 2 ? 240 : 236} of 500`);
    const quiet = told(use, yearly("use_in_role", [...steady, "238 of 500"]));
    expect(quiet.notes.at(-1)!.sentence).toMatch(/^Over 14 years nothing lies beyond what chance gives \(limits /);
    const loud = told(use, yearly("use_in_role", [...steady, "262 of 500"]));
    expect([loud.mark, loud.title]).toEqual(["signal", "Beyond what chance gives over 14 years"]);
    expect(loud.notes.at(-1)!.sentence).toContain("beyond chance: outside the limits (2025/26)");
    expect(loud.drawn.flatMap(({ signals = [] }) => signals)).toEqual([202526]);
  });

  test("a break is told, and nothing is read across it", () => {
    const figures = shares(
      "use_in_role",
      "202324 | Total | 20 of 50\n202425 | Total | 22 of 50 [b]\n202526 | Total | 21 of 50",
    );
    expect(notesOf(use, figures)).toEqual([
      "It has been worked out in another way since 2024/25, and is not compared across that.",
    ]);
  });
});

describe("a school whose results were low", () => {
  const low = shares(results.id, "202425 | Total | 12 of 40\n202526 | Total | 20 of 40");
  const benchmarks = [national(results.id, 202425, 0.62)];
  const pairs = (schools: number): ComparisonsSlice => ({
    schools: [],
    figures: Array.from({ length: schools }, (_, at) =>
      shares(
        results.id,
        `202425 | Total | ${20 + at} of 50\n202526 | Total | ${25 + at + (at % 2)} of 50`,
        "x",
        String(900010 + at),
      ),
    ).flat(),
  });

  test("is told what such schools usually rise to, with a ghost marker where it was to be expected", () => {
    const finding = told(results, low, { comparisons: pairs(12) }, benchmarks);
    const said = finding.notes.find(({ sentence }) => sentence.startsWith("Schools as low"))!.sentence;
    expect(said).toMatch(
      /^Schools as low as the 30% of 2024\/25 usually rise to about 3\d% with nothing changed \(from 12 pairs/,
    );
    expect(finding.drawn.find(({ expected }) => expected)!.expected).toMatchObject({ time_period: 202526 });
  });

  test("is told that it cannot be said how far, with fewer than ten pairs or none to open", () => {
    const without = "how far cannot be said from the figures at hand.";
    expect(notesOf(results, low, { comparisons: pairs(9) }, benchmarks).join(" ")).toContain(without);
    expect(notesOf(results, low, {}, benchmarks).join(" ")).toContain(without);
  });

  test("is told nothing of the kind where it was not low beyond chance", () => {
    const middling = shares(results.id, "202425 | Total | 24 of 40\n202526 | Total | 20 of 40");
    expect(notesOf(results, middling, { comparisons: pairs(12) }, benchmarks).join(" ")).not.toContain(
      "Schools as low",
    );
  });
});

test("two years of a mean are set apart by how much people differ, never in months of progress", () => {
  const mean = inventedMeasure("use_in_role", { unit: "mean", interval: "mean", claim_grade: 1 });
  const figure = (time_period: number, value: number, half: number, denominator: number): Figure => ({
    ...shares("use_in_role", `${time_period} | Total | 1 of 2`)[0]!,
    ...{ value, lower: value - half, upper: value + half, denominator, numerator: null },
  });
  const years = [
    figure(202425, 103.9, (1.96 * 6.2) / Math.sqrt(61), 61),
    figure(202526, 105.2, (1.96 * 6) / Math.sqrt(58), 58),
  ];
  expect(notesOf(mean, years)).toContain(
    "The difference from the year before is 0.21 standard deviations (likely range −0.15 to 0.57).",
  );
});

test("a published share without a range says what it stands beside, why chance cannot be told, and how far one post moves it", () => {
  const published = inventedMeasure("staff_turnover", {
    counts: "published",
    interval: "none",
    denominator: "Full-time equivalent teachers in the census",
  });
  const [one] = shares("staff_turnover", "202425 | Total | 4 of 17");
  const bare = { ...one!, lower: null, upper: null };
  const whole = { name: "Larkmoor", urn: null, figures: [{ ...bare, school_urn: null, value: 0.172 }], benchmarks: [] };
  expect(notesOf(published, [bare], { whole }, [national("staff_turnover", 202425, 0.147)])).toEqual([
    "24% in 2024/25, beside 17% in Larkmoor and 14.7% in England. Whether that is beyond chance cannot be told: it counts parts of posts, not people, and was published without a range. Among 17 full-time posts, one more or fewer moves it by about 6 points. One published year is too few to tell a lasting change from ups and downs (it takes 4).",
  ]);
  const own = { ...published, counts: "people", interval: "wilson" } as const;
  expect(notesOf(own, [bare]).join(" ")).not.toContain("parts of posts");
});

test("every rule has a name of its own and says when it fires", () => {
  const rules = ruleBook.flatMap((chapter) => chapter.rules);
  expect(rules.length).toBeGreaterThan(20);
  expect(new Set(rules.map(({ name }) => name)).size).toBe(rules.length);
  for (const { fires } of rules) expect(fires).toMatch(/^[a-z0-9].{15,}[^.]$/);
});
