import { getDocument, OPS } from "pdfjs-dist/legacy/build/pdf.mjs";
import { describe, expect, test } from "vitest";
import { lineChart } from "../src/charts/line.ts";
import { cleanPaper } from "../src/papers/forms/clean.ts";
import { withEveryYear } from "../src/papers/forms/every-year.ts";
import { fitToPages } from "../src/papers/forms/fit.ts";
import { withRowHeaders } from "../src/papers/forms/row-headers.ts";
import { sizedTable } from "../src/papers/forms/table-size.ts";
import type { Block, Paper, Table } from "../src/papers/paper.ts";
import { inventedMeasure, shares } from "./harness/figures.ts";
import { inventedPaper, orders } from "./harness/paper.ts";
import { readPdf } from "./harness/pdf.ts";

const pdfOf = (paper: Paper) => fitToPages(cleanPaper(paper)).laid.bytes();

function tableOf(words: string[]): Table {
  return {
    is: "table",
    caption: words[0]!,
    columns: [{ heading: "Words", isNumber: false }],
    rows: words.map((word) => [word]),
    notes: [],
  };
}

/** The dictionaries of a PDF's structure, by number; Typst writes them as text. */
function elementsOf(pdf: Buffer): Map<number, string> {
  const all = pdf.toString("latin1").matchAll(/^(\d+) 0 obj\n(<<\n {2}\/Type \/StructElem\n[\s\S]*?)\nendobj/gm);
  return new Map([...all].map(([, number, text]) => [Number(number), text!]));
}

describe("a PDF", () => {
  test("is tagged, has a title and a language, headings, headed tables and words for every picture", async () => {
    const paper = inventedPaper();
    const { title, language, isTagged, tags, texts } = await readPdf(pdfOf(paper));
    expect({ title, language, isTagged }).toEqual({ title: paper.title, language: "en-GB", isTagged: true });
    const count = (role: string) => tags.filter((tag) => tag.role === role).length;
    expect(["H1", "H2", "H3", "Table", "TH", "TD"].map(count)).toEqual([1, 3, 1, 1, 7, 9]);
    const spoken = tags.filter(({ role }) => role === "Figure").map(({ alt }) => alt);
    expect(spoken).toEqual([
      "Signal:",
      "No signal:",
      "Not known:",
      "Use in the role: 45% in 2022/23, hidden in 2023/24, 61% in 2024/25, 69% in 2025/26.",
      "Use in the role in 2025/26: teachers 75%; teaching assistants hidden; everybody 69%.",
      "Not known:",
    ]);
    for (const words of ["Hawthorn Primary School · data as of 20 November 2026", "Draft · page 1 of 1"])
      expect(texts[0]).toContain(words);
  });

  test("says which edition it is", async () => {
    const { texts } = await readPdf(pdfOf(inventedPaper({ edition: { number: 7, madeOn: "2026-11-30" } })));
    expect(texts[0]).toContain("edition 7, made on 30 November 2026");
    expect(texts[0]).toContain("Edition 7 · page 1 of 1");
    expect(texts[0]).not.toContain("Draft");
  });

  test("of the same paper has the same bytes", () => {
    expect(pdfOf(inventedPaper()).equals(pdfOf(inventedPaper()))).toBe(true);
    expect(pdfOf(inventedPaper({ title: "Another" })).equals(pdfOf(inventedPaper()))).toBe(false);
  });

  test("shows what looks like orders to a program as the text it is", async () => {
    const sections = [{ heading: orders[0]!, blocks: [{ is: "list" as const, items: orders }, tableOf(orders)] }];
    const { texts } = await readPdf(pdfOf(inventedPaper({ sections })));
    const shown = texts.join("").replace(/\s+/g, " ");
    const kept = orders.map((text) => text.replace(/[\uFFFF]|(?!\n)\p{Cc}/gu, ""));
    for (const text of kept) expect(shown).toContain(text);
  });
});

describe("the structure of a PDF", () => {
  const pdf = pdfOf(inventedPaper());

  test("names the row and the column of every cell of a table", () => {
    const elements = elementsOf(pdf);
    const cells = [...elements.values()].filter((text) => /\/S \/T[HD]\n/.test(text));
    const rowHeads = cells.filter((text) => text.includes("/Scope /Row"));
    const ids = rowHeads.map((text) => /\/ID \((\w+)\)/.exec(text)![1]!);
    expect([rowHeads.length, cells.filter((text) => text.includes("/Scope /Column")).length]).toEqual([3, 4]);
    const named = cells.filter((text) => text.includes("/S /TD")).map((text) => /\/Headers \[(.*)\]/.exec(text)![1]!);
    expect(named).toHaveLength(9);
    for (const headers of named) expect(headers).toMatch(/^\(R\d+\) \(U1x[123]y0\)$/);
    for (const id of ids) expect(named.filter((headers) => headers.startsWith(`(${id}) `))).toHaveLength(3);
    const root = /\/IDTree <<\s+\/Names \[([^\]]*)/.exec(pdf.toString("latin1"))![1]!;
    const names = [...root.matchAll(/\((\w+)\) (\d+) 0 R/g)].map(([, id, number]) => ({
      id: id!,
      number: Number(number),
    }));
    expect(names.map(({ id }) => id)).toEqual([...names.map(({ id }) => id)].sort());
    for (const { id, number } of names) expect(elements.get(number)).toContain(`/ID (${id})`);
  });

  test("leaves nothing on a sheet outside it, and pictures have words", async () => {
    const task = getDocument({ data: new Uint8Array(pdf), verbosity: 0 });
    const page = await (await task.promise).getPage(1);
    const { fnArray } = await page.getOperatorList();
    const drawing = [OPS.showText, OPS.fill, OPS.stroke, OPS.paintImageXObject, OPS.paintFormXObjectBegin];
    let depth = 0;
    const outside = fnArray.filter((operation) => {
      if (operation === OPS.beginMarkedContent || operation === OPS.beginMarkedContentProps) depth += 1;
      if (operation === OPS.endMarkedContent) depth -= 1;
      return depth === 0 && drawing.includes(operation);
    });
    expect(fnArray).toContain(OPS.showText);
    expect(outside).toEqual([]);
    await task.destroy();
  });

  test("is read in the order of the paper, and its bookmarks lead to the sections", async () => {
    const task = getDocument({ data: new Uint8Array(pdf), verbosity: 0 });
    const document = await task.promise;
    const outline = await document.getOutline();
    expect(outline.map(({ title, items }) => [title, items.map((item) => item.title)])).toEqual([
      ["Decision asked", []],
      ["What changed", ["In figures"]],
      ["What is planned", []],
    ]);
    expect(pdf.toString("latin1")).toContain("/DisplayDocTitle true");
    await task.destroy();
    const { tags } = await readPdf(pdf);
    const order = tags.map(({ role }) => role).filter((role) => /^(H\d|L|Table|Figure)$/.test(role));
    const outer = order.filter((role, at) => role !== "Figure" || order[at - 1] !== "L");
    expect(outer.slice(0, 4)).toEqual(["H1", "H2", "H2", "L"]);
    expect(outer.indexOf("Table")).toBeGreaterThan(outer.indexOf("H3"));
  });

  test("stays what it was where a file has no tables, and another kind of file is refused", () => {
    const plain = pdfOf(inventedPaper({ sections: [{ heading: "Decision asked", blocks: [] }] }));
    expect(withRowHeaders(plain)).toBe(plain);
    expect(() => withRowHeaders(Buffer.from("%PDF-1.7\n1 0 obj\nstartxref\n9\n%%EOF"))).toThrow(RangeError);
  });
});

test("a chart that has no room on its sheet stands on the next, and what follows fills the sheet", async () => {
  const picture = inventedPaper().sections[1]!.blocks.find((block) => block.is === "picture")!;
  const words = (count: number): Block => ({
    is: "words",
    text: Array.from({ length: count }, (_, at) => `Line ${at}`).join("\n"),
    isWritten: true,
  });
  const sections = [
    { heading: "Full", blocks: [words(32), picture] },
    { heading: "Next", blocks: [words(4)] },
  ];
  const { texts } = await readPdf(pdfOf(inventedPaper({ kind: "annual_report", sections })));
  expect(texts).toHaveLength(2);
  expect(texts[0]).toContain("Next");
  expect([texts[0]!.includes("Seven in ten"), texts[1]!.includes("Seven in ten")]).toEqual([false, true]);
});

test("a chart on paper has every year, in short where there are many", () => {
  const years = (count: number) =>
    Array.from({ length: count }, (_, at) => `${2000 + at}${String(at + 1).padStart(2, "0")} | Total | 20 of 40`);
  const chartOf = (count: number) => {
    const figures = shares("use_in_role", years(count).join("\n"));
    const series = { name: "Hawthorn", figures, benchmarks: [], events: [], asOf: "2026-11-20" };
    return lineChart(inventedMeasure("use_in_role"), series);
  };
  const shown = (count: number) => {
    const { data, options } = withEveryYear(chartOf(count), 620, false);
    return [data.labels![1], options.scales.x.ticks.autoSkip];
  };
  expect([4, 9, 24].map(shown)).toEqual([
    ["2001/02", false],
    ["01/02", false],
    ["2001/02", true],
  ]);
});

test("a table on paper breaks no number, date or name, and leaves room for its prose", () => {
  const columns = ["Decision", "Meeting", "Who sees to it", "Cost"].map((heading) => ({
    heading,
    isNumber: heading === "Cost",
  }));
  const rows = [["Offer sessions during working hours, to all who want them", "13 December 2026", "Headteacher", "£1"]];
  const table = sizedTable({ ...tableOf(["Decided"]), columns, rows });
  expect(table.columns.map(({ width }) => width === 0)).toEqual([false, true, true, true]);
  expect(table.rows[0]![1]).toBe("13\u00a0December\u00a02026");
  expect([table.isShort, table.isNarrow, table.isLong]).toEqual([true, false, false]);
  const wide = [
    "A long decision that asks for much room of the line",
    "Notice by 13 December 2026",
    "Headteacher, governors and staff",
    "A reason that is as long as the decision is",
  ];
  const prose = columns.map(({ heading }) => ({ heading, isNumber: false }));
  const widths = sizedTable({ ...table, columns: prose, rows: [wide] }).columns.map(({ width }) => width);
  expect(widths[2]).toBeGreaterThanOrEqual("Headteacher,".length + 2);
  expect(Math.max(...widths)).toBe(widths[0]);
  const many = sizedTable({ ...table, rows: Array.from({ length: 9 }, () => rows[0]!) });
  expect(many.isShort).toBe(false);
});
