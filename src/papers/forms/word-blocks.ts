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
        (text) => new Paragraph({ text, style: "ListText", numbering: { reference: bullets, level: 0 } }),
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

function tabled({ caption, columns, rows, notes }: PaperTable): FileChild[] {
  const alignment = (index: number) => (columns[index]?.isNumber ? AlignmentType.RIGHT : AlignmentType.LEFT);
  const row = (cells: readonly string[], isHead: boolean) =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: cells.map(
        (text, index) =>
          new TableCell({
            borders: { bottom: isHead ? headLine : hairline },
            children: [
              new Paragraph({
                style: "TableText",
                alignment: alignment(index),
                keepNext: isHead,
                children: [new TextRun({ text, bold: isHead })],
              }),
            ],
          }),
      ),
    });
  const table = new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    columnWidths: widthsOf(columns),
    borders: { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none },
    margins: { left: 80, right: 80 },
    tableLook: { firstRow: true, firstColumn: true, lastRow: false, lastColumn: false, noHBand: true, noVBand: true },
    rows: [
      row(
        columns.map(({ heading }) => heading),
        true,
      ),
      ...rows.map((cells) => row(cells, false)),
    ],
  });
  return [
    new Paragraph({ text: caption, style: "Caption" }),
    table,
    ...notes.map((text) => new Paragraph({ text, style: "Note" })),
  ];
}

/** In twentieths of a point, together as wide as the text: the first column, which names the rows, twice as wide as each other. */
function widthsOf(columns: PaperTable["columns"]): number[] {
  const part = Math.floor(9750 / (columns.length + 1));
  return columns.map((_, index) => (index === 0 ? part * 2 : part));
}
