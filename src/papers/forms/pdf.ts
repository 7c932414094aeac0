/** The PDF of a paper: tagged, PDF/UA-1, with its fonts in it. Texts reach Typst as data, never as markup. */
import { join } from "node:path";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import type { Block, Paper, Picture } from "../paper.ts";
import { paperColours } from "./colours.ts";
import { fontFamily, fontFolder, vectorOf } from "./picture.ts";
import { withRowHeaders } from "./row-headers.ts";
import { sizedTable } from "./table-size.ts";
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

/**
 * The blocks as the template reads them; on a short paper two charts in a row stand side by side. On others a text and the chart after it share
 * a name, `picture` and `after`, so that the chart finds the end of its text.
 *
 * @param section - what tells the names of this section's from others'
 * @param floating - the names of the charts that stand at the top of the next sheet
 */
function blocksOf(
  blocks: readonly Block[],
  isShort: boolean,
  section: number,
  floating: ReadonlySet<string>,
): object[] {
  const set: object[] = [];
  for (let at = 0; at < blocks.length; at++) {
    const [before, block, next] = [blocks[at - 1], blocks[at]!, blocks[at + 1]];
    const isText = block.is === "words" || block.is === "statements";
    if (block.is === "table") set.push(sizedTable(block));
    else if (block.is !== "picture")
      set.push(isText && next?.is === "picture" ? { ...block, picture: `text-${section}-${at}` } : block);
    else if (isShort && next?.is === "picture") {
      set.push({ is: "pair", pictures: [block, next].map((one) => pictured(one, true)) });
      at += 1;
    } else {
      const after = `text-${section}-${at - 1}`;
      const isAfterText = !isShort && (before?.is === "words" || before?.is === "statements");
      set.push({ ...pictured(block, false), ...(isAfterText ? { after, floats: floating.has(after) } : {}) });
    }
  }
  return set;
}

/** What the template reads. */
function dataOf(paper: Paper, floating: ReadonlySet<string>): object {
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
      // Below the title; a part needs something that it is a part of: a heading may not skip a level.
      depth: section.isPart && index > 0 ? 3 : 2,
      blocks: blocksOf(section.blocks, isShort, index, floating),
    })),
  };
}

/** A paper laid out on sheets of A4. */
export interface LaidOut {
  pages: number;
  /** The PDF; the same paper gives the same bytes. */
  bytes: () => Buffer;
}

/** Where a text ends that a chart comes after, and where that chart stands, as sheets from 1; how much room the text leaves on its own, in mm. */
interface Sheets {
  name: string;
  text: number;
  room: number;
  picture: number;
}

/** A foot of a sheet that is no whiter than this, in mm, is no white sheet, and not worth another layout. */
const whiteFoot = 24;

/**
 * Lays a paper out. The first chart that has gone to another sheet than its text, leaving this one white, is let stand at the top of that sheet
 * while the text goes on; then the next. What comes later moves nothing that comes before, so each is looked at once.
 *
 * @throws Error with Typst's own words when it cannot, which is a bug of ours
 */
export function layOut(paper: Paper): LaidOut {
  const typst = compilerOfPapers();
  const floating = new Set<string>();
  for (;;) {
    const inputs = { paper: JSON.stringify(dataOf(paper, floating)) };
    const compiled = typst.compile({ mainFilePath: template, inputs });
    const { result: laid } = compiled;
    if (laid === null) throw new Error(`Typst: ${JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics)}`);
    // What earlier papers left in the compiler's memory goes after a few more.
    typst.evictCache(5);
    const [sheets] = typst.query(laid, { selector: "<sheets>", field: "value" }) as [Sheets[]];
    const moved = sheets.find(({ text, picture, room }) => picture > text && room > whiteFoot);
    if (!moved)
      return {
        pages: laid.numOfPages,
        bytes: () => withRowHeaders(typst.pdf(laid, { pdfStandard: "ua-1", creationTimestamp: 0 })),
      };
    floating.add(moved.name);
  }
}
