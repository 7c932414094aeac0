import { readFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { readSheet } from "read-excel-file/node";
import { describe, expect, test } from "vitest";
import { figureColumns } from "../pipelines/contract.ts";
import { cleanPaper } from "../src/papers/forms/clean.ts";
import { paperColours } from "../src/papers/forms/colours.ts";
import { fitToPages } from "../src/papers/forms/fit.ts";
import { sheetOf } from "../src/papers/forms/sheet.ts";
import { wordOf } from "../src/papers/forms/word.ts";
import type { Block, Paper } from "../src/papers/paper.ts";
import { inventedPaper, orders } from "./harness/paper.ts";
import { readPdf } from "./harness/pdf.ts";
import { inventedRelease } from "./harness/release.ts";

const longText = "What was planned came about, and more of it is wanted. ".repeat(120);
const withOrders = cleanPaper(
  inventedPaper({ sections: [{ heading: orders[0]!, blocks: [{ is: "list", items: orders }, tableOf(orders)] }] }),
);

function tableOf(words: string[]): Block {
  return {
    is: "table",
    caption: words[0]!,
    columns: [{ heading: "Words", isNumber: false }],
    rows: words.map((word) => [word]),
    notes: [],
  };
}

/** The texts that a paper keeps of the orders: all but characters that no file may hold. */
const kept = orders.map((text) => text.replace(/[\uFFFF]|(?!\n)\p{Cc}/gu, ""));

describe("a board paper", () => {
  const many = (count: number): Paper => {
    const paper = inventedPaper();
    const rows = Array.from({ length: count }, (_, at) => [`Measure ${at}`]);
    const blocks: Block[] = [1, 2, 3].map((rank) => ({
      ...tableOf([`Table ${rank}`]),
      rows,
      rank,
      called: `table ${rank}`,
    }));
    return { ...paper, sections: [...paper.sections, { heading: "All figures", blocks }] };
  };

  test("that fits says nothing of anything left out", () => {
    const { paper, laid } = fitToPages(inventedPaper());
    expect(laid.pages).toBe(1);
    expect(paper.leftOut).toEqual([]);
  });

  test("leaves out what matters least, and no more than it must, until it has two pages", async () => {
    const { paper, laid } = fitToPages(many(30));
    expect(laid.pages).toBe(2);
    expect(paper.leftOut).toEqual([
      "Left out, so that the paper keeps to two pages: the chart “Seven in ten use what they learnt, as many as last year” and table 3.",
    ]);
    const { texts, pages } = await readPdf(laid.bytes());
    expect(pages).toBe(2);
    expect(texts.join("").replace(/\s+/g, " ")).toContain(paper.leftOut[0]);
  });

  test("loses the heading of a section of which nothing is left, and keeps one whose parts are", () => {
    const { paper } = fitToPages(many(200));
    const headings = paper.sections.map(({ heading }) => heading);
    expect(headings).not.toContain("All figures");
    expect(headings).toContain("Decision asked");
  });

  test.for([1, 12])(
    "of whatever people write %i times over has two pages at most, and says that texts are cut",
    async (times) => {
      const sections = Array.from({ length: times }, (_, at) => ({
        heading: `Part ${at}`,
        blocks: [
          { is: "words" as const, text: longText, isWritten: true },
          tableOf(Array.from({ length: 80 }, () => "row")),
        ],
      }));
      const { paper, laid } = fitToPages(inventedPaper({ sections }));
      expect((await readPdf(laid.bytes())).pages).toBeLessThanOrEqual(2);
      expect(paper.leftOut[0]).toBe(
        "Texts and lists that do not fit are cut short; the annual report has room for them.",
      );
    },
  );

  test("is the only kind that is cut", () => {
    const paper = inventedPaper({ ...many(200), kind: "annual_report" });
    expect(fitToPages(paper).paper).toBe(paper);
    expect(fitToPages(paper).laid.pages).toBeGreaterThan(2);
  });
});

describe("a Word file", () => {
  const open = async (paper: Paper) => {
    const files = unzipSync(await wordOf(paper));
    return (name: string) => strFromU8(files[name]!);
  };

  test("has Word's own headings, lists, headed tables and words for pictures, and its language", async () => {
    const file = await open(inventedPaper());
    const body = file("word/document.xml");
    const styles = [...body.matchAll(/<w:pStyle w:val="([^"]+)"/g)].map((match) => match[1]);
    expect(styles.filter((style) => style === "Title")).toHaveLength(1);
    expect(styles.filter((style) => style === "Heading1")).toHaveLength(3);
    expect(styles.filter((style) => style === "Heading2")).toHaveLength(1);
    expect(body.match(/<w:tblHeader\/>/g)).toHaveLength(1);
    expect(body.match(/<w:numPr>/g)).toHaveLength(2);
    expect(body).toContain(
      'descr="Use in the role: 45% in 2022/23, hidden in 2023/24, 61% in 2024/25, 69% in 2025/26."',
    );
    expect(file("word/styles.xml")).toContain('<w:lang w:val="en-GB"/>');
    expect(file("word/footer1.xml")).toContain("NUMPAGES");
  });

  test("has its parts under Word's own names, which its navigation and programs that read aloud know", async () => {
    const styles = (await open(inventedPaper()))("word/styles.xml");
    const named = [...styles.matchAll(/<w:style [^>]*w:styleId="(\w+)"[^>]*><w:name w:val="([^"]+)"/g)];
    const names = Object.fromEntries(named.map(([, id, name]) => [id, name]));
    expect(names).toMatchObject({
      Title: "Title",
      Subtitle: "Subtitle",
      Heading1: expect.stringMatching(/^heading 1$/i),
      Heading2: expect.stringMatching(/^heading 2$/i),
      Caption: "caption",
      ListBullet: "List Bullet",
    });
  });

  test("leaves lines as high as what stands in them, so that no program cuts a picture", async () => {
    const styles = (await open(inventedPaper()))("word/styles.xml");
    const spaced = styles.match(/<w:spacing [^>]*w:line="[^>]*>/g)!;
    expect(spaced.length).toBeGreaterThan(5);
    for (const spacing of spaced) expect(spacing).toContain('w:lineRule="auto"');
  });

  test("keeps its tables between the edges, a short one on one sheet", async () => {
    const word = { heading: "What was decided", isNumber: false };
    const rows = Array.from({ length: 5 }, () => [
      "Measure of something",
      "1 December 2026",
      "12 of 3,456 answers",
      "No change",
    ]);
    const table: Block = {
      is: "table",
      caption: "Decided",
      columns: [word, word, { heading: "Rests on", isNumber: true }, word],
      rows,
      notes: [],
    };
    const body = (await open(inventedPaper({ sections: [{ heading: "Figures", blocks: [table] }] })))(
      "word/document.xml",
    );
    const widths = [...body.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) => Number(width));
    expect(widths).toHaveLength(4);
    expect(widths.reduce((sum, width) => sum + width)).toBeLessThanOrEqual(9750);
    const kept = body.split("<w:tr>").map((row) => row.includes("<w:keepNext/>"));
    expect(kept.slice(1)).toEqual([true, true, true, true, true, false]);
    expect(body).toMatch(/<w:tblLook [^>]*w:firstColumn="(1|true)"/);
  });

  test("of the same paper has the same bytes", async () => {
    expect((await wordOf(inventedPaper())).equals(await wordOf(inventedPaper()))).toBe(true);
  });

  test("shows what looks like orders to a program as the text it is", async () => {
    const body = (await open(withOrders))("word/document.xml");
    const texts = [...body.matchAll(/<w:t [^>]*>([^<]*)/g)].map(([, text]) =>
      text!
        .replaceAll("&lt;", "<")
        .replaceAll("&gt;", ">")
        .replaceAll("&quot;", '"')
        .replaceAll("&apos;", "'")
        .replaceAll("&amp;", "&"),
    );
    for (const text of kept) expect(texts).toContain(text);
  });
});

describe("a spreadsheet", () => {
  const { schools, catalogue } = inventedRelease();
  const book = {
    paper: inventedPaper({ sections: withOrders.sections }),
    figures: schools[7]!.figures,
    measures: catalogue.measures,
    threshold: 10,
  };

  test("holds every figure as it was published", async () => {
    const [header, ...rows] = await readSheet(await sheetOf(book), "Figures");
    expect(header).toEqual(figureColumns);
    expect(rows).toEqual(
      book.figures.map((figure) => figureColumns.map((column) => (figure[column] === "" ? null : figure[column]))),
    );
  });

  test("says what it is, what its marks mean and how each measure is defined", async () => {
    const file = await sheetOf(book);
    const words = (await readSheet(file, "Read me")).flat().join("\n");
    for (const said of ["2026-11-20-0a1b2c3d4e5f", "fewer than 10 people", "suppressed [c]"])
      expect(words).toContain(said);
    const [, ...rows] = await readSheet(file, "Definitions");
    const used = new Set(book.figures.map(({ measure_id }) => measure_id));
    expect(rows.map(([id]) => id)).toEqual(catalogue.measures.map(({ id }) => id).filter((id) => used.has(id)));
  });

  test("has no formula: what looks like one stays text", async () => {
    const file = await sheetOf(book);
    const [, ...rows] = await readSheet(file, "Table 1");
    expect(rows.flat()).toEqual(kept);
    const parts = unzipSync(file);
    for (const name of Object.keys(parts).filter((part) => part.includes("worksheets/")))
      expect(strFromU8(parts[name]!)).not.toMatch(/<f[ >]/);
  });

  test("of the same paper has the same bytes", async () => {
    expect((await sheetOf(book)).equals(await sheetOf(book))).toBe(true);
  });
});

test("papers have the colours of the pages by day", () => {
  const css = (name: string) => readFileSync(join(import.meta.dirname, "../src/styles", name), "utf8");
  const [day] = css("tokens.css").split("prefers-color-scheme: dark");
  for (const [name, value] of Object.entries(paperColours))
    expect(name === "soft" ? css("print.css") : day).toContain(`--${name}: ${value};`);
});
