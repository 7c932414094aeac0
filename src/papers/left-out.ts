/** Leaving out what matters least, so that a paper keeps to its pages; what is left out is said. */
import { listed } from "../format.ts";
import type { Block, Paper, PaperKind } from "./paper.ts";

/** The most pages of A4 that a kind of paper may have; those that are not named may have any number. */
export const mostPages: Partial<Record<PaperKind, number>> = { board_paper: 2 };

/** How many blocks of a paper may be left out. */
export function countLeavable({ sections }: Paper): number {
  return sections.flatMap(({ blocks }) => blocks.filter(({ rank }) => rank !== undefined)).length;
}

/**
 * The paper without its least important blocks, and with a sentence that names them. Of blocks of the same rank the later goes first; a
 * heading goes with its last block.
 *
 * @param count - how many blocks to leave out, 0 to `countLeavable`
 */
export function withoutLeast(paper: Paper, count: number): Paper {
  if (count === 0) return paper;
  const ranked = paper.sections
    .flatMap(({ blocks }) => blocks)
    .map((block, at) => ({ block, at }))
    .filter(({ block }) => block.rank !== undefined)
    .sort((one, other) => other.block.rank! - one.block.rank! || other.at - one.at);
  const gone = new Set<Block>(ranked.slice(0, count).map(({ block }) => block));
  const kept = paper.sections
    .map((section) => ({ ...section, blocks: section.blocks.filter((block) => !gone.has(block)) }))
    .filter(({ blocks }, at) => blocks.length > 0 || paper.sections[at]!.blocks.length === 0);
  // A heading that only stands over its parts goes with the last of them.
  const sections = kept.filter(({ blocks }, at) => blocks.length > 0 || kept[at + 1]?.isPart === true);
  const names = [
    ...new Set(paper.sections.flatMap(({ blocks }) => blocks.filter((block) => gone.has(block)).map(nameOf))),
  ];
  return { ...paper, sections, leftOut: [...paper.leftOut, `Left out for want of room: ${listed(names)}.`] };
}

function nameOf(block: Block): string {
  if (block.called) return block.called;
  if (block.is === "picture") return `the chart “${block.title}”`;
  return block.is === "table" ? `the table “${block.caption}”` : "a part of the text";
}
