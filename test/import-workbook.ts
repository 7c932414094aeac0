import { strToU8, type Zippable, zipSync } from "fflate";

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packaged = "http://schemas.openxmlformats.org/package/2006";
const head = '<?xml version="1.0" encoding="UTF-8"?>';

/** What a cell of a test's workbook may hold: words, a number, nothing, or a formula with the value that was saved with it. */
export type TestCell = string | number | null | { formula: string; value: string };

/** The bytes of an .xlsx workbook with one sheet; `more` adds files to the archive, or replaces those it would have. */
export function workbook(rows: TestCell[][], more: Zippable = {}): Uint8Array {
  return zipSync({ ...workbookFiles(sheetXml(rows)), ...more });
}

/** The files of a workbook whose one sheet is this XML. */
export function workbookFiles(sheet: string): Zippable {
  const file = (text: string) => strToU8(head + text);
  return {
    "[Content_Types].xml": file(
      `<Types xmlns="${packaged}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    ),
    "_rels/.rels": file(
      `<Relationships xmlns="${packaged}/relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    "xl/workbook.xml": file(
      `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Sheet1" sheetId="1" r:id="r1"/></sheets></workbook>`,
    ),
    "xl/_rels/workbook.xml.rels": file(
      `<Relationships xmlns="${packaged}/relationships"><Relationship Id="r1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ),
    "xl/worksheets/sheet1.xml": file(sheet),
  };
}

/** The XML of a sheet with these rows. */
export function sheetXml(rows: TestCell[][]): string {
  const xml = rows.map((cells, row) => {
    const inside = cells.map((cell, column) => cellXml(cell, `${String.fromCharCode(65 + column)}${row + 1}`));
    return `<row r="${row + 1}">${inside.join("")}</row>`;
  });
  return `<worksheet xmlns="${main}"><sheetData>${xml.join("")}</sheetData></worksheet>`;
}

function cellXml(cell: TestCell, at: string): string {
  if (cell === null) return "";
  if (typeof cell === "number") return `<c r="${at}"><v>${cell}</v></c>`;
  if (typeof cell === "string") return `<c r="${at}" t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`;
  return `<c r="${at}" t="str"><f>${escaped(cell.formula)}</f><v>${escaped(cell.value)}</v></c>`;
}

const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
