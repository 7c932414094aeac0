import type { Figure, Release } from "../contract.ts";
import type { CountedFigure } from "../measures/calculate.ts";
import type { Measure } from "../measures/define.ts";
import { type Block, blockOf, groupBy } from "./block.ts";
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
  const blocks = groupBy(figures, (figure) => `${figure.measure_id} ${figure.time_period}`);
  for (const together of blocks.values()) {
    const measure = measureOf.get(together[0]!.measure_id);
    if (!measure) throw new RangeError(`figures of an unknown measure ${together[0]!.measure_id}`);
    if (measure.definition.counts !== "people" && measure.definition.counts !== "answers") continue;
    for (const [figure, rule] of hiddenOf(measure, together, threshold)) hidden.set(figure, rule);
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

function hiddenOf(
  measure: Measure,
  figures: readonly CountedFigure[],
  threshold: number,
): Map<Figure, SuppressionRule> {
  const block = blockOf(measure, figures);
  hidePrimary(block, threshold);
  hideComplementary(block, threshold);
  const hidden = new Map(block.cells.flatMap((cell) => (cell.hidden ? [[cell.figure, cell.hidden] as const] : [])));
  const totals = new Map(
    [...hidden].filter(([figure]) => figure.breakdown === "total").map(([figure, rule]) => [figure.school_urn, rule]),
  );
  for (const figure of figures) {
    const rule = totals.get(figure.school_urn);
    if (rule && measure.definition.distributions?.includes(figure.breakdown)) hidden.set(figure, rule);
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
