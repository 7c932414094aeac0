import type { CountedFigure } from "../measures/calculate.ts";
import type { Measure } from "../measures/define.ts";
import type { Count, SuppressionRule } from "./rules.ts";

/** One figure of a block, and whether it is hidden. */
export interface Cell extends Count {
  figure: CountedFigure;
  /** Null while the cell may be shown. */
  hidden: SuppressionRule | null;
}

/** A whole and the parts that add up to it, as readers can see: schools to the trust, categories to the total. */
export interface Relation {
  whole: Cell;
  parts: Cell[];
  /** Those in the whole and in none of the parts, such as the people of restricted activities: the difference, if all is shown. */
  remainder: Count;
}

/** The figures of one measure and year, and every way in which they add up. */
export interface Block {
  measure: Measure;
  cells: Cell[];
  relations: Relation[];
  /** The relations that each cell is in. */
  relationsOf: Map<Cell, Relation[]>;
}

/**
 * Sorts the figures of one measure and year into cells and relations.
 *
 * A figure without answers counts nobody: it is a zero that everybody knows. Distributions are left out: they are shown and
 * hidden together with the total of the same place.
 */
export function blockOf(measure: Measure, figures: readonly CountedFigure[]): Block {
  const { breakdowns, distributions = [] } = measure.definition;
  const cells = figures
    .filter((figure) => !distributions.includes(figure.breakdown))
    .map((figure) => ({
      figure,
      numerator: figure.numerator ?? 0,
      denominator: figure.denominator ?? 0,
      people: figure.people,
      hidden: null,
    }));
  const byPlace = groupBy(cells, ({ figure }) => figure.school_urn ?? "");
  const relations: Relation[] = [];
  const add = (whole: Cell | undefined, parts: Cell[]) => {
    if (!whole || parts.length === 0) return;
    const sum = sumOf(parts);
    const remainder = {
      numerator: whole.numerator - sum.numerator,
      denominator: whole.denominator - sum.denominator,
      people: null,
    };
    relations.push({ whole, parts, remainder });
  };
  for (const place of byPlace.values()) {
    const total = place.find(({ figure }) => figure.breakdown === "total");
    for (const breakdown of breakdowns) {
      add(
        total,
        place.filter(({ figure }) => figure.breakdown === breakdown),
      );
    }
  }
  for (const column of groupBy(cells, columnOf).values()) {
    add(
      column.find(({ figure }) => figure.school_urn === null),
      column.filter(({ figure }) => figure.school_urn !== null),
    );
  }
  const relationsOf = new Map<Cell, Relation[]>(cells.map((cell) => [cell, []]));
  for (const relation of relations) {
    for (const cell of [relation.whole, ...relation.parts]) relationsOf.get(cell)!.push(relation);
  }
  return { measure, cells, relations, relationsOf };
}

/** Several counts taken together; someone who answered in two schools counts in both. */
export function sumOf(counts: readonly Count[]): Count {
  const sum = (of: (count: Count) => number) => counts.reduce((total, count) => total + of(count), 0);
  const isKnown = counts.length > 0 && counts.every(({ people }) => people !== null);
  return {
    numerator: sum(({ numerator }) => numerator),
    denominator: sum(({ denominator }) => denominator),
    people: isKnown ? sum(({ people }) => people!) : null,
  };
}

/** What a school's cell and the trust's have in common. */
function columnOf({ figure }: Cell): string {
  return JSON.stringify([figure.breakdown, figure.category]);
}

/** The items that share a key, in the order in which they came. */
export function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
