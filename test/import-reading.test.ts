import iconv from "iconv-lite";
import { describe, expect, test } from "vitest";
import { readSheet } from "../pipelines/import/sheet.ts";
import { findColumns } from "../pipelines/import/table.ts";
import { publishedFile } from "./import-files.ts";

const columns = { urn: { headings: ["URN", "School number"] }, name: { headings: ["Name"] } };
const text = "URN,Name\r\n900001,École Sainte-Thérèse £5\r\n";
const bytes = (csv: string) => new TextEncoder().encode(csv);
const rowsOf = async (csv: string) => findColumns(await readSheet(bytes(csv), "invented.csv"), columns).rows;

describe("a file is read in the encoding it was saved in", () => {
  test.for([
    ["UTF-8", iconv.encode(text, "utf8")],
    ["UTF-8 with a byte order mark", iconv.encode(text, "utf8", { addBOM: true })],
    ["UTF-16 with a byte order mark", iconv.encode(text, "utf16le", { addBOM: true })],
    ["big-endian UTF-16 with a byte order mark", iconv.encode(text, "utf16be", { addBOM: true })],
    ["UTF-16 without a mark", iconv.encode(text, "utf16le")],
    ["Windows-1252", iconv.encode(text, "win1252")],
  ] as const)("%s", async ([, encoded]) => {
    const [row] = findColumns(await readSheet(encoded, "invented.csv"), columns).rows;
    expect([row!.text("urn"), row!.text("name")]).toEqual(["900001", "École Sainte-Thérèse £5"]);
  });

  test("the published Windows-1252 file keeps its accents", async () => {
    const sheet = await readSheet(publishedFile("gias/links_edubasealldata_2026-08.csv"), "links.csv");
    const words = sheet.rows.flatMap((row) => row.cells).join(" ");
    expect(words).not.toContain("\uFFFD");
    expect(words).toMatch(/[à-ÿ’ŷ]/);
  });
});

test("a line number is the file's own, even after a cell that runs over several lines", async () => {
  const rows = await rowsOf('URN,Name\n900001,"Invented\nPrimary\nSchool"\n\n900002,Other\n');
  expect(rows.map((row) => row.line)).toEqual([2, 6]);
  expect(rows[0]!.text("name")).toBe("Invented\nPrimary\nSchool");
});

test("a row shorter than the headings has empty cells, and a longer one says what is beyond", async () => {
  const [short, long] = await rowsOf("URN,Name\n900001\n900002,Invented School,900003 Predecessor,\n");
  expect([short!.cell("name"), short!.beyond]).toEqual([null, []]);
  expect(long!.beyond).toEqual(["900003 Predecessor"]);
});

test("columns are found by name, wherever they are and however they are spaced", async () => {
  const [row] = await rowsOf('  name ;"SCHOOL   NUMBER"\nInvented School;900001\n');
  expect([row!.text("urn"), row!.text("name")]).toEqual(["900001", "Invented School"]);
});

test("None is a word like any other", async () => {
  const [row] = await rowsOf("URN,Name\n900001,None\n");
  expect(row!.text("name")).toBe("None");
});

test("a missing heading is named, with the nearest ones in the file", async () => {
  const sheet = await readSheet(bytes("URM,Nam,Town\n1,2,3\n"), "invented.csv");
  expect(() => findColumns(sheet, columns)).toThrow(
    'invented.csv: has no column headed "URN"; the nearest headings are "URM", "Nam", "Town"',
  );
});

test("a heading that is there twice is refused, since nothing says which is right", async () => {
  const sheet = await readSheet(bytes("URN,Name,Name\n900001,a,b\n"), "invented.csv");
  expect(() => findColumns(sheet, columns)).toThrow("has two columns headed Name");
});

test("a quotation mark that is never closed spoils its own row and not those before it", async () => {
  const rows = await rowsOf('URN,Name\n900001,Invented School\n900002,"Open\n900003,Other\n');
  expect(rows[0]!.fault).toBeUndefined();
  expect(rows[1]).toMatchObject({ line: 3, fault: expect.stringContaining("never closed") });
});

test("a workbook is read from under its title rows, without the thousands of rows that it only claims to have", async () => {
  const sheet = await readSheet(publishedFile("workforce/School_Tables_SWC_2022_disguised.xlsx"), "swc.xlsx");
  const table = findColumns(sheet, {
    urn: { headings: ["URN"] },
    religion: { headings: ["Religious Character"] },
    qualified: { headings: ["Teachers with Qualified Teacher Status (%) (Headcount)"] },
  });
  expect(table.rows).toHaveLength(6);
  expect(table.rows[0]!.line).toBe(7);
  expect(table.rows[0]!.cell("urn")).toBe(130000);
  expect(table.rows[0]!.text("religion")).toBe("None");
  expect(table.rows[0]!.cell("qualified")).toBeCloseTo(98.969, 3);
});

test.for([
  ["an empty file", new Uint8Array(), "is empty"],
  ["an old workbook", Buffer.from("d0cf11e0a1b11ae1", "hex"), "old kind"],
  ["a file that only claims to be a workbook", Buffer.from("504b030400000000", "hex"), "not a workbook"],
  ["a picture", Buffer.from("89504e470d0a1a0a0000000d49484452ff00", "hex"), "is a picture, not a table of rows"],
] as const)("%s is refused in one plain sentence", async ([, content, words]) => {
  await expect(readSheet(content, "invented.dat")).rejects.toThrow(words);
});
