/**
 * Makes the cell that names a row of a table a header of that row. Typst 0.14 has this (`pdf.header-cell`) behind a feature that its
 * program for Node cannot turn on, so it is done in the file that Typst wrote: every object of it stays, and only those of table cells say more.
 *
 * @see ISO 32000-1:2008, 14.8.4.3.4 (table elements), 14.8.5.7 (Scope, Headers) and 7.5.4 (cross-reference table)
 */

/** What stands before the objects, the objects by their numbers, and what the trailer says. */
interface Pdf {
  head: string;
  objects: Map<number, string>;
  trailer: string;
}

/** PDFs are bytes: one character each, so that no picture or font is touched. */
const bytes = "latin1";
const cell = "<<\n  /Type /StructElem\n  /S /TD\n";

/**
 * The same PDF with a row header at the start of every row in the body of its tables, and with every other cell of the row naming it.
 *
 * @param pdf - as Typst writes it: tagged, with a cross-reference table and no object streams
 * @throws RangeError when it is written otherwise, as another version of Typst may
 */
export function withRowHeaders(pdf: Buffer): Buffer {
  const file = read(pdf.toString(bytes));
  const { objects } = file;
  const ids = new Map<string, number>();
  for (const text of [...objects.values()]) {
    if (!is(text, "TBody")) continue;
    for (const row of kidsOf(text)) {
      const [first, ...others] = kidsOf(objects.get(row) ?? "");
      if (first === undefined || !objects.get(first)?.includes(cell)) continue;
      const id = `R${first}`;
      ids.set(id, first);
      objects.set(first, asHeader(objects.get(first)!, id));
      for (const other of others) objects.set(other, naming(objects.get(other)!, id));
    }
  }
  if (ids.size === 0) return pdf;
  for (const [number, text] of objects)
    if (/^\d+ 0 obj\n<<\n {2}\/Type \/StructTreeRoot\n/.test(text)) objects.set(number, withIds(text, ids));
  return Buffer.from(written(file), bytes);
}

const is = (object: string, role: string) =>
  object.slice(0, 80).includes(`obj\n<<\n  /Type /StructElem\n  /S /${role}\n`);

/** The objects that an element of the structure holds. */
function kidsOf(object: string): number[] {
  const [, list = ""] = /\n {2}\/K \[((?:\d+ 0 R ?)+)\]/.exec(object) ?? [];
  return [...list.matchAll(/(\d+) 0 R/g)].map(([, number]) => Number(number));
}

function asHeader(object: string, id: string): string {
  return object.replace("/S /TD\n", `/S /TH\n  /ID (${id})\n`).replace("/O /Table\n", "/O /Table\n    /Scope /Row\n");
}

/** A cell lists its headers by their names; without its row's it would be read with its column's alone. */
function naming(object: string, id: string): string {
  return object.replace(/(\/Headers \[)/, `$1(${id}) `);
}

/** The tree by which headers are found by name, in the order of the names. */
function withIds(root: string, ids: ReadonlyMap<string, number>): string {
  return root.replace(/(\/IDTree <<\s+\/Names \[)([^\]]*)\]/, (_, start: string, names: string) => {
    const known = [...names.matchAll(/\((\w+)\) (\d+) 0 R/g)].map(([, id, number]) => [id!, Number(number)] as const);
    const all = [...known, ...ids].sort(([one], [other]) => (one < other ? -1 : 1));
    return `${start}${all.map(([id, number]) => `(${id}) ${number} 0 R`).join(" ")}]`;
  });
}

function read(text: string): Pdf {
  const [, start] = /startxref\n(\d+)\n%%EOF\s*$/.exec(text) ?? [];
  const table = text.slice(Number(start));
  const [, count] = /^xref\n0 (\d+)\n/.exec(table) ?? [];
  if (start === undefined || count === undefined) throw new RangeError("The PDF has no cross-reference table");
  const places = [...table.matchAll(/^(\d{10}) \d{5} n/gm)].map(([, place]) => Number(place));
  if (places.length !== Number(count) - 1) throw new RangeError("The PDF has objects that were taken out");
  const inOrder = [...places, Number(start)].sort((one, other) => one - other);
  const ends = new Map(inOrder.map((place, at) => [place, inOrder[at + 1]]));
  const objects = places.map((place, at) => [at + 1, text.slice(place, ends.get(place))] as const);
  const [, trailer = ""] = /(trailer\n[\s\S]*)startxref/.exec(table) ?? [];
  return { head: text.slice(0, inOrder[0]), objects: new Map(objects), trailer };
}

function written({ head, objects, trailer }: Pdf): string {
  const places: string[] = [];
  let place = head.length;
  for (const text of objects.values()) {
    places.push(`${String(place).padStart(10, "0")} 00000 n\r\n`);
    place += text.length;
  }
  const free = "0000000000 65535 f\r\n";
  const table = `xref\n0 ${objects.size + 1}\n${free}${places.join("")}`;
  return `${head}${[...objects.values()].join("")}${table}${trailer}startxref\n${place}\n%%EOF`;
}
