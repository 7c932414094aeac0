import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { mostRows } from "../pipelines/import/limits.ts";
import { refusedCsv } from "../pipelines/import/refused.ts";
import { readSheet } from "../pipelines/import/sheet.ts";
import { readWorkbook } from "../pipelines/import/workbook.ts";
import { sheetXml, workbook, workbookFiles } from "./import-workbook.ts";

const bytes = (text: string, encoding: BufferEncoding = "utf8") => Buffer.from(text, encoding);
const rows = [
  ["URN", "Name"],
  ["900001", "Invented School"],
];

describe("what is no table of rows is refused, with what it is and what to do", () => {
  test.for([
    ["a PDF", bytes("%PDF-1.7\nnothing"), "is a PDF document, not a table of rows"],
    ["a photograph", bytes("\xFF\xD8\xFF\xE0", "latin1"), "is a picture"],
    ["an old workbook", bytes("d0cf11e0a1b11ae1", "hex"), "old kind (.xls), or one with a password"],
    ["a web page named as a workbook", bytes("<html><table><tr><td>URN"), "web page"],
    ["a Word document", zipSync({ "word/document.xml": strToU8("<w/>") }), "is a Word document"],
    ["a spreadsheet of another kind", zipSync({ "content.xml": strToU8("<o/>") }), "OpenDocument"],
    ["a zip archive of CSV files", zipSync({ "staff.csv": strToU8("URN,Name\n") }), "is a zip archive"],
    ["half a workbook", workbook(rows).subarray(0, 400), "not a workbook that can be read"],
  ] as const)("%s", async ([, content, words]) => {
    const fault = await readSheet(content, "invented.xlsx").catch((error: Error) => error);
    expect(fault).toMatchObject({ name: "HubError", at: "invented.xlsx", problem: expect.stringContaining(words) });
    expect((fault as { fix?: string }).fix).toMatch(
      /choose that file|choose the file in it|try again|save it as \.xlsx/,
    );
  });
});

describe("a workbook that would fill the memory is refused before it does", () => {
  const most = 1e6;
  const bomb = workbook(rows, { "xl/media/blown.bin": new Uint8Array(20e6) });

  test("a zip bomb by its list of contents", async () => {
    expect(bomb.length).toBeLessThan(50e3);
    await expect(readWorkbook(bomb, "bomb.xlsx", most)).rejects.toThrow("unpacks to far more than its rows can need");
  });

  test("a zip bomb whose list of contents lies", async () => {
    await expect(readWorkbook(lying(bomb), "bomb.xlsx", most)).rejects.toThrow("unpacks to far more");
  });

  test("a sheet with one cell in its furthest corner", async () => {
    const sheet = sheetXml(rows).replace(
      "</sheetData>",
      '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>',
    );
    await expect(readSheet(zipSync(workbookFiles(sheet)), "corner.xlsx")).rejects.toThrow("unpacks to far more");
  });

  test("a text with more rows than we take", async () => {
    const many = bytes(`URN\n${"1\n".repeat(mostRows)}`);
    await expect(readSheet(many, "many.csv")).rejects.toThrow("more than 500,000 rows");
  });
});

/** The same archive, whose list of contents gives every file a size of one byte. */
function lying(archive: Uint8Array): Uint8Array {
  const copy = Buffer.from(archive);
  for (let at = copy.indexOf("PK\x01\x02", 0, "latin1"); at !== -1; at = copy.indexOf("PK\x01\x02", at + 4, "latin1"))
    copy.writeUInt32LE(1, at + 24);
  return copy;
}

describe("a formula is text", () => {
  const formula = '=HYPERLINK("https://elsewhere.example","900001")';

  test("in a CSV file", async () => {
    const sheet = await readSheet(bytes('URN,Name\n900001,"=1+1"\n'), "invented.csv");
    expect(sheet.rows[1]!.cells).toEqual(["900001", "=1+1"]);
  });

  test("in a workbook it is the value that was saved with it", async () => {
    const sheet = await readSheet(
      workbook([["URN"], [{ formula: formula.slice(1), value: "900001" }]]),
      "invented.xlsx",
    );
    expect(sheet.rows[1]!.cells).toEqual(["900001"]);
  });

  test("and it stays text in the file of refused rows, while a number keeps its sign", async () => {
    const text = `URN,Name,Change,Call\n900001,${JSON.stringify(formula).replaceAll('\\"', '""')},-1.5,+44 20\n`;
    const sheet = await readSheet(bytes(text), "invented.csv");
    const csv = refusedCsv(sheet, [
      { line: 2, column: "Name", reason: "is no name" },
      { line: 2, column: null, reason: "is there twice" },
    ]);
    expect(csv).toBe(
      `\uFEFFURN,Name,Change,Call,Line in the file,What is wrong\r\n900001,"'=HYPERLINK(""https://elsewhere.example"",""900001"")",-1.5,'+44 20,2,Name: is no name; is there twice\r\n`,
    );
  });
});

test("a workbook is read like a text, with the rows of the sheet as lines and empty ones left out", async () => {
  const sheet = await readSheet(workbook([["URN", "Hours"], [], ["900001", 1.5]]), "invented.xlsx");
  expect(sheet.rows).toEqual([
    { line: 1, cells: ["URN", "Hours"] },
    { line: 3, cells: ["900001", 1.5] },
  ]);
});

test("a text that says its own separator is believed", async () => {
  const sheet = await readSheet(
    bytes('sep=;\r\nURN;Name\r\n900001;"Reading, Writing, Arithmetic"\r\n'),
    "invented.csv",
  );
  expect(sheet.rows).toEqual([
    { line: 2, cells: ["URN", "Name"] },
    { line: 3, cells: ["900001", "Reading, Writing, Arithmetic"] },
  ]);
});
