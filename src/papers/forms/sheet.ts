/** The spreadsheet of a paper: its figures, one row each, with what they mean; no formula anywhere. */
import writeExcelFile, { type CellObject, type Row, type Sheet } from "write-excel-file/node";
import { type Figure, figureColumns, type PublishedMeasure, type Unit } from "../../../pipelines/contract.ts";
import { shownDate, shownMoment, shownYear, statusReasons, statusWords } from "../../format.ts";
import type { Paper, Table } from "../paper.ts";
import { paperColours } from "./colours.ts";
import { steady } from "./steady.ts";
import { editionWords, kindWords } from "./words.ts";

/** What a spreadsheet is made of. */
export interface FigureBook {
  paper: Paper;
  /** Of the paper's place, as they may leave the log-in. */
  figures: readonly Figure[];
  /** The definitions of at least the measures that the figures are of. */
  measures: readonly PublishedMeasure[];
  /** Figures about fewer people than this are hidden. */
  threshold: number;
}

/** A spreadsheet's own limit on the text of one cell, in characters. */
const longestText = 32_767;

const formats: Record<Unit, string> = {
  percent: "0.0%",
  net: "0.0%",
  mean: "0.00",
  ratio: "0.00",
  points: "0.0",
  count: "#,##0.##",
  hours: "#,##0.0",
  money: "£#,##0.00",
};

/** A text that stays one: of the type and format of text, so that none is taken for a formula, neither now nor when it is edited. */
const text = (value: string): CellObject => ({
  value: value.length > longestText ? `${value.slice(0, longestText - 1)}…` : value,
  type: String,
  format: "@",
});
const wrapped = (value: string): CellObject => ({ ...text(value), wrap: true, alignVertical: "top" });
const head = (value: string): CellObject => ({
  ...text(value),
  fontWeight: "bold",
  wrap: true,
  alignVertical: "top",
  backgroundColor: paperColours["us-soft"],
  bottomBorderColor: paperColours.us,
  bottomBorderStyle: "thin",
});
const number = (value: number | null, format: string): CellObject | null =>
  value === null ? null : { value, type: Number, format };

const look = { showGridLines: false, orientation: "landscape" } as const;

/** A sheet whose first row stays in sight and says what the columns are. */
function tidySheet(sheet: string, headings: readonly string[], rows: Row[], widths: number[]): Sheet<never> {
  const columns = headings.map((_, index) => ({ width: widths[index] ?? widths.at(-1) ?? 14 }));
  return { ...look, sheet, stickyRowsCount: 1, columns, data: [headings.map(head), ...rows] };
}

function readMe({ paper, threshold }: FigureBook, tables: readonly Table[]): Sheet<never> {
  const { place, organisation, release, edition } = paper;
  const about: [string, string][] = [
    ["What this is", `The figures behind: ${kindWords[paper.kind]}, ${paper.title}`],
    ["Place", place.urn === null ? place.name : `${place.name} (URN ${place.urn})`],
    ["Organisation", organisation],
    ["Academic year", shownYear(paper.timePeriod)],
    [
      "Edition",
      edition ? `${editionWords(paper)}, made on ${shownDate(edition.madeOn)}` : "Draft: changes with the figures",
    ],
    ["Release", release.id],
    ["Data as of", shownDate(release.asOf)],
    ["Records up to", release.recordsUpTo ? shownMoment(release.recordsUpTo) : "no records yet"],
    [
      "Hidden figures",
      `These figures may leave the log-in. What fewer than ${threshold} people stand behind is hidden, and so is whatever a hidden figure would follow from.`,
    ],
    [
      "Shares",
      "Shares and their ranges are between 0 and 1 and shown as percentages; a net score is the share for less the share against.",
    ],
    ["Likely range", "lower and upper are the limits of the 95% interval, where a measure has one."],
  ];
  const symbols = Object.entries(statusReasons).map(([mark, reason]) => [
    mark,
    `${statusWords[mark as keyof typeof statusWords]}: ${reason}`,
  ]);
  const sheets = [
    ["Figures", "One row for each figure, with the columns of the downloads and the interface for programs."],
    ["Definitions", "What each measure counts, where it is from and what to bear in mind."],
    ...tables.map(({ caption }, index) => [tableName(index), caption]),
  ];
  const part = (title: string, rows: readonly (readonly string[])[]): Row[] => [
    [head(title), head("")],
    ...rows.map(([name = "", words = ""]) => [wrapped(name), wrapped(words)]),
    [],
  ];
  return {
    ...look,
    sheet: "Read me",
    columns: [{ width: 22 }, { width: 90 }],
    data: [...part("Read me", about), ...part("Symbols in the column status", symbols), ...part("Sheets", sheets)],
  };
}

function figuresSheet(figures: readonly Figure[], units: ReadonlyMap<string, Unit>): Sheet<never> {
  const rows = figures.map((figure): Row => {
    const format = formats[units.get(figure.measure_id) ?? "mean"];
    return figureColumns.map((column) => {
      const value = figure[column];
      if (value === null) return null;
      if (typeof value === "string") return value === "" ? null : text(value);
      return number(value, column === "value" || column === "lower" || column === "upper" ? format : "General");
    });
  });
  return tidySheet("Figures", figureColumns, rows, [30, 12, 12, 18, 26, 12, 12, 12, 12, 12, 10, 10, 12]);
}

function definitionsSheet(measures: readonly PublishedMeasure[]): Sheet<never> {
  const columns: [heading: string, of: (measure: PublishedMeasure) => string][] = [
    ["measure_id", ({ id }) => id],
    ["Measure", ({ title }) => title],
    ["Question", ({ question }) => question],
    ["Numerator", ({ numerator }) => numerator],
    ["Denominator", ({ denominator }) => denominator],
    ["Formula", ({ formula }) => formula],
    ["Unit", ({ unit }) => unit],
    ["Source", ({ source }) => source],
    ["Bear in mind", ({ caveats }) => caveats.join("\n")],
    ["Definition reviewed on", ({ reviewed_on }) => reviewed_on],
  ];
  const rows = measures.map((measure): Row => columns.map(([, of]) => wrapped(of(measure))));
  const headings = columns.map(([heading]) => heading);
  return tidySheet("Definitions", headings, rows, [28, 30, 40, 40, 40, 36, 10, 36, 60, 14]);
}

const tableName = (index: number) => `Table ${index + 1}`;

/** The paper as a `.xlsx` file; the same paper and figures give the same bytes. */
export async function sheetOf(book: FigureBook): Promise<Buffer> {
  const { paper, figures, measures } = book;
  const used = new Set(figures.map(({ measure_id }) => measure_id));
  const tables = paper.sections.flatMap(({ blocks }) => blocks).filter((block) => block.is === "table");
  const sheets = [
    readMe(book, tables),
    figuresSheet(figures, new Map(measures.map(({ id, unit }) => [id, unit]))),
    definitionsSheet(measures.filter(({ id }) => used.has(id))),
    ...tables.map(({ columns, rows }, index) =>
      tidySheet(
        tableName(index),
        columns.map(({ heading }) => heading),
        rows.map((row) => row.map(wrapped)),
        [40, 20],
      ),
    ),
  ];
  const written = await writeExcelFile(sheets, { fontFamily: "Calibri", fontSize: 11 }).toBuffer();
  return steady(written, paper.edition?.madeOn ?? paper.release.asOf);
}
