/** What a reader knows of the numbers behind figures: which of them add up, and to what. */
import type { Figure } from "../../pipelines/contract.ts";
import type { CountedFigure } from "../../pipelines/measures/calculate.ts";
import type { Measure } from "../../pipelines/measures/define.ts";

/** A place and category of one measure and year. */
export type Place = Pick<Figure, "measure_id" | "school_urn" | "time_period" | "breakdown" | "category">;

/** A whole and the parts that readers see of it. */
export interface Sum {
  whole: Figure;
  parts: Figure[];
}

/** How parts make a whole: all of it, some of it, or not at all. */
export type Making = "all" | "some" | "none";

/** What tells a figure from all others. */
export const keyOf = ({ measure_id, school_urn, time_period, breakdown, category }: Place): string =>
  [measure_id, school_urn ?? "", time_period, breakdown, category].join("|");

/** The same place and category in any measure. */
export const cellOf = ({ school_urn, breakdown, category }: Place): string =>
  [school_urn ?? "", breakdown, category].join("|");

/** The sums of one measure and year, distributions left out: categories to the total, schools to the trust. */
export function sumsAmong(figures: readonly Figure[]): Sum[] {
  const groups = new Map<string, Sum>();
  const wholes = new Map(figures.map((figure) => [cellOf(figure), figure]));
  for (const figure of figures) {
    const { school_urn, breakdown } = figure;
    const total = wholes.get(cellOf({ ...figure, breakdown: "total", category: "Total" }));
    const trust = wholes.get(cellOf({ ...figure, school_urn: null }));
    const into = (name: string, whole: Figure | undefined) => {
      if (!whole) return;
      const sum = groups.get(name) ?? { whole, parts: [] };
      sum.parts.push(figure);
      groups.set(name, sum);
    };
    if (breakdown !== "total") into(`${school_urn ?? ""} ${breakdown}`, total);
    if (school_urn !== null) into(cellOf({ ...figure, school_urn: null }), trust);
  }
  return [...groups.values()];
}

/**
 * The truth, which tells what a reader may take for granted because it is so: which sums hold, and which measures count the same people.
 * It says nothing of a hidden number itself.
 */
export interface Truth {
  /** The figure as it was counted; a figure that was not counts nobody. */
  of(place: Place): { numerator: number; denominator: number; people: number | null };
  /** How many people the total of the same place is about, asked or counted. */
  inScope(place: Place): number;
  /** Whether everybody in the whole is in one of the parts; where `isShare`, those who did too. */
  making(sum: Sum, isShare: boolean): Making;
  /** Whether two measures count the same people, wherever both count any, in this year. */
  isAlike(one: string, other: string, year: number): boolean;
  /** All places of a measure and year. */
  figures(measure: string, year: number): readonly CountedFigure[];
}

/** The truth about these figures. */
export function truthOf(counted: readonly CountedFigure[]): Truth {
  const byKey = new Map(counted.map((figure) => [keyOf(figure), figure]));
  const ofMeasure = new Map<string, CountedFigure[]>();
  for (const figure of counted) {
    const name = `${figure.measure_id} ${figure.time_period}`;
    ofMeasure.set(name, [...(ofMeasure.get(name) ?? []), figure]);
  }
  const figures = (measure: string, year: number) => ofMeasure.get(`${measure} ${year}`) ?? [];
  const of = (place: Place) => {
    const found = byKey.get(keyOf(place));
    return {
      numerator: found?.numerator ?? 0,
      denominator: found?.denominator ?? 0,
      people: found?.people ?? null,
    };
  };
  return {
    of,
    figures,
    inScope(place) {
      const total = byKey.get(keyOf({ ...place, breakdown: "total", category: "Total" }));
      return total?.in_scope ?? total?.denominator ?? 0;
    },
    making({ whole, parts }, isShare) {
      const rest = { ...of(whole) };
      for (const part of parts) {
        const { numerator, denominator } = of(part);
        rest.numerator -= numerator;
        rest.denominator -= denominator;
      }
      if (!isShare) rest.numerator = 0;
      if (Math.abs(rest.numerator) < 1e-9 && Math.abs(rest.denominator) < 1e-9) return "all";
      return rest.numerator >= 0 && rest.denominator >= rest.numerator ? "some" : "none";
    },
    isAlike(one, other, year) {
      const [own, others] = [figures(one, year), figures(other, year)];
      const seen = new Map(others.map((figure) => [cellOf(figure), figure.denominator ?? 0]));
      const both = own.filter((figure) => seen.has(cellOf(figure)));
      return both.length > 0 && both.every((figure) => (figure.denominator ?? 0) === seen.get(cellOf(figure)));
    },
  };
}

/** The family whose figures can be put side by side: teachers and support staff are among the staff. */
export function familyOf({ id, definition: { base } }: Pick<Measure, "id" | "definition">): string {
  return base?.endsWith("_in_post") ? "staff_in_post" : (base ?? id);
}
