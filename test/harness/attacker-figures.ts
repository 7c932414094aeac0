/** Adds invented people up to figures, in the plainest way. */
import type { CountedFigure } from "../../pipelines/measures/calculate.ts";
import type { Measure } from "../../pipelines/measures/define.ts";

/** One person or answer of one measure. */
export interface Row {
  measure: string;
  person: string;
  /** Null: counted for the trust alone. */
  school: string | null;
  year: number;
  numerator: number;
  /** 0 for someone who was asked and did not answer. */
  denominator: number;
  categories: Record<string, string | null>;
}

/** Figures of the trust and of each school, in total and for each category; people of measures of answers are known by name. */
export function addUpRows(measures: readonly Measure[], rows: readonly Row[]): CountedFigure[] {
  return measures.flatMap((measure) => {
    const own = rows.filter((row) => row.measure === measure.id);
    const sums = new Map<string, CountedFigure & { answering: Set<string>; asked: Set<string> }>();
    for (const row of own) {
      for (const [school, breakdown, category] of placesOf(measure, row)) {
        const key = JSON.stringify([school, row.year, breakdown, category]);
        const sum = sums.get(key) ?? newSum(measure, school, row.year, breakdown, category);
        sums.set(key, sum);
        sum.numerator! += row.numerator;
        sum.denominator! += row.denominator;
        sum.asked.add(row.person);
        if (row.denominator > 0) sum.answering.add(row.person);
      }
    }
    const all = [...sums.values()];
    return all.map((sum) => asFigure(measure, sum, all)).sort((one, other) => (orderOf(one) < orderOf(other) ? -1 : 1));
  });
}

type Sum = CountedFigure & { answering: Set<string>; asked: Set<string> };

function placesOf(
  { definition }: Measure,
  { school, denominator, categories }: Row,
): [string | null, string, string][] {
  const { breakdowns, trust_breakdowns = [], distributions = [] } = definition;
  const schools = school === null ? [null] : [null, school];
  return schools.flatMap((place) => [
    [place, "total", "Total"] as [string | null, string, string],
    ...breakdowns.flatMap((breakdown): [string | null, string, string][] => {
      const category = categories[breakdown] ?? null;
      const isHere = place === null || !trust_breakdowns.includes(breakdown);
      const counts = denominator > 0 || !distributions.includes(breakdown);
      return category !== null && isHere && counts ? [[place, breakdown, category]] : [];
    }),
  ]);
}

function newSum(
  { id }: Measure,
  school_urn: string | null,
  time_period: number,
  breakdown: string,
  category: string,
): Sum {
  const place = { measure_id: id, school_urn, time_period, breakdown, category };
  const nothing = { numerator: 0, denominator: 0, value: 0, lower: null, upper: null, invited: null };
  const rest = { status: "" as const, claim_grade: 0, people: null, in_scope: null };
  return { ...place, ...nothing, ...rest, answering: new Set(), asked: new Set() };
}

/** A category of a distribution says how many of all answers chose it. */
function asFigure({ definition }: Measure, sum: Sum, all: readonly Sum[]): CountedFigure {
  const { answering, asked, ...figure } = sum;
  const isChosen = definition.distributions?.includes(figure.breakdown) ?? false;
  const total = all.find(
    (one) =>
      one.breakdown === "total" && one.school_urn === figure.school_urn && one.time_period === figure.time_period,
  )!;
  const numerator = isChosen ? figure.denominator : figure.numerator;
  const denominator = isChosen ? total.denominator : figure.denominator;
  if (denominator === 0) return { ...figure, numerator: null, denominator: null, value: null, status: "[x]" };
  const hasPeople = definition.counts === "answers" && !isChosen;
  const people = hasPeople ? { people: answering.size, in_scope: asked.size } : {};
  return { ...figure, numerator, denominator, value: numerator! / denominator!, ...people };
}

function orderOf({ school_urn, time_period, breakdown, category }: CountedFigure): string {
  return [school_urn ?? "", time_period, breakdown === "total" ? "" : breakdown, category].join("|");
}
