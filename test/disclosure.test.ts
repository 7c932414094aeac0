import { expect, test } from "vitest";
import type { Figure } from "../pipelines/contract.ts";
import { disclose } from "../pipelines/disclosure/disclose.ts";
import type { Earlier } from "../pipelines/disclosure/stages.ts";
import type { CountedFigure } from "../pipelines/measures/calculate.ts";
import { loadCatalogue } from "../pipelines/measures/catalogue.ts";
import { type Measure, type MeasureSource, parseTable } from "../pipelines/measures/define.ts";
import { determined, sumsOf, workedOut } from "./harness/attacker.ts";
import { randomOf } from "./harness/attacker-trusts.ts";

const template = (await loadCatalogue()).find(({ id }) => id === "staff_retention_in_trust")!;

const measureOf = (definition: Partial<MeasureSource> = {}): Measure => ({
  ...template,
  id: "invented",
  definition: { ...template.definition, breakdowns: ["staff_group"], ...definition },
});

/** Figures of one year from a text table; without a school it is the trust's, without a category everybody's. */
function figuresOf(text: string): CountedFigure[] {
  return parseTable(text).map((row) => {
    const { numerator, denominator } = row as { numerator: number; denominator: number };
    const group = row["group"] as string | null;
    return {
      measure_id: "invented",
      school_urn: (row["school_urn"] as string | null) ?? null,
      time_period: 202526,
      breakdown: group ? "staff_group" : "total",
      category: group ?? "Total",
      numerator,
      denominator,
      value: numerator / denominator,
      lower: 0,
      upper: 1,
      invited: denominator + 1,
      status: "",
      claim_grade: 0,
      people: (row["people"] as number | undefined) ?? null,
      in_scope: (row["in_scope"] as number | undefined) ?? null,
    };
  });
}

function hiddenIn(text: string, definition: Partial<MeasureSource> = {}): string[] {
  const { audit } = disclose(figuresOf(text), { threshold: 5, measures: [measureOf(definition)] });
  return audit.map(({ school_urn, category, rule }) => `${school_urn ?? "trust"} ${category} ${rule}`);
}

test("one school of too few hides another with it, the smallest that will do; the trust stays", () => {
  expect(
    hiddenIn(`
      school_urn | numerator | denominator
                 | 63        | 99
      100001     | 3         | 4
      100002     | 20        | 35
      100003     | 10        | 20
      100004     | 30        | 40
    `),
  ).toEqual(["100001 Total primary", "100003 Total complementary"]);
});

test("few who did, and few who did not, are as telling as few people", () => {
  const two = (numerator: number) => `
      school_urn | numerator          | denominator
                 | ${numerator + 40}  | 120
      100001     | ${numerator}       | 60
      100002     | 40                 | 60
  `;
  expect(hiddenIn(two(4))).toEqual(["100001 Total primary", "100002 Total complementary"]);
  expect(hiddenIn(two(56))).toEqual(["100001 Total primary", "100002 Total complementary"]);
  expect(hiddenIn(two(5))).toEqual([]);
  expect(hiddenIn(two(0))).toEqual([]);
  expect(hiddenIn(two(4), { counts: "answers" })).toEqual([]);
});

test("all or none of them is hidden where that would tell on them", () => {
  const all = "school_urn | numerator | denominator\n | 60 | 60";
  expect(hiddenIn(all)).toEqual([]);
  expect(hiddenIn(all, { is_sensitive: true })).toEqual(["trust Total homogeneity"]);
});

test("a school of nine staff is not shown, whatever the figure", () => {
  expect(
    hiddenIn(`
      school_urn | numerator | denominator
                 | 29        | 49
      100001     | 9         | 9
      100002     | 20        | 40
    `),
  ).toEqual(["100001 Total primary", "100002 Total complementary"]);
});

test("many answers of few people are few, and answers of a group need twice the threshold", () => {
  expect(
    hiddenIn(
      `
      school_urn | group    | numerator | denominator | people | in_scope
                 |          | 60        | 100         | 40     | 60
      100001     |          | 20        | 30          | 4      | 20
      100002     |          | 20        | 30          | 16     | 20
      100003     |          | 20        | 40          | 20     | 20
    `,
      { counts: "answers" },
    ),
  ).toEqual(["100001 Total primary", "100002 Total complementary"]);
  expect(
    hiddenIn(
      `
      school_urn | group    | numerator | denominator | people | in_scope
                 |          | 40        | 60          | 40     | 60
                 | Teachers | 15        | 25          | 16     | 20
                 | Support  | 15        | 20          | 9      | 20
                 | Leaders  | 10        | 15          | 15     | 20
    `,
      { counts: "answers" },
    ),
  ).toEqual(["trust Support primary", "trust Leaders complementary"]);
});

test("the single school of an organisation is hidden with its total", () => {
  expect(hiddenIn("school_urn | numerator | denominator\n | 1 | 4\n100001 | 1 | 4")).toEqual([
    "trust Total primary",
    "100001 Total primary",
  ]);
});

test("those in the total and in no category are not found by subtraction either", () => {
  expect(
    hiddenIn(
      `
      school_urn | group    | numerator | denominator
                 |          | 42        | 62
                 | Teachers | 20        | 30
                 | Support  | 20        | 30
    `,
      { counts: "answers" },
    ),
  ).toEqual(["trust Teachers complementary", "trust Support complementary"]);
});

test("measures that count the same answers hide the same of them, or one would give away what the other hides", () => {
  const measures = ["asked", "said"].map((id) => ({
    ...measureOf({ counts: "answers", base: "the same" }),
    id,
  }));
  const of = (id: string, text: string) => figuresOf(text).map((figure) => ({ ...figure, measure_id: id }));
  // C has few answers in both; the smallest to hide beside it is B in the one and A in the other.
  const asked = of("asked", "school_urn | numerator | denominator\n | 60 | 94\nA | 30 | 50\nB | 28 | 40\nC | 2 | 4");
  const said = of("said", "school_urn | numerator | denominator\n | 41 | 60\nA | 20 | 28\nB | 20 | 29\nC | 1 | 3");
  const hidden = (figures: CountedFigure[], only = measures) =>
    disclose(figures, { threshold: 5, measures: only }).audit.map((one) => `${one.measure_id} ${one.school_urn}`);
  const apart = measures.map((measure) => ({
    ...measure,
    definition: { ...measure.definition, base: undefined },
  }));
  expect(hidden([...asked, ...said], apart)).toEqual(["asked B", "asked C", "said A", "said C"]);
  expect(hidden([...asked, ...said])).toEqual(["asked B", "asked C", "said B", "said C"]);
});

test("a distribution is shown and hidden with the total of its place", () => {
  const figures = figuresOf("school_urn | numerator | denominator\n | 30 | 60\n100001 | 2 | 4\n100002 | 28 | 56");
  const answers = figures.map((figure) => ({ ...figure, breakdown: "answer", category: "5 Strongly agree" }));
  const measures = [measureOf({ counts: "answers", breakdowns: ["answer"], distributions: ["answer"] })];
  const shown = disclose([...figures, ...answers], { threshold: 5, measures }).figures;
  expect(shown.map(({ status }) => status)).toEqual(["", "[c]", "[c]", "", "[c]", "[c]"]);
});

test("published figures and money pass as they are", () => {
  const few = "school_urn | numerator | denominator\n | 1 | 3\n100001 | 1 | 3";
  expect(hiddenIn(few, { counts: "published" })).toEqual([]);
  expect(hiddenIn(few, { counts: "money" })).toEqual([]);
});

/** A trust of random size whose groups add up, with some people in the totals alone when `hasRest`. */
function randomTrust(seed: number, hasRest: boolean): CountedFigure[] {
  const random = randomOf(seed);
  const groups = ["Leaders", "Support", "Teachers", "Assistants", "Admin"].slice(0, 1 + random(5));
  const schools = Array.from({ length: 1 + random(8) }, (_, index) => `${100001 + index}`);
  const size = [6, 14, 40][random(3)]!;
  const rows: string[] = [];
  const sums = new Map<string, [numerator: number, denominator: number]>();
  const count = (key: string, numerator: number, denominator: number) => {
    const [before, beforeAll] = sums.get(key) ?? [0, 0];
    sums.set(key, [before + numerator, beforeAll + denominator]);
  };
  for (const school of schools) {
    for (const group of hasRest ? [...groups, "rest"] : groups) {
      const denominator = random(group === "rest" ? 4 : size);
      const numerator = random(denominator + 1);
      if (denominator === 0) continue;
      for (const place of [school, ""]) {
        count(`${place}|`, numerator, denominator);
        if (group !== "rest") count(`${place}|${group}`, numerator, denominator);
      }
    }
  }
  for (const [key, [numerator, denominator]] of sums) rows.push(`${key}|${numerator}|${denominator}`);
  return figuresOf(`school_urn|group|numerator|denominator\n${rows.join("\n")}`);
}

const seeds = Array.from({ length: 150 }, (_, index) => index);
const numbers = ["numerator", "denominator", "value", "lower", "upper", "invited"] as const;

test.for([
  { counts: "people", hasRest: false },
  { counts: "people", hasRest: true },
  { counts: "answers", hasRest: false },
  { counts: "answers", hasRest: true },
] as const)(
  "no hidden figure of $counts can be worked out in 150 random trusts (others in the totals: $hasRest)",
  ({ counts, hasRest }) => {
    const measures = [measureOf({ counts })];
    let hidden = 0;
    for (const seed of seeds) {
      const figures = randomTrust(seed, hasRest);
      const shown = disclose(figures, { threshold: 5, measures }).figures;
      const truth = new Map(figures.map((figure) => [keyOf(figure), figure]));
      const total = (keys: string[]) => keys.reduce((sum, key) => sum + (truth.get(key)?.denominator ?? 0), 0);
      const isExact = ({ whole, parts }: { whole: string; parts: string[] }) => total([whole]) === total(parts);

      expect({ seed, found: workedOut(shown) }).toEqual({ seed, found: [] });
      expect({ seed, found: determined(shown, isExact) }).toEqual({ seed, found: [] });
      // What a reader finds by subtraction is at least the threshold, or is shown anyway.
      const status = new Map(shown.map((figure) => [keyOf(figure), figure.status]));
      for (const { whole, parts } of sumsOf(shown)) {
        const visible = parts.filter((part) => status.get(part) !== "[c]");
        if (status.get(whole) === "[c]" || visible.length === parts.length) continue;
        expect(total([whole]) - total(visible)).toBeGreaterThanOrEqual(Math.min(5, total([whole])));
      }
      hidden += shown.filter((figure) => figure.status === "[c]").length;
      for (const [index, figure] of shown.entries()) {
        const { people, in_scope, ...before } = figures[index]!;
        if (figure.status !== "[c]") expect(figure).toEqual(before);
        else expect(numbers.map((name) => figure[name])).toEqual(numbers.map(() => null));
      }
    }
    expect(hidden).toBeGreaterThan(500);
  },
);

test("the same figures in another order hide the same", () => {
  const measures = [measureOf()];
  const keys = (figures: readonly Figure[]) =>
    figures
      .filter(({ status }) => status === "[c]")
      .map(keyOf)
      .sort();
  for (const seed of seeds.slice(0, 50)) {
    const figures = randomTrust(seed, false);
    const one = disclose(figures, { threshold: 5, measures }).figures;
    expect(keys(disclose(figures, { threshold: 5, measures }).figures)).toEqual(keys(one));
  }
});

function keyOf({ school_urn, breakdown, category }: Figure): string {
  return [school_urn ?? "", breakdown, category].join("|");
}

test("a share of few is hidden in its own measure alone, and a school of too few people in all of them", () => {
  const staff = { breakdowns: [], base: "staff_in_post" };
  const measures = ["took_part", "stayed"].map((id) => ({ ...measureOf(staff), id }));
  const of = (id: string, text: string) => figuresOf(text).map((figure) => ({ ...figure, measure_id: id }));
  // In B three did not take part, which is few. D is of four people, and C is hidden with it.
  const took = of(
    "took_part",
    "school_urn | numerator | denominator\n | 123 | 184\nA | 20 | 60\nB | 67 | 70\nC | 33 | 50\nD | 3 | 4",
  );
  const stayed = of(
    "stayed",
    "school_urn | numerator | denominator\n | 151 | 184\nA | 50 | 60\nB | 60 | 70\nC | 38 | 50\nD | 3 | 4",
  );
  const { audit } = disclose([...took, ...stayed], { threshold: 5, measures });
  expect(
    audit.map(({ measure_id, school_urn, rule, hides }) => [measure_id, school_urn, rule, hides].join(" ")),
  ).toEqual([
    "took_part B primary share",
    "took_part C complementary people",
    "took_part D primary people",
    "stayed C complementary people",
    "stayed D primary people",
  ]);
});

test("hours are hidden where the share who had any is hidden, as few hours tell that few had them", () => {
  const staff = { breakdowns: [], base: "staff_in_post" };
  const took = { ...measureOf(staff), id: "took_part" };
  const hours = { ...measureOf({ ...staff, unit: "hours", hidden_with: "took_part" }), id: "hours" };
  const of = (id: string, text: string) => figuresOf(text).map((figure) => ({ ...figure, measure_id: id }));
  const people = of(
    "took_part",
    "school_urn | numerator | denominator\n | 71 | 180\nA | 1 | 60\nB | 30 | 70\nC | 40 | 50",
  );
  const spent = of(
    "hours",
    "school_urn | numerator | denominator\n | 402 | 180\nA | 2 | 60\nB | 200 | 70\nC | 200 | 50",
  );
  const { audit } = disclose([...people, ...spent], { threshold: 5, measures: [took, hours] });
  expect(audit.map(({ measure_id, school_urn, rule }) => [measure_id, school_urn, rule].join(" "))).toEqual([
    "took_part A primary",
    "took_part C complementary",
    "hours A primary",
    "hours C complementary",
  ]);
});

test("a figure that counts nobody says so, even where others of the same place are hidden", () => {
  const measures = ["asked", "said"].map((id) => ({ ...measureOf({ counts: "answers", base: "the same" }), id }));
  const figures = figuresOf("school_urn | numerator | denominator\n | 30 | 60\nA | 2 | 4\nB | 28 | 56");
  const empty = { numerator: null, denominator: null, value: null, status: "[x]" } as const;
  const said = figures.map((figure) => ({
    ...figure,
    measure_id: "said",
    ...(figure.school_urn === "A" ? empty : {}),
  }));
  const asked = figures.map((figure) => ({ ...figure, measure_id: "asked" }));
  const shown = disclose([...asked, ...said], { threshold: 5, measures }).figures;
  expect(shown.map(({ status }) => status)).toEqual(["", "[c]", "[c]", "", "[x]", "[c]"]);
});

test("what the release before last still tells stays safe, though the last one hid other figures", () => {
  const measures = [measureOf()];
  const rows = { A: [0, 9], B: [10, 20], C: [10, 25], D: [20, 40] };
  const release = (schools: (keyof typeof rows)[], earlier: Earlier[]) => {
    const own = schools.map((school) => ({ school, numerator: rows[school][0]!, denominator: rows[school][1]! }));
    const sum = (of: "numerator" | "denominator") => own.reduce((total, row) => total + row[of], 0);
    const whole = { school: "", numerator: sum("numerator"), denominator: sum("denominator") };
    const text = [whole, ...own].map((row) => Object.values(row).join(" | ")).join("\n");
    return disclose(figuresOf(`school_urn | numerator | denominator\n${text}`), { threshold: 5, measures, earlier });
  };
  const hidden = ({ audit }: Earlier) => audit.map(({ school_urn }) => school_urn);
  const first = release(["A", "B", "C", "D"], []);
  const second = release(["A", "C", "D"], [first]);
  expect([hidden(first), hidden(second)]).toEqual([
    ["A", "B"],
    ["A", "C"],
  ]);
  // The first one told how many A and B are together: with B in view again, that would be A.
  expect(hidden(release(["A", "B", "C", "D"], [second]))).not.toContain("B");
  expect(hidden(release(["A", "B", "C", "D"], [second, first]))).toEqual(expect.arrayContaining(["A", "B"]));
});
