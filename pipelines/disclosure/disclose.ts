import type { Figure, Release } from "../contract.ts";
import type { CountedFigure } from "../measures/calculate.ts";
import type { Measure } from "../measures/define.ts";
import { type Block, blockOf, type Cell, groupBy } from "./block.ts";
import { hideComplementary } from "./complementary.ts";
import { primaryRule, type SuppressionRule } from "./rules.ts";

/** One hidden figure and why; never a number. */
export interface HiddenFigure
  extends Pick<Figure, "measure_id" | "school_urn" | "time_period" | "breakdown" | "category"> {
  rule: SuppressionRule;
}

/** Figures that may be published, and what was hidden among them. */
export interface Disclosed {
  figures: Figure[];
  /** Every figure that was hidden here with its rule, in the order of the figures. */
  audit: HiddenFigure[];
  /** How many figures each rule hid, as a release says it. */
  suppression: Release["suppression"];
}

/**
 * Hides what could tell on a person: figures of too few, and those from which a hidden one follows by subtraction.
 *
 * Published figures and money pass as they are. A hidden figure keeps its place, with the status `[c]` and no number at all;
 * no other figure is changed.
 *
 * @param threshold - the smallest number of people that may be shown to this audience
 */
export function disclose(
  figures: readonly CountedFigure[],
  { threshold, measures }: { threshold: number; measures: readonly Measure[] },
): Disclosed {
  const hidden = new Map<Figure, SuppressionRule>();
  const measureOf = new Map(measures.map((measure) => [measure.id, measure]));
  const together = groupBy(figures, (figure) => {
    const measure = measureOf.get(figure.measure_id);
    if (!measure) throw new RangeError(`figures of an unknown measure ${figure.measure_id}`);
    return `${measure.definition.base ?? measure.id} ${figure.time_period}`;
  });
  for (const alike of together.values()) {
    const blocks = [...groupBy(alike, ({ measure_id }) => measure_id)].flatMap(([id, own]) => {
      const measure = measureOf.get(id)!;
      const { counts } = measure.definition;
      return counts === "people" || counts === "answers" ? [{ own, block: blockOf(measure, own) }] : [];
    });
    for (const { block } of blocks) hidePrimary(block, threshold);
    do {
      for (const { block } of blocks) hideComplementary(block, threshold);
    } while (hideAlike(blocks.map(({ block }) => block)));
    for (const { block, own } of blocks) for (const [figure, rule] of hiddenOf(block, own)) hidden.set(figure, rule);
  }
  const rules = [...hidden.values()];
  return {
    figures: figures.map((figure) => publishable(figure, hidden.has(figure))),
    audit: figures.flatMap((figure) => {
      const rule = hidden.get(figure);
      return rule ? [{ ...placeOf(figure), rule }] : [];
    }),
    suppression: (["primary", "homogeneity", "complementary"] as const).map((rule) => ({
      rule,
      cells: rules.filter((one) => one === rule).length,
    })),
  };
}

/** Hides in every measure what one of them hides; true when that hid anything more. */
function hideAlike(blocks: readonly Block[]): boolean {
  if (blocks.length < 2) return false;
  const placeKey = ({ figure }: Cell) => JSON.stringify([figure.school_urn, figure.breakdown, figure.category]);
  const hidden = new Set(blocks.flatMap(({ cells }) => cells.filter((cell) => cell.hidden).map(placeKey)));
  const shown = blocks.flatMap(({ cells }) =>
    cells.filter((cell) => !cell.hidden && cell.denominator > 0 && hidden.has(placeKey(cell))),
  );
  for (const cell of shown) cell.hidden = "complementary";
  return shown.length > 0;
}

/** Every figure of a measure that its cells, or the total of its distribution, say is hidden. */
function hiddenOf(block: Block, figures: readonly CountedFigure[]): Map<Figure, SuppressionRule> {
  const hidden = new Map(block.cells.flatMap((cell) => (cell.hidden ? [[cell.figure, cell.hidden] as const] : [])));
  const totals = new Map(
    [...hidden].filter(([figure]) => figure.breakdown === "total").map(([figure, rule]) => [figure.school_urn, rule]),
  );
  for (const figure of figures) {
    const rule = totals.get(figure.school_urn);
    if (rule && block.measure.definition.distributions?.includes(figure.breakdown)) hidden.set(figure, rule);
  }
  return hidden;
}

function hidePrimary(block: Block, threshold: number): void {
  const inScope = new Map(
    block.cells
      .filter(({ figure }) => figure.breakdown === "total")
      .map(({ figure, denominator }) => [figure.school_urn, figure.in_scope ?? denominator]),
  );
  for (const cell of block.cells) {
    const { school_urn, breakdown } = cell.figure;
    const place = {
      isSchool: school_urn !== null,
      isCategory: breakdown !== "total",
      inScope: inScope.get(school_urn) ?? cell.denominator,
    };
    cell.hidden = primaryRule(cell, place, block.measure.definition, threshold);
  }
}

function placeOf({ measure_id, school_urn, time_period, breakdown, category }: Figure): Omit<HiddenFigure, "rule"> {
  return { measure_id, school_urn, time_period, breakdown, category };
}

/** Leaves out what only this stage may know and, of a hidden figure, every number. */
function publishable({ people, in_scope, ...figure }: CountedFigure, isHidden: boolean): Figure {
  if (!isHidden) return figure;
  const nothing = { numerator: null, denominator: null, value: null, lower: null, upper: null, invited: null };
  return { ...figure, ...nothing, status: "[c]" };
}
