import type { Figure } from "../contract.ts";
import type { CountedFigure } from "../measures/calculate.ts";
import type { Measure } from "../measures/define.ts";
import { type Block, blockOf, type Cell, type Subgroup } from "./block.ts";
import { hideComplementary } from "./complementary.ts";
import { addKnownSums } from "./earlier.ts";
import { type Hidden, type HiddenFigure, keyOf } from "./figure-place.ts";
import { isShare, tellingShare, tooFewHere } from "./rules.ts";

/** What decides which figures are hidden, besides the figures themselves. */
export interface Hiding {
  /** The smallest number of people that may be shown. */
  threshold: number;
  /** Where some measures count people whom others count too. */
  subgroups: readonly Subgroup[];
  /** Whether what one measure says of people never follows from what the others say of them. */
  areApart: boolean;
  /** What these readers could read of these figures until now, and what was hidden from them; the newest first. */
  earlier: readonly Earlier[];
  /** What is hidden from readers who may see more than these. */
  hiddenAlready: readonly HiddenFigure[];
}

/** Figures of an earlier release, and which of them were hidden. */
export interface Earlier {
  figures: readonly Figure[];
  audit: readonly HiddenFigure[];
}

/**
 * Which of one year's figures of measures of the same people are hidden, and why.
 *
 * Measures that say the same people's answers in other ways are shown and hidden together, cell by cell. Where each says something of its own, two
 * stages hide less. First the number of people: a cell of too few, and what must be hidden beside it, is hidden in all measures, as any one of
 * them would give the number away. Then what each measure says of them: a share that tells on people is hidden in that measure alone, with
 * what must be hidden beside it there; how many people it is a share of is taken for known, as the other measures show it.
 *
 * A figure that counts nobody is not hidden: that it is empty is taken for known throughout.
 */
export function hiddenAmong(
  measures: readonly Measure[],
  figures: readonly CountedFigure[],
  hiding: Hiding,
): Map<CountedFigure, Hidden> {
  const hidden = new Map<CountedFigure, Hidden>();
  for (const block of stagesOf(measures, figures, hiding)) {
    hideComplementary(block, hiding.threshold);
    for (const { hidden: rule, hasKnownPeople, figures: own } of block.cells) {
      if (rule === null) continue;
      const hides = hasKnownPeople ? "share" : "people";
      for (const figure of own) if ((figure.denominator ?? 0) > 0) hidden.set(figure, { rule, hides });
    }
  }
  hideWithOthers(measures, figures, hidden);
  return hidden;
}

/** Hides, of measures that would give another's hidden figures away, the figures of the same places. */
function hideWithOthers(
  measures: readonly Measure[],
  figures: readonly CountedFigure[],
  hidden: Map<CountedFigure, Hidden>,
): void {
  const others = new Map(measures.map(({ id, definition }) => [id, definition.hidden_with]));
  const hiddenAt = new Map([...hidden].map(([figure, why]) => [keyOf(figure), why]));
  for (const figure of figures) {
    const other = others.get(figure.measure_id);
    const why = other && hiddenAt.get(keyOf({ ...figure, measure_id: other }));
    if (why && !hidden.has(figure)) hidden.set(figure, why);
  }
}

/**
 * The blocks in which something is to be hidden, one after the other: each with what must be hidden for its own sake, ready for what
 * must be hidden beside it. A later block takes over what was hidden in the first one until it is asked for.
 */
export function* stagesOf(
  measures: readonly Measure[],
  figures: readonly CountedFigure[],
  hiding: Hiding,
): Generator<Block> {
  const isApart = hiding.areApart && measures.length > 1;
  const all = blockOf(measures, figures, isApart ? "people" : "all", hiding.subgroups);
  hideTooFew(all, hiding.threshold);
  if (!isApart) hideTelling(all, hiding.threshold);
  yield startingFrom(all, hiding);
  if (!isApart) return;
  const cells = new Map(all.cells.flatMap((cell) => cell.figures.map((figure) => [figure, cell])));
  for (const measure of measures.filter(({ definition }) => isShare(definition))) {
    const own = blockOf(
      [measure],
      figures.filter(({ measure_id }) => measure_id === measure.id),
      "shares",
    );
    for (const cell of own.cells) takeOver(cell, cells.get(cell.figures[0]!)!);
    hideTelling(own, hiding.threshold);
    yield startingFrom(own, hiding);
  }
}

/** What is hidden for its number of people stays hidden; of all others that number is known. */
function takeOver(cell: Cell, { hidden, isOfFew }: Cell): void {
  cell.hasKnownPeople = hidden === null;
  if (cell.size > 0) Object.assign(cell, { hidden, isOfFew, staysHidden: hidden !== null });
}

function hideTooFew(block: Block, threshold: number): void {
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
      cell.hidden ??= tooFewHere(cell.counts.get(measure)!, place, measure, threshold);
    }
    cell.isOfFew = cell.hidden !== null;
  }
}

function hideTelling(block: Block, threshold: number): void {
  for (const cell of block.cells) {
    if (cell.isOfFew) continue;
    for (const [measure, count] of cell.counts) {
      const rule = tellingShare(count, measure, threshold);
      if (rule !== null && (cell.hidden === null || cell.hidden === "complementary")) cell.hidden = rule;
    }
  }
}

/**
 * Hides what is hidden from readers who see more, and begins with what was hidden until now: so the same figures hide the same, and others
 * change as little as they can.
 */
function startingFrom(block: Block, { threshold, earlier, hiddenAlready }: Hiding): Block {
  const hiddenIn = (audit: readonly HiddenFigure[]) => {
    const hidden = new Set(audit.filter(({ hides }) => hides === "people" || block.aspect === "shares").map(keyOf));
    return block.cells.filter(({ figures }) => figures.some((figure) => hidden.has(keyOf(figure))));
  };
  for (const { figures, audit } of earlier) addKnownSums(block, figures, new Set(hiddenIn(audit)), threshold);
  for (const cell of hiddenIn(hiddenAlready)) {
    cell.hidden ??= "complementary";
    cell.staysHidden = true;
  }
  for (const cell of hiddenIn(earlier[0]?.audit ?? [])) cell.hidden ??= "complementary";
  return block;
}
