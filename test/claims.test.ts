/** No sentence of the product claims more than its evidence carries: tried on every definition, on the demo's kind of figures and on thousands of drawn ones. */
import { describe, expect, test } from "vitest";
import type {
  Benchmark,
  Catalogue,
  ComparisonsSlice,
  Figure,
  FigureStatus,
  PublishedMeasure,
} from "../pipelines/contract.ts";
import { loadCatalogue } from "../pipelines/measures/catalogue.ts";
import { wilsonInterval } from "../pipelines/measures/interval.ts";
import { lineChart } from "../src/charts/line.ts";
import { statusReasons } from "../src/format.ts";
import { besideOf } from "../src/sentences/beside.ts";
import { chainOf } from "../src/sentences/chain.ts";
import { changeWords, claimLadder, claimWords, reporterOf, wordedGrade } from "../src/sentences/claims.ts";
import { findingOf } from "../src/sentences/finding.ts";
import { levelCrosswalk } from "../src/sentences/levels.ts";
import { looksWords } from "../src/sentences/looks.ts";
import { methods, notDone, sizes } from "../src/sentences/methods.ts";
import type { Place } from "../src/sentences/place.ts";
import { questionsFor } from "../src/sentences/questions.ts";
import { ruleBook } from "../src/sentences/rules/rules.ts";
import { bannedWords, said } from "../src/sentences/said.ts";
import { standingOut } from "../src/sentences/standing-out.ts";
import { findingsOf, programmeGaps, storyOf } from "../src/sentences/story.ts";
import { national } from "./harness/figures.ts";
import { inventedRelease, inventedSchools } from "./harness/release.ts";
import { inventedCatalogue } from "./harness/release-measures.ts";

const asOf = "2026-11-20";
/** Written here again, apart from the product's own list: what each grade bans, and every weaker one with it. */
const banned: readonly RegExp[] = [
  /improved|was observed|rose after|fell after|than comparison|estimated effect|(?:participants|staff|leaders|pupils) report|increased|boosted|transformed/i,
  /improved|was observed|rose after|fell after|than comparison|estimated effect/i,
  /rose after|fell after|than comparison|estimated effect/i,
  /than comparison|estimated effect/i,
  /estimated effect/i,
];
const always = /\bcaused\b|because of|\bproved\b|guarantee|impact of|effect of|led to/i;

/** Texts that say too much for a grade, gathered, because an `expect` for each of a hundred thousand would take minutes. */
function overclaims(grade: number, texts: readonly (string | null | undefined)[]): string[] {
  return texts.filter(
    (text): text is string => text != null && (always.test(text) || banned[grade]?.test(text) === true),
  );
}

function hold(grade: number, ...texts: (string | null | undefined)[]): void {
  expect(overclaims(grade, texts)).toEqual([]);
}

describe("the gate", () => {
  test.for([
    [0, "Turnover has improved"],
    [1, "Teaching improved"],
    [1, "It was observed in lessons"],
    [2, "It rose after the course"],
    [2, "The course caused it"],
    [3, "Because of the course"],
    [3, "It is more than comparison"],
    [4, "This proved it"],
    [4, "The estimated effect"],
    [5, "It guarantees results"],
    [5, "The impact of the course"],
  ] as const)("of grade %i lets out no “%s”", ([grade, text]) => {
    expect(() => said(text, grade)).toThrow(/a claim of grade/);
  });

  test("lets each grade say what it carries, and everything that weaker ones say", () => {
    const carried = [
      "It was so",
      "Participants report it",
      "It was observed in lessons",
      "It rose after",
      "More than comparison",
      "The estimated effect",
    ];
    for (const [grade, text] of carried.entries()) {
      for (let stronger = grade; stronger <= 5; stronger++) expect(said(text, stronger)).toBe(text);
      for (let weaker = 0; weaker < grade; weaker++) expect(bannedWords(text, weaker)).toHaveLength(1);
    }
  });
});

describe("a figure is worded by its grade", () => {
  const parts = {
    measure: { title: "Use in the role", unit: "percent" },
    figure: { lower: 0.6, upper: 0.9, denominator: 20 },
    value: "75%",
    when: "in 2025/26",
  } as const;

  test.for([
    [0, "Use in the role: 75% in 2025/26"],
    [1, "Use in the role: participants report 75% in 2025/26"],
    [2, "Use in the role: 75% was observed in 2025/26"],
    [3, "Use in the role: 75% in 2025/26"],
    [4, "Use in the role: 75% in 2025/26, more than comparison"],
    [5, "Use in the role: estimated effect 75% (likely range 60% to 90%) in 2025/26"],
  ] as const)("grade %i: %s", ([grade, words]) => {
    expect(claimWords({ grade, ...parts, besideComparison: grade === 4 ? "higher" : undefined })).toBe(words);
  });

  test.for([
    ["end_of_session answers", { base: "end_of_session" }, "participants"],
    ["the staff survey", { base: "staff_survey" }, "staff"],
    ["close-outs", { id: "support_at_close" }, "leaders"],
    ["pupils", { level: "outcomes" }, "pupils"],
    ["money", { base: "follow_up", unit: "money" }, null],
  ] as const)("and %s by those who report it", ([, about, reporter]) => {
    const measure = { ...parts.measure, ...about };
    expect(reporterOf(measure)).toBe(reporter);
    const words = reporter === null ? "75%" : `${reporter} report 75%`;
    expect(claimWords({ grade: 1, ...parts, measure })).toBe(`Use in the role: ${words} in 2025/26`);
  });

  test("and a change by it, rising or falling after from grade 3 on", () => {
    expect(changeWords(2, "higher", "50%", "the year before")).toBe(", up from 50% the year before");
    expect(changeWords(3, "lower", "50%", "the year before")).toBe("; it fell after 50% the year before");
  });

  test("but pupils' outcomes, published figures and who stays are context, whatever is recorded", () => {
    const counts = "people" as const;
    expect(wordedGrade({ counts: "published" }, 4)).toBe(0);
    expect(wordedGrade({ counts, level: "outcomes" }, 5)).toBe(0);
    expect(wordedGrade({ counts, policy_measure: "recruitment_retention" }, 3)).toBe(0);
    expect(wordedGrade({ counts, level: "learning" }, 3)).toBe(3);
  });
});

test("authors' own words in every measure's definition are held to the measure's grade", async () => {
  const found = (await loadCatalogue()).flatMap(({ id, definition }) => {
    const { title, question, numerator, denominator, source, caveats, absences = [], claim_grade } = definition;
    const texts = [
      title,
      question,
      numerator,
      denominator,
      source,
      ...caveats,
      ...absences.map(({ reason }) => reason),
    ];
    return texts.flatMap((text) =>
      bannedWords(text, wordedGrade(definition, claim_grade)).map((words) => `${id}: ${words}`),
    );
  });
  expect(found).toEqual([]);
});

test("the words that stand on every page are held to the weakest grade", () => {
  const names = claimLadder.flatMap(({ name, meaning }) => [name, meaning]);
  const rules = ruleBook.flatMap(({ heading, rules: told }) => [
    heading,
    ...told.flatMap(({ name, fires }) => [name, fires]),
  ]);
  hold(0, ...[...methods, ...notDone, ...sizes].flatMap(({ name, words }) => [name, words]));
  hold(0, ...names, ...rules, ...Object.values(statusReasons), ...Object.values(levelCrosswalk));
});

/** Numbers that look drawn and are the same on every run. */
function drawing(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const years = Array.from({ length: 14 }, (_, at) => (2013 + at) * 100 + 14 + at);
const statuses: FigureStatus[] = ["", "", "", "", "", "", "[c]", "[x]", "[z]", "[low]", "[b]"];

/** Figures of one measure at one place: any size, any status, quiet or wild. */
function drawnFigures(measure: PublishedMeasure, urn: string | null, grade: number, draw: () => number): Figure[] {
  const centre = draw();
  const spread = draw() * 0.4;
  return years
    .filter(() => draw() > 0.15)
    .flatMap((time_period) => {
      const cells = ["Total", ...(draw() > 0.6 ? ["Reading", "Coaching"] : [])];
      return cells.map((category): Figure => {
        const denominator = Math.ceil(draw() ** 2 * 300);
        const share = Math.min(1, Math.max(0, centre + (draw() - 0.5) * spread));
        const numerator = Math.round(share * denominator);
        const status = statuses[Math.floor(draw() * statuses.length)]!;
        const isShown = !["[c]", "[x]", "[z]"].includes(status);
        const [lower, upper] = measure.interval === "none" ? [null, null] : wilsonInterval(numerator, denominator);
        const isAnswers = measure.counts === "answers";
        return {
          measure_id: measure.id,
          school_urn: urn,
          time_period,
          breakdown: category === "Total" ? "total" : "programme",
          category,
          numerator: isShown ? numerator : null,
          denominator: isShown ? denominator : null,
          value: isShown ? numerator / denominator : null,
          lower: isShown ? lower : null,
          upper: isShown ? upper : null,
          invited: isShown && isAnswers ? denominator + Math.floor(draw() * 300) : null,
          status,
          claim_grade: grade,
        };
      });
    });
}

/** Everything that a reader of a place is told of a catalogue, by the grade of its figures. */
function holdPlace(
  catalogue: Catalogue,
  place: Place,
  trust: Place,
  comparisons: ComparisonsSlice | undefined,
): number {
  const whole = place.urn === null ? undefined : trust;
  const hrefOf = ({ id }: { id: string }) => `/measures/${id}?school=trust`;
  const findings = findingsOf(catalogue, place, asOf, whole);
  const deep = catalogue.measures.map((measure) => findingOf(measure, place, asOf, { whole, comparisons }));
  for (const finding of [...findings, ...deep]) {
    const { measure, figure, title, sentence, details, notes, drawn } = finding;
    const grade = wordedGrade(measure, figure?.claim_grade ?? measure.claim_grade);
    hold(grade, title, sentence, ...details, ...notes.map((note) => note.sentence), ...besideOf(finding, place, whole));
    const series = {
      name: place.name,
      figures: place.figures.filter(({ breakdown, measure_id }) => breakdown === "total" && measure_id === measure.id),
    };
    const chart = lineChart(measure, { ...series, benchmarks: place.benchmarks, events: [], asOf, drawn });
    hold(grade, ...chart.data.datasets.flatMap(({ label, describe: words }) => [label, ...words]));
  }
  const most = Math.max(...deep.map(({ measure, figure }) => wordedGrade(measure, figure?.claim_grade ?? 0)));
  const statements = [...storyOf(findings, hrefOf), ...programmeGaps(findings, place, hrefOf)];
  hold(most, ...statements.flatMap(({ sentence, details }) => [sentence, ...details]));
  hold(0, looksWords(findings), ...questionsFor(findings, place).map(({ text }) => text));
  hold(0, ...(chainOf(catalogue, place, asOf)?.links.flatMap(({ what, note }) => [what, note]) ?? []));
  if (comparisons && place.urn === null)
    hold(0, ...standingOut(catalogue, trust, comparisons, asOf).map(({ sentence }) => sentence));
  return findings.length;
}

test("every sentence about the invented trust holds to its grade", () => {
  const made = inventedRelease();
  const trust: Place = { name: "Larkmoor Learning Trust", urn: null, ...made.trust };
  const places = [
    trust,
    ...made.schools.map(({ school, figures, benchmarks }) => ({
      name: school.name,
      urn: school.urn,
      figures,
      benchmarks,
    })),
  ];
  for (const place of places) expect(holdPlace(made.catalogue, place, trust, made.comparisons)).toBeGreaterThan(0);
});

test.for([0, 1, 2, 3, 4, 5])("every sentence about drawn figures of grade %i holds to it", (grade) => {
  const draw = drawing(20261120 + grade);
  const units = ["percent", "net", "mean", "count", "money", "points"] as const;
  const kinds = ["wilson", "net", "mean", "none", "none", "none"] as const;
  let told = 0;
  for (let trial = 0; trial < 25; trial++) {
    const measures = inventedCatalogue.measures.map((measure, at): PublishedMeasure => {
      const kind = (at + trial) % units.length;
      return {
        ...measure,
        unit: units[kind]!,
        interval: kinds[kind]!,
        claim_grade: grade,
        failure: null,
        breakdowns: ["programme"],
      };
    });
    const figuresAt = (urn: string | null) => measures.flatMap((measure) => drawnFigures(measure, urn, grade, draw));
    const benchmarks: Benchmark[] = measures.map(({ id }) => national(id, 202526, draw()));
    const trust: Place = { name: "Larkmoor Learning Trust", urn: null, figures: figuresAt(null), benchmarks };
    const schools = inventedSchools.map(({ name, urn }): Place => ({ name, urn, figures: figuresAt(urn), benchmarks }));
    const comparisons = { schools: inventedSchools, figures: schools.flatMap(({ figures }) => figures) };
    const catalogue = { ...inventedCatalogue, measures };
    for (const place of [trust, ...schools.slice(0, 3)]) told += holdPlace(catalogue, place, trust, comparisons);
  }
  expect(told).toBeGreaterThan(500);
});
