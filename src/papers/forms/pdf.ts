/** The PDF of a paper: tagged, PDF/UA-1, with its fonts in it. Texts reach Typst as data, never as markup. */
import { join } from "node:path";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import type { Block, Paper, Picture, Table } from "../paper.ts";
import { paperColours } from "./colours.ts";
import { fontFamily, fontFolder, vectorOf } from "./picture.ts";
import { aboutLines, editionWords, footWords, kindWords, markWords } from "./words.ts";

const template = join(import.meta.dirname, "paper.typ");
const weights = ["400Regular", "400Regular_Italic", "600SemiBold", "700Bold"];

let compiler: NodeCompiler | null = null;

/** One compiler for all papers: finding the fonts takes it longer than a paper. */
function compilerOfPapers(): NodeCompiler {
  compiler ??= NodeCompiler.create({
    workspace: import.meta.dirname,
    fontArgs: [{ fontPaths: weights.map((weight) => join(fontFolder, weight)) }],
  });
  return compiler;
}

function pictured({ is, title, words, chart }: Picture, isHalf: boolean): object {
  return { is, title, words, svg: vectorOf(chart, isHalf) };
}

/** A text of more characters than this may run on to the next sheet; shorter rows stay whole. */
const longRow = 1500;

/**
 * A table with a width for each column: 0 for numbers and short words, which take what they need, and for the others their share of
 * what is left, by the longest text, within reason.
 */
function sized(table: Table): object {
  const columns = table.columns.map((column, at) => {
    const longest = Math.max(column.heading.length, ...table.rows.map((row) => row[at]?.length ?? 0));
    const isShort = at > 0 && (column.isNumber || longest <= 12);
    return { ...column, width: isShort ? 0 : Math.min(45, Math.max(10, longest)) };
  });
  return { ...table, columns, isLong: table.rows.some((row) => row.some((cell) => cell.length > longRow)) };
}

/** The blocks as the template reads them; on a short paper two charts in a row stand side by side. */
function blocksOf(blocks: readonly Block[], isShort: boolean): object[] {
  const set: object[] = [];
  for (let at = 0; at < blocks.length; at++) {
    const [block, next] = [blocks[at]!, blocks[at + 1]];
    if (block.is === "table") set.push(sized(block));
    else if (block.is !== "picture") set.push(block);
    else if (isShort && next?.is === "picture") {
      set.push({ is: "pair", pictures: [block, next].map((one) => pictured(one, true)) });
      at += 1;
    } else set.push(pictured(block, false));
  }
  return set;
}

/** What the template reads. */
function dataOf(paper: Paper): object {
  const [year, month, day] = (paper.edition?.madeOn ?? paper.release.asOf).split("-").map(Number);
  const isShort = paper.kind === "board_paper";
  return {
    title: paper.title,
    place: paper.place.name,
    organisation: paper.organisation,
    kind: kindWords[paper.kind],
    isShort,
    isDraft: paper.edition === null,
    edition: editionWords(paper),
    about: aboutLines(paper),
    foot: footWords(paper),
    date: { year, month, day },
    colours: paperColours,
    font: fontFamily,
    marks: markWords,
    leftOut: paper.leftOut,
    sections: paper.sections.map((section, index) => ({
      heading: section.heading,
      // A part needs something that it is a part of: a heading may not skip a level.
      depth: section.isPart && index > 0 ? 2 : 1,
      blocks: blocksOf(section.blocks, isShort),
    })),
  };
}

/** A paper laid out on sheets of A4. */
export interface LaidOut {
  pages: number;
  /** The PDF; the same paper gives the same bytes. */
  bytes: () => Buffer;
}

/**
 * Lays a paper out.
 *
 * @throws Error with Typst's own words when it cannot, which is a bug of ours
 */
export function layOut(paper: Paper): LaidOut {
  const typst = compilerOfPapers();
  const compiled = typst.compile({ mainFilePath: template, inputs: { paper: JSON.stringify(dataOf(paper)) } });
  const { result: laid } = compiled;
  if (laid === null) throw new Error(`Typst: ${JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics)}`);
  // What earlier papers left in the compiler's memory goes after a few more.
  typst.evictCache(5);
  return { pages: laid.numOfPages, bytes: () => typst.pdf(laid, { pdfStandard: "ua-1", creationTimestamp: 0 }) };
}
