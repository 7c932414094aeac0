import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import type { Figure } from "../contract.ts";
import { groupBy } from "../import/group.ts";
import type { CountedFigure } from "../measures/calculate.ts";
import type { Measure } from "../measures/define.ts";
import type { Subgroup } from "./block.ts";
import { type FigurePlace, type Hidden, type HiddenFigure, keyOf, placeOf } from "./figure-place.ts";
import { type Earlier, type Hiding, hiddenAmong } from "./stages.ts";

/** The text of the rules themselves: when they change, everything is decided anew. */
const ownRules = readdirSync(new URL(".", import.meta.url))
  .sort()
  .map((file) => readFileSync(new URL(file, import.meta.url), "utf8"))
  .join("");

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
  /** What these readers could read until now, and what was hidden from them; the newest release first. */
  earlier?: readonly Earlier[];
  /** What is hidden from readers who may see more than these. */
  hiddenAlready?: readonly HiddenFigure[];
  /** What was decided of the same figures before, and where to note what is decided now. Left out, everything is decided anew. */
  remembered?: Decisions;
}

/** Which of a block's figures are hidden, by their place in it. */
export type Decision = Readonly<Record<number, Hidden>>;

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
  const isOfStaff = (base: string | undefined) =>
    base === "staff_in_post" || subgroups.some((subgroup) => subgroup.base === base);
  /** Which figures are decided together, by measure and year; empty for those that are never hidden. */
  const familyOf = ({ measure_id, time_period }: FigurePlace) => {
    const { base, counts } = measureOf.get(measure_id)?.definition ?? {};
    if (counts !== "people" && counts !== "answers") return "";
    return `${isOfStaff(base) ? "staff_in_post" : (base ?? measure_id)} ${time_period}`;
  };
  const known = earlier.map((release) => ({
    figures: groupBy(release.figures, familyOf),
    audit: groupBy(release.audit, familyOf),
  }));
  const hiddenFromMore = groupBy(hiddenAlready, familyOf);
  const hidden = new Map<Figure, Hidden>();
  const unknown = figures.find(({ measure_id }) => !measureOf.has(measure_id));
  if (unknown) throw new RangeError(`figures of an unknown measure ${unknown.measure_id}`);
  for (const [name, alike] of groupBy(figures, familyOf)) {
    if (name === "") continue;
    const own = [...new Set(alike.map(({ measure_id }) => measureOf.get(measure_id)!))];
    const areApart = own.some(({ definition: { base } }) => isOfStaff(base));
    const seen = distinct(
      known.map((release) => ({
        figures: release.figures.get(name) ?? [],
        audit: release.audit.get(name) ?? [],
      })),
    );
    const hiding: Hiding = {
      threshold,
      subgroups: areApart ? subgroups : [],
      areApart,
      earlier: seen,
      hiddenAlready: hiddenFromMore.get(name) ?? [],
    };
    const fingerprint = fingerprintOf(own, alike, hiding, teacherGroups);
    const decided = remembered?.before.get(fingerprint);
    if (decided) {
      remembered!.now.set(fingerprint, decided);
      for (const [index, figure] of alike.entries()) if (decided[index]) hidden.set(figure, decided[index]);
      continue;
    }
    const found = withDistributions(hiddenAmong(own, alike, hiding), alike, measureOf);
    for (const [figure, why] of found) hidden.set(figure, why);
    const entries = alike.flatMap((figure, index) => (found.has(figure) ? [[index, found.get(figure)!]] : []));
    remembered?.now.set(fingerprint, Object.fromEntries(entries));
  }
  const all = withUnchosen(figures, hidden, measureOf);
  return {
    figures: all.map((figure) => publishable(figure, hidden.has(figure))),
    audit: all.flatMap((figure) => {
      const why = hidden.get(figure);
      return why ? [{ ...placeOf(figure), ...why }] : [];
    }),
  };
}

/** Without those that hid nothing, or the same as a newer one: they tell nothing more. */
function distinct(releases: readonly Earlier[]): Earlier[] {
  const seen = new Set<string>([""]);
  return releases.filter(({ audit }) => {
    const hidden = audit.map((figure) => `${keyOf(figure)} ${figure.hides}`).join();
    return !seen.has(hidden) && seen.add(hidden);
  });
}

/** A fingerprint of everything that decides what is hidden of these figures, this program's own rules included. */
function fingerprintOf(
  own: readonly Measure[],
  alike: readonly CountedFigure[],
  { threshold, earlier, hiddenAlready }: Hiding,
  teacherGroups: readonly string[],
): string {
  const text = JSON.stringify([
    threshold,
    teacherGroups,
    own.map(({ id, definition: { counts, is_sensitive, unit, base, hidden_with, distributions } }) => [
      id,
      counts,
      is_sensitive,
      unit,
      base,
      hidden_with,
      distributions,
    ]),
    alike.map((figure) => {
      const { numerator, denominator, people, in_scope } = figure;
      return [keyOf(figure), numerator, denominator, people, in_scope];
    }),
    hiddenAlready.map((figure) => [keyOf(figure), figure.hides]),
    earlier.map(({ figures, audit }) => [
      figures.map((figure) => [keyOf(figure), figure.denominator, figure.status]),
      audit.map((figure) => [keyOf(figure), figure.hides]),
    ]),
  ]);
  return createHash("sha256").update(ownRules).update(text).digest("hex");
}

/** What is hidden, and of every hidden total the distributions. */
function withDistributions(
  hidden: Map<CountedFigure, Hidden>,
  figures: readonly CountedFigure[],
  measureOf: ReadonlyMap<string, Measure>,
): Map<CountedFigure, Hidden> {
  const totals = new Map(
    [...hidden]
      .filter(([{ breakdown }]) => breakdown === "total")
      .map(([{ measure_id, school_urn }, why]) => [JSON.stringify([measure_id, school_urn]), why]),
  );
  for (const figure of figures) {
    const why = totals.get(JSON.stringify([figure.measure_id, figure.school_urn]));
    const { distributions = [] } = measureOf.get(figure.measure_id)!.definition;
    if (why && distributions.includes(figure.breakdown)) hidden.set(figure, why);
  }
  return hidden;
}

/**
 * Adds to every hidden distribution the categories that nobody chose there and somebody did elsewhere or in another year, hidden
 * like the others: which of them are there would tell what was chosen.
 */
function withUnchosen(
  figures: readonly CountedFigure[],
  hidden: Map<Figure, Hidden>,
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
    const why = isChosen(figure) ? hidden.get(figure) : undefined;
    if (why === undefined) return [figure];
    const own = places.get(placeNameOf(figure))!;
    if (own[0] !== figure) return [];
    const names = new Set(categories.get(questionOf(figure))!.map(({ category }) => category));
    return [...names].sort().map((category) => {
      const one = own.find((chosen) => chosen.category === category) ?? { ...figure, category };
      hidden.set(one, why);
      return one;
    });
  });
}

/** Leaves out what only this stage may know and, of a hidden figure, every number. */
function publishable({ people, in_scope, ...figure }: CountedFigure, isHidden: boolean): Figure {
  if (!isHidden) return figure;
  const nothing = { numerator: null, denominator: null, value: null, lower: null, upper: null, invited: null };
  return { ...figure, ...nothing, status: "[c]" };
}
