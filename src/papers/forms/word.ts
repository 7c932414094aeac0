/** The Word file of a paper, for a clerk to edit: headings, lists, tables and alternative texts are Word's own. */
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  Tab,
  TabStopType,
  TextRun,
} from "docx";
import type { Paper } from "../paper.ts";
import { steady } from "./steady.ts";
import { wordBlock } from "./word-blocks.ts";
import { wordColour, wordNumbering, wordPage, wordStyles } from "./word-styles.ts";
import { aboutLines, editionWords, footWords, kindWords } from "./words.ts";

/** In twentieths of a point: where the text ends on the right. */
const right = 9750;

/** The paper as a `.docx` file; the same paper gives the same bytes. */
export async function wordOf(paper: Paper): Promise<Buffer> {
  const sections = await Promise.all(
    paper.sections.map(async ({ heading, isPart, blocks }, index) => [
      new Paragraph({ text: heading, heading: isPart && index > 0 ? HeadingLevel.HEADING_2 : HeadingLevel.HEADING_1 }),
      ...(await Promise.all(blocks.map(wordBlock))).flat(),
    ]),
  );
  const document = new Document({
    title: `${paper.title}: ${paper.place.name}`,
    subject: kindWords[paper.kind],
    creator: paper.organisation,
    lastModifiedBy: paper.organisation,
    description: aboutLines(paper).join(". "),
    styles: wordStyles(paper.kind === "board_paper"),
    numbering: wordNumbering,
    sections: [
      {
        properties: { page: wordPage, titlePage: true },
        headers: {
          default: new Header({ children: [edgeLine(paper.title, [editionRun(paper)])] }),
          first: new Header({ children: [] }),
        },
        footers: { default: footer(paper), first: footer(paper) },
        children: [
          ...head(paper),
          ...sections.flat(),
          ...paper.leftOut.map((text) => new Paragraph({ text, style: "Note" })),
        ],
      },
    ],
  });
  return steady(await Packer.toBuffer(document), paper.edition?.madeOn ?? paper.release.asOf);
}

function head(paper: Paper): Paragraph[] {
  const { title, place, organisation, kind } = paper;
  return [
    new Paragraph({
      style: "About",
      children: [
        new TextRun({ text: kindWords[kind], bold: true, color: wordColour("us") }),
        ...(organisation === place.name ? [] : [new TextRun(` · ${organisation}`)]),
        ...(paper.edition ? [] : [new TextRun(" · "), editionRun(paper)]),
      ],
    }),
    new Paragraph({ text: title, heading: HeadingLevel.TITLE }),
    new Paragraph({ text: place.name, style: "Subtitle" }),
    ...aboutLines(paper).map(
      (text, index, lines) =>
        new Paragraph({
          text,
          style: "About",
          ...(index === lines.length - 1
            ? { border: { bottom: { style: BorderStyle.SINGLE, size: 16, space: 6, color: wordColour("us") } } }
            : {}),
        }),
    ),
  ];
}

/** `Edition 3`, or that it is a draft, in the colour of a signal. */
function editionRun(paper: Paper): TextRun {
  const text = editionWords(paper);
  return paper.edition ? new TextRun(text) : new TextRun({ text, bold: true, color: wordColour("signal") });
}

/** A line at the edge of a sheet, with something at either end. */
function edgeLine(text: string, atEnd: TextRun[]): Paragraph {
  return new Paragraph({
    style: "Foot",
    alignment: AlignmentType.LEFT,
    tabStops: [{ type: TabStopType.RIGHT, position: right }],
    children: [new TextRun(text), new TextRun({ children: [new Tab()] }), ...atEnd],
  });
}

function footer(paper: Paper): Footer {
  const pages = new TextRun({ children: [" · page ", PageNumber.CURRENT, " of ", PageNumber.TOTAL_PAGES] });
  return new Footer({ children: [edgeLine(footWords(paper), [editionRun(paper), pages])] });
}
