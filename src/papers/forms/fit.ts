/** A board paper never exceeds two pages: what matters least is left out until it fits, and the paper says what that was. */
import type { Block, Paper, Section } from "../paper.ts";
import { type LaidOut, layOut } from "./pdf.ts";
import { calledOf, leftOutWords } from "./words.ts";

/** On how many sides of A4 each kind has to be; the others are as long as they are. */
const sidesOf: Partial<Record<Paper["kind"], number>> = { board_paper: 2 };

/** To how many characters a text is cut where nothing else helps, one after the other. */
const cuts = [Number.POSITIVE_INFINITY, 2000, 1000, 500, 250, 120];

/** How many of those left out are tried again: each is another layout. */
const mostTriedAgain = 4;

/** What may be left out, the least important first; of two that matter as little, the one further down. */
function candidatesOf({ sections }: Paper): Block[] {
  return sections
    .flatMap(({ blocks }) => blocks)
    .filter(({ rank }) => rank !== undefined)
    .reverse()
    .sort((one, other) => other.rank! - one.rank!);
}

/** The paper without some of its blocks, and without sections that nothing is left of. */
function without(paper: Paper, out: readonly Block[]): Paper {
  const gone = new Set(out);
  const called = paper.sections.flatMap(({ heading, blocks }) =>
    blocks.filter((block) => gone.has(block)).map((block) => calledOf(block, heading)),
  );
  const sections = paper.sections.map((section) => ({
    ...section,
    blocks: section.blocks.filter((block) => !gone.has(block)),
  }));
  const isLeft = (section: Section, index: number) =>
    section.blocks.length > 0 || (!section.isPart && hasParts(sections, index));
  return {
    ...paper,
    sections: sections.filter(isLeft),
    leftOut: [...paper.leftOut, ...leftOutWords(called)],
  };
}

/** Whether a part of a section still says something. */
function hasParts(sections: readonly Section[], index: number): boolean {
  const next = sections.slice(index + 1);
  const end = next.findIndex(({ isPart }) => !isPart);
  return next.slice(0, end === -1 ? undefined : end).some(({ blocks }) => blocks.length > 0);
}

/** The paper with texts cut to a length, at the end of a word, and lists and tables to what stands in as much room; a note says so. */
function shortened(paper: Paper, length: number): Paper {
  if (length === Number.POSITIVE_INFINITY) return paper;
  const lines = Math.max(2, Math.ceil(length / 60));
  let isCut = false;
  const cut = (text: string) => {
    if (text.length <= length) return text;
    isCut = true;
    return `${text.slice(0, length).replace(/\s+\S*$/, "")} …`;
  };
  const first = <T>(items: T[]) => {
    isCut ||= items.length > lines;
    return items.slice(0, lines);
  };
  const shorter = (block: Block): Block => {
    if (block.is === "words" || block.is === "gap") return { ...block, text: cut(block.text) };
    if (block.is === "list") return { ...block, items: first(block.items).map(cut) };
    if (block.is === "statements") return { ...block, statements: first(block.statements) };
    if (block.is === "table") return { ...block, rows: first(block.rows).map((row) => row.map(cut)) };
    return block;
  };
  const sections = paper.sections.map((section) => ({ ...section, blocks: section.blocks.map(shorter) }));
  const note = "Texts and lists that do not fit are cut short; the annual report has room for them.";
  return isCut ? { ...paper, sections, leftOut: [...paper.leftOut, note] } : paper;
}

/** The smallest number from 0 to `most` for which something holds; `most` where it holds for none below it. */
function smallest(most: number, holds: (number: number) => boolean): number {
  let [low, high] = [0, most];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * Lays a paper out on as many sides as its kind may have.
 *
 * @returns the paper as it fits, with what was left out in `leftOut`, and its layout
 */
export function fitToPages(paper: Paper): { paper: Paper; laid: LaidOut } {
  const sides = sidesOf[paper.kind] ?? Number.POSITIVE_INFINITY;
  const tried = new Map<Paper, LaidOut>();
  const lay = (one: Paper) => {
    const laid = tried.get(one) ?? layOut(one);
    tried.set(one, laid);
    return laid;
  };
  const fits = (one: Paper) => lay(one).pages <= sides;
  if (fits(paper)) return { paper, laid: lay(paper) };

  /** The paper with as little left out as it must be; null where it does not fit without all that may be left out. */
  const least = (one: Paper): Paper | null => {
    const candidates = candidatesOf(one);
    const lessOf = (count: number) => without(one, candidates.slice(0, count));
    if (!fits(lessOf(candidates.length))) return null;
    const count = smallest(candidates.length, (some) => fits(lessOf(some)));
    // The last to go may have made room for one that went before it.
    let out = candidates.slice(0, count);
    for (const block of out.slice(0, -1).reverse().slice(0, mostTriedAgain)) {
      const others = out.filter((one) => one !== block);
      if (fits(without(one, others))) out = others;
    }
    return without(one, out);
  };
  // Where people wrote more than two pages hold, their texts are cut too: shorter and shorter, until the rest fits.
  for (const length of cuts) {
    const less = least(shortened(paper, length));
    if (less) return { paper: less, laid: lay(less) };
  }
  const shortest = shortened(paper, cuts.at(-1)!);
  const short = without(shortest, candidatesOf(shortest));
  const most = short.sections.length;
  const cut = smallest(most, (gone) => fits(firstOf(short, most - gone)));
  const last = firstOf(short, most - cut);
  return { paper: last, laid: lay(last) };
}

/** The first sections of a paper alone, and a note on the others. */
function firstOf(paper: Paper, count: number): Paper {
  const note = "What follows here does not fit on two pages at all; the annual report has room for it.";
  return { ...paper, sections: paper.sections.slice(0, count), leftOut: [...paper.leftOut, note] };
}
