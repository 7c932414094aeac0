import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import type { Figure } from "../contract.ts";
import { groupBy } from "../import/group.ts";
import type { CountedFigure } from "../measures/calculate.ts";
import type { Measure } from "../measures/define.ts";
import { type Block, blockOf, type Subgroup } from "./block.ts";
import { hideComplementary } from "./complementary.ts";
import { addKnownSums } from "./earlier.ts";
import { type FigurePlace, keyOf, placeOf } from "./figure-place.ts";
import { primaryRule, type SuppressionRule } from "./rules.ts";

/** The text of the rules themselves: when they change, everything is decided anew. */
const ownRules = readdirSync(new URL(".", import.meta.url))
  .sort()
  .map((file) => readFileSync(new URL(file, import.meta.url), "utf8"))
  .join("");

/** One hidden figure and why; never a number. */
export interface HiddenFigure extends FigurePlace {
  rule: SuppressionRule;
}

/** Figures that may be published, and what was hidden among them. */
export interface Disclosed {
  figures: Figure[];
  /** Every figure that was hidden here with its rule, in the order of the figures. */
  audit: HiddenFigure[];
}

/** For whom figures are made ready, and what those readers know already. */
export interface Readers {
  measures: readonly Measure[];
  /** The smallest number of people that may be shown to them. */
  threshold: number;
  /** The staff groups that are teachers, whom some measures count alone. */
  teacherGroups?: readonly string[];
  /** What these readers could read until now. */
  earlier?: readonly Figure[];
  /** What is hidden from readers who may see more than these. */
  hiddenAlready?: readonly FigurePlace[];
  /** What was decided of the same figures before, and where to note what is decided now. Left out, everything is decided anew. */
  remembered?: Decisions;
}

/** Which of a block's figures are hidden, by their place in it. */
export type Decision = Readonly<Record<number, SuppressionRule>>;

/** Decisions by a fingerprint of everything that they depend on: those of before, and those that hold now. */
export interface Decisions {
  before: ReadonlyMap<string, Decision>;
  now: Map<string, Decision>;
}

/**
 * Hides what could tell on a person: figures of too few, and those from which a hidden one follows.
 *
 * Published figures, money and records pass as they are. A hidden figure keeps its place, with the status `[c]` and no number at all;
 * no other figure is changed.
 */
export function disclose(figures: readonly CountedFigure[], readers: Readers): Disclosed {
  const { measures, threshold, teacherGroups = [], earlier = [], hiddenAlready = [], remembered } = readers;
  const measureOf = new Map(measures.map((measure) => [measure.id, measure]));
  const isTeacher = (group: string) => teacherGroups.includes(group);
  const subgroups: Subgroup[] = [
    { base: "teachers_in_post", breakdown: "staff_group", has: isTeacher },
    { base: "support_staff_in_post", breakdown: "staff_group", has: (group) => !isTeacher(group) },
  ];
  const isOfStaff = (base: string | undefined) => subgroups.some((subgroup) => subgroup.base === base);
  const before = new Set(hiddenAlready.map(keyOf));
  const known = groupBy(earlier, ({ time_period }) => String(time_period));
  const hidden = new Map<Figure, SuppressionRule>();
  const together = groupBy(figures, (figure) => {
    const measure = measureOf.get(figure.measure_id);
    if (!measure) throw new RangeError(`figures of an unknown measure ${figure.measure_id}`);
    const { base, counts } = measure.definition;
    if (counts !== "people" && counts !== "answers") return "";
    return `${isOfStaff(base) ? "staff_in_post" : (base ?? measure.id)} ${figure.time_period}`;
  });
  for (const [name, alike] of together) {
    if (name === "") continue;
    const own = [...new Set(alike.map(({ measure_id }) => measureOf.get(measure_id)!))];
    const ids = new Set(own.map(({ id }) => id));
    const seen = (known.get(String(alike[0]!.time_period)) ?? []).filter(({ measure_id }) => ids.has(measure_id));
    const fingerprint = fingerprintOf({ threshold, teacherGroups, own, alike, seen, before });
    const decided = remembered?.before.get(fingerprint);
    if (decided) {
      remembered!.now.set(fingerprint, decided);
      for (const [index, figure] of alike.entries()) if (decided[index]) hidden.set(figure, decided[index]);
      continue;
    }
    const block = blockOf(own, alike, own.some(({ definition: { base } }) => isOfStaff(base)) ? subgroups : []);
    hidePrimary(block, threshold, before);
    addKnownSums(block, seen, threshold);
    startFrom(block, seen);
    hideComplementary(block, threshold);
    const found = hiddenOf(block, alike, measureOf);
    for (const [figure, rule] of found) hidden.set(figure, rule);
    remembered?.now.set(
      fingerprint,
      Object.fromEntries(
        alike.flatMap((figure, index) => {
          const rule = found.get(figure);
          return rule ? [[index, rule]] : [];
        }),
      ),
    );
  }
  const all = withUnchosen(figures, hidden, measureOf);
  return {
    figures: all.map((figure) => publishable(figure, hidden.has(figure))),
    audit: all.flatMap((figure) => {
      const rule = hidden.get(figure);
      return rule ? [{ ...placeOf(figure), rule }] : [];
    }),
  };
}

/** A fingerprint of everything that decides what is hidden of these figures, this program's own rules included. */
function fingerprintOf(of: {
  threshold: number;
  teacherGroups: readonly string[];
  own: readonly Measure[];
  alike: readonly CountedFigure[];
  seen: readonly Figure[];
  before: ReadonlySet<string>;
}): string {
  const text = JSON.stringify([
    of.threshold,
    of.teacherGroups,
    of.own.map(({ id, definition: { counts, is_sensitive, unit, base, distributions } }) => [
      id,
      counts,
      is_sensitive,
      unit,
      base,
      distributions,
    ]),
    of.alike.map((figure) => {
      const { numerator, denominator, people, in_scope } = figure;
      return [keyOf(figure), numerator, denominator, people, in_scope, of.before.has(keyOf(figure))];
    }),
    of.seen.map((figure) => [keyOf(figure), figure.denominator, figure.status]),
  ]);
  return createHash("sha256").update(ownRules).update(text).digest("hex");
}

/** Every figure that its cell, or the total of its distribution, says is hidden. */
function hiddenOf(
  block: Block,
  figures: readonly CountedFigure[],
  measureOf: ReadonlyMap<string, Measure>,
): Map<Figure, SuppressionRule> {
  const hidden = new Map<Figure, SuppressionRule>();
  for (const cell of block.cells) if (cell.hidden) for (const figure of cell.figures) hidden.set(figure, cell.hidden);
  const totals = new Map(
    [...hidden]
      .filter(([{ breakdown }]) => breakdown === "total")
      .map(([{ measure_id, school_urn }, rule]) => [JSON.stringify([measure_id, school_urn]), rule]),
  );
  for (const figure of figures) {
    const rule = totals.get(JSON.stringify([figure.measure_id, figure.school_urn]));
    const { distributions = [] } = measureOf.get(figure.measure_id)!.definition;
    if (rule && distributions.includes(figure.breakdown)) hidden.set(figure, rule);
  }
  return hidden;
}

/**
 * Adds to every hidden distribution the categories that nobody chose there and somebody did elsewhere or in another year, hidden
 * like the others: which of them are there would tell what was chosen.
 */
function withUnchosen(
  figures: readonly CountedFigure[],
  hidden: Map<Figure, SuppressionRule>,
  measureOf: ReadonlyMap<string, Measure>,
): CountedFigure[] {
  const isChosen = ({ measure_id, breakdown }: Figure) =>
    measureOf.get(measure_id)!.definition.distributions?.includes(breakdown) ?? false;
  const questionOf = ({ measure_id, breakdown }: Figure) => `${measure_id} ${breakdown}`;
  const placeNameOf = (figure: Figure) => `${questionOf(figure)} ${figure.time_period} ${figure.school_urn}`;
  const distributions = figures.filter(isChosen);
  const categories = groupBy(distributions, questionOf);
  const places = groupBy(distributions, placeNameOf);
  return figures.flatMap((figure) => {
    const rule = isChosen(figure) ? hidden.get(figure) : undefined;
    if (rule === undefined) return [figure];
    const own = places.get(placeNameOf(figure))!;
    if (own[0] !== figure) return [];
    const names = new Set(categories.get(questionOf(figure))!.map(({ category }) => category));
    return [...names].sort().map((category) => {
      const one = own.find((chosen) => chosen.category === category) ?? { ...figure, category };
      hidden.set(one, rule);
      return one;
    });
  });
}

function hidePrimary(block: Block, threshold: number, before: ReadonlySet<string>): void {
  const totalOf = ({ measure_id, school_urn }: Figure) => JSON.stringify([measure_id, school_urn]);
  const totals = new Map(
    block.cells
      .flatMap(({ figures }) => figures)
      .filter(({ breakdown }) => breakdown === "total")
      .map((figure) => [totalOf(figure), figure]),
  );
  for (const cell of block.cells) {
    for (const figure of cell.figures) {
      const measure = [...cell.counts.keys()].find(({ id }) => id === figure.measure_id)!;
      const total = totals.get(totalOf(figure));
      const place = {
        isSchool: cell.school_urn !== null,
        isCategory: figure.breakdown !== "total",
        inScope: total?.in_scope ?? total?.denominator ?? cell.size,
      };
      cell.hidden ??= primaryRule(cell.counts.get(measure)!, place, measure, threshold);
    }
  }
  for (const cell of block.cells) {
    cell.isHiddenFromMore = cell.figures.some((figure) => before.has(keyOf(figure)));
    if (cell.isHiddenFromMore) cell.hidden ??= "complementary";
  }
}

/** What was hidden until now is hidden first: so the same figures hide the same, and others change as little as they can. */
function startFrom(block: Block, earlier: readonly Figure[]): void {
  const hidden = new Set(earlier.filter(({ status }) => status === "[c]").map(keyOf));
  for (const cell of block.cells) {
    if (cell.figures.some((figure) => hidden.has(keyOf(figure)))) cell.hidden ??= "complementary";
  }
}

/** Leaves out what only this stage may know and, of a hidden figure, every number. */
function publishable({ people, in_scope, ...figure }: CountedFigure, isHidden: boolean): Figure {
  if (!isHidden) return figure;
  const nothing = { numerator: null, denominator: null, value: null, lower: null, upper: null, invited: null };
  return { ...figure, ...nothing, status: "[c]" };
}
