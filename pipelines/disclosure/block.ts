import { groupBy } from "../import/group.ts";
import type { CountedFigure } from "../measures/calculate.ts";
import type { Measure } from "../measures/define.ts";
import type { Count, Protected, SuppressionRule } from "./rules.ts";

/** What measures of the same people say of one place and category, and whether it is hidden. They are shown or hidden together. */
export interface Cell {
  school_urn: string | null;
  breakdown: string;
  category: string;
  /** By measure. */
  counts: Map<Protected, Count>;
  figures: CountedFigure[];
  /** The most people or answers that any of the measures counts here. */
  size: number;
  /** How many figures are hidden with it: one for each measure that counts anybody here, and their distributions. */
  weight: number;
  /** Null while the cell may be shown. */
  hidden: SuppressionRule | null;
  /** Hidden because too few people stand behind it. */
  isOfFew: boolean;
  /** If it is hidden, it is for the share alone: readers know how many people it counts. */
  hasKnownPeople: boolean;
  /** Already known to readers, whatever is done: it can no longer be hidden. */
  isKnown: boolean;
  /** Stays hidden even where nothing follows from it: it is hidden from readers who see more than these, or in other measures. */
  staysHidden: boolean;
}

/** A whole and the parts that add up to it, as readers can see: schools to the trust, categories to the total. */
export interface Relation {
  whole: Cell;
  parts: Cell[];
  /** By measure, those in the whole and in none of the parts, such as the people of restricted activities: the difference, if all is shown. */
  remainders: Map<Protected, Count>;
}

/** What a block's cells are looked at for: how many people there are, how many of them did and did not, or all of it at once. */
export type Aspect = "people" | "shares" | "all";

/** The figures of one year of all measures that count the same people, and every way in which they add up. */
export interface Block {
  aspect: Aspect;
  cells: Cell[];
  relations: Relation[];
  /** The relations that each cell is in. */
  relationsOf: Map<Cell, Relation[]>;
}

/** Someone whose people another base counts too: the teachers among the staff, and all others. */
export interface Subgroup {
  base: string;
  breakdown: string;
  /** Whether the people of this category of the other base's breakdown are among them. */
  has(category: string): boolean;
}

/** How many people stand behind a cell, by any measure: what readers can carry over from one measure to another. */
export const headcount: Protected = {
  id: "headcount",
  definition: { counts: "answers", is_sensitive: false, unit: "mean" },
};

/**
 * Sorts the figures of one year into cells and relations.
 *
 * A figure without answers counts nobody: it is a zero that everybody knows. Distributions are left out: they are shown and
 * hidden together with the total of the same place.
 *
 * @param subgroups - for measures with these bases: where their people are among those of the others
 */
export function blockOf(
  measures: readonly Measure[],
  figures: readonly CountedFigure[],
  aspect: Aspect,
  subgroups: readonly Subgroup[] = [],
): Block {
  const byId = new Map(measures.map((measure) => [measure.id, measure]));
  const cells = new Map<string, Cell>();
  for (const figure of figures) {
    const measure = byId.get(figure.measure_id)!;
    const { distributions = [], base } = measure.definition;
    const { school_urn } = figure;
    const isOfSome = subgroups.some((subgroup) => subgroup.base === base);
    // A distribution is hidden with the total of its place.
    const isDistribution = distributions.includes(figure.breakdown);
    const breakdown = `${isOfSome ? `${base} ` : ""}${isDistribution ? "total" : figure.breakdown}`;
    const category = isDistribution ? "Total" : figure.category;
    const key = JSON.stringify([school_urn, breakdown, category]);
    const cell = cells.get(key) ?? newCell(school_urn, breakdown, category);
    cells.set(key, cell);
    if ((figure.denominator ?? 0) > 0) cell.weight += 1;
    if (isDistribution) continue;
    const { numerator, denominator, people } = figure;
    cell.counts.set(measure, { numerator: numerator ?? 0, denominator: denominator ?? 0, people });
    cell.figures.push(figure);
    cell.size = Math.max(cell.size, denominator ?? 0);
  }
  const all = [...cells.values()];
  if (byId.size > 1) {
    for (const cell of all) cell.counts.set(headcount, { numerator: 0, denominator: cell.size, people: null });
  }
  return withRelations(aspect, all, relationsAmong(all, subgroups));
}

/** A block of these cells, with its relations findable from each of them. */
export function withRelations(aspect: Aspect, cells: Cell[], relations: Relation[]): Block {
  const relationsOf = new Map<Cell, Relation[]>(cells.map((cell) => [cell, []]));
  for (const relation of relations) {
    for (const cell of [relation.whole, ...relation.parts]) relationsOf.get(cell)?.push(relation);
  }
  return { aspect, cells, relations, relationsOf };
}

/** A cell that counts nobody yet. */
export function newCell(school_urn: string | null, breakdown: string, category: string): Cell {
  const nothing = { counts: new Map(), figures: [], size: 0, weight: 0, hidden: null };
  const not = { isOfFew: false, hasKnownPeople: false, isKnown: false, staysHidden: false };
  return { school_urn, breakdown, category, ...nothing, ...not };
}

function relationsAmong(cells: readonly Cell[], subgroups: readonly Subgroup[]): Relation[] {
  const relations: Relation[] = [];
  const add = (whole: Cell | undefined, parts: Cell[]) => {
    if (whole && parts.length > 0) relations.push(relationOf(whole, parts));
  };
  for (const place of groupBy(cells, ({ school_urn }) => school_urn ?? "").values()) {
    for (const [breakdown, parts] of groupBy(place, (cell) => cell.breakdown)) {
      if (breakdown.endsWith("total")) continue;
      const own = subgroups.find(({ base }) => breakdown.startsWith(`${base} `));
      add(
        place.find((cell) => cell.breakdown === (own ? `${own.base} total` : "total")),
        parts,
      );
    }
    for (const { base, breakdown, has } of subgroups) {
      add(
        place.find((cell) => cell.breakdown === `${base} total`),
        place.filter((cell) => cell.breakdown === breakdown && has(cell.category)),
      );
    }
  }
  for (const column of groupBy(cells, ({ breakdown, category }) => JSON.stringify([breakdown, category])).values()) {
    add(
      column.find(({ school_urn }) => school_urn === null),
      column.filter(({ school_urn }) => school_urn !== null),
    );
  }
  return relations;
}

/** A whole with its parts, for every measure that counts it and some of them. */
export function relationOf(whole: Cell, parts: Cell[]): Relation {
  const remainders = new Map<Protected, Count>();
  for (const [measure, count] of whole.counts) {
    const counted = parts.flatMap((part) => part.counts.get(measure) ?? []);
    if (counted.length === 0) continue;
    const sum = sumOf(counted);
    remainders.set(measure, {
      numerator: count.numerator - sum.numerator,
      denominator: count.denominator - sum.denominator,
      people: null,
    });
  }
  return { whole, parts, remainders };
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
