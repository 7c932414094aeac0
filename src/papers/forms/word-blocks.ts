/** The blocks of a paper as paragraphs and tables of Word. */
import {
  AlignmentType,
  BorderStyle,
  type FileChild,
  ImageRun,
  Paragraph,
  Tab,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import type { Mark } from "../../sentences/finding.ts";
import type { Block, Table as PaperTable, Picture, Statements } from "../paper.ts";
import { pixelsOf, sizeOf, vectorOf } from "./picture.ts";
import { type SizedTable, sizedTable } from "./table-size.ts";
import { bullets, wordColour } from "./word-styles.ts";
import { markWords } from "./words.ts";

/** The three marks as characters that every font has. */
const shapes: Record<Mark, { character: string; colour: string }> = {
  signal: { character: "◆", colour: wordColour("signal") },
  none: { character: "●", colour: wordColour("others") },
  missing: { character: "○", colour: wordColour("soft") },
};

/** In pixels: as wide as the text is. */
const textWidth = 620;

/** A block in the order in which it is read. */
export async function wordBlock(block: Block): Promise<FileChild[]> {
  switch (block.is) {
    case "words":
      return linesOf(block.text).map((text) => new Paragraph({ text }));
    case "statements":
      return block.statements.map(stated);
    case "list":
      return block.items.map(
        (text) => new Paragraph({ text, style: "ListBullet", numbering: { reference: bullets, level: 0 } }),
      );
    case "gap":
      return [stated({ mark: "missing", sentence: block.text, details: [] })];
    case "table":
      return tabled(block);
    case "picture":
      return pictured(block);
  }
}

const linesOf = (text: string) =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);

function stated({
  mark,
  sentence,
  details,
}: Pick<Statements["statements"][number], "mark" | "sentence" | "details">): Paragraph {
  const { character, colour } = shapes[mark];
  return new Paragraph({
    style: "Statement",
    children: [
      new TextRun({ children: [character, new Tab()], color: colour }),
      new TextRun({ text: `${markWords[mark].spoken} `, color: wordColour("soft") }),
      new TextRun(sentence),
      ...(details.length > 0
        ? [new TextRun({ text: details.join(" · "), break: 1, size: 18, color: wordColour("soft") })]
        : []),
    ],
  });
}

async function pictured({ title, words, chart }: Picture): Promise<FileChild[]> {
  const size = sizeOf(chart);
  const vector = vectorOf(chart);
  const transformation = { width: textWidth, height: Math.round((size.height * textWidth) / size.width) };
  const picture = new ImageRun({
    type: "svg",
    data: Buffer.from(vector),
    fallback: { type: "png", data: await pixelsOf(vector, size) },
    transformation,
    altText: { name: title, title, description: words },
  });
  return [new Paragraph({ text: title, style: "Caption" }), new Paragraph({ children: [picture] })];
}

const none = { style: BorderStyle.NONE, size: 0, color: "auto" };
const hairline = { style: BorderStyle.SINGLE, size: 4, color: wordColour("line") };
const headLine = { style: BorderStyle.SINGLE, size: 8, color: wordColour("others") };

function tabled(table: PaperTable): FileChild[] {
  const sized = sizedTable(table);
  const widths = widthsOf(sized);
  const alignment = (index: number) => (sized.columns[index]?.isNumber ? AlignmentType.RIGHT : AlignmentType.LEFT);
  const row = (cells: readonly string[], isHead: boolean, isKept: boolean) =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: cells.map(
        (text, index) =>
          new TableCell({
            borders: { bottom: isHead ? headLine : hairline },
            width: { size: widths[index]!, type: WidthType.DXA },
            children: [
              new Paragraph({
                style: "TableText",
                alignment: alignment(index),
                keepNext: isHead || isKept,
                children: [new TextRun({ text, bold: isHead })],
              }),
            ],
          }),
      ),
    });
  const headings = sized.columns.map(({ heading }) => heading);
  const made = new Table({
    width: { size: widths.reduce((sum, width) => sum + width), type: WidthType.DXA },
    columnWidths: widths,
    borders: { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none },
    margins: { left: 80, right: 80 },
    tableLook: { firstRow: true, firstColumn: true, lastRow: false, lastColumn: false, noHBand: true, noVBand: true },
    rows: [
      row(headings, true, true),
      // A short table stays on one sheet: each row with the next, up to the last.
      ...sized.rows.map((cells, at) => row(cells, false, sized.isShort && at < sized.rows.length - 1)),
    ],
  });
  return [
    new Paragraph({ text: sized.caption, style: "Caption" }),
    made,
    ...sized.notes.map((text) => new Paragraph({ text, style: "Note" })),
  ];
}

/** In twentieths of a point: the text from edge to edge, a letter of a table, and what stands to the left and right of a cell. */
const twips = { line: 9750, letter: 96, edges: 200 };
/** Columns that are as wide as their longest text have together no more than this of a line, so that prose keeps room. */
const mostOfLine = 0.64;

/** The widths of a table's columns, in twentieths of a point, as the PDF has them: some as wide as their longest text, the others by their shares of the rest. */
function widthsOf({ columns, rows, isNarrow }: SizedTable): number[] {
  const line = isNarrow ? Math.round(twips.line * 0.62) : twips.line;
  const longest = (at: number) => Math.max(columns[at]!.heading.length, ...rows.map((row) => row[at]?.length ?? 0));
  const own = columns.map(({ width }, at) => (width === 0 ? longest(at) * twips.letter + twips.edges : 0));
  const wanted = own.reduce((sum, width) => sum + width, 0);
  const taken = Math.min(wanted, line * mostOfLine);
  const shares = columns.reduce((sum, { width }) => sum + width, 0);
  return columns.map(({ width }, at) =>
    Math.floor(width === 0 ? (own[at]! * taken) / wanted : ((line - taken) * width) / shares),
  );
}
