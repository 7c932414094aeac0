/** What differs between two papers, section by section: sentences, items and the cells of tables. */
import { diffArrays, diffWordsWithSpace } from "diff";
import type { Block, Paper, Section, Table } from "./paper.ts";

/** A piece of a text that both papers have, or one of them. */
export interface Piece {
  is: "same" | "removed" | "added";
  text: string;
}

/** Something that was added, removed, or said in other words. */
export interface Change {
  is: "added" | "removed" | "changed";
  /** Where in the section: of a table its caption, row and column; null for sentences. */
  where: string | null;
  /** The whole text, with what was taken out and put in. */
  pieces: Piece[];
}

/** A section in which something differs. */
export interface SectionDifference {
  heading: string;
  /** Whether only one of the papers has such a section. */
  is: "added" | "removed" | "in both";
  changes: Change[];
}

const sentences = new Intl.Segmenter("en-GB", { granularity: "sentence" });

/**
 * Every difference from one paper to another, in the order of the later one; none where they say the same.
 *
 * @param earlier - the paper to start from
 * @param later - the paper that it became
 */
export function differenceOf(earlier: Paper, later: Paper): SectionDifference[] {
  const [before, after] = [named(earlier), named(later)];
  const order = diffArrays([...before.keys()], [...after.keys()]).flatMap(({ value }) => value);
  return [...new Set(order)].flatMap((heading): SectionDifference[] => {
    const [one, other] = [before.get(heading), after.get(heading)];
    const changes = [
      ...textChanges(textsOf(one?.blocks ?? []), textsOf(other?.blocks ?? [])),
      ...tableChanges(tablesOf(one?.blocks ?? []), tablesOf(other?.blocks ?? [])),
    ];
    const is = one && other ? "in both" : one ? "removed" : "added";
    return changes.length === 0 && is === "in both" ? [] : [{ heading, is, changes }];
  });
}

/** The sections by their headings; a part's is told apart by the section that it belongs to, and a heading that comes twice by its place. */
function named({ sections }: Paper): Map<string, Section> {
  const found = new Map<string, Section>();
  let whole = "";
  for (const section of sections) {
    if (!section.isPart) whole = section.heading;
    const heading = section.isPart ? `${whole}: ${section.heading}` : section.heading;
    let name = heading;
    for (let time = 2; found.has(name); time++) name = `${heading} (${time})`;
    found.set(name, section);
  }
  return found;
}

const split = (text: string) => [...sentences.segment(text)].map(({ segment }) => segment.trim()).filter(Boolean);

/** Everything that a section says in words, sentence by sentence. */
function textsOf(blocks: readonly Block[]): string[] {
  return blocks.flatMap(sentencesOf);
}

function sentencesOf(block: Block): string[] {
  switch (block.is) {
    case "words":
    case "gap":
      return split(block.text);
    case "list":
      return block.items;
    case "statements":
      return block.statements.map(({ sentence, details }) => [sentence, ...details].join(" · "));
    case "picture":
      return [`${block.title}: ${block.words}`];
    case "table":
      return block.notes;
  }
}

/** What was taken out and put in at one place is one change where the two have words in common. */
function textChanges(before: readonly string[], after: readonly string[]): Change[] {
  const changes: Change[] = [];
  const parts = diffArrays([...before], [...after]);
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at]!;
    const next = parts[at + 1];
    if (part.removed && next?.added) {
      changes.push(...replaced(part.value, next.value));
      at += 1;
    } else if (part.removed) changes.push(...part.value.map((text) => whole("removed", text)));
    else if (part.added) changes.push(...part.value.map((text) => whole("added", text)));
  }
  return changes;
}

/** Pairs each old text with the new one that it became; those without a pair were removed or added. */
function replaced(before: readonly string[], after: readonly string[]): Change[] {
  const left = [...after];
  const changes = before.map((text): Change => {
    const at = left.findIndex((other) => isSaidOfTheSame(text, other));
    if (at === -1) return whole("removed", text);
    return changed(text, left.splice(at, 1)[0]!, null);
  });
  return [...changes, ...left.map((text) => whole("added", text))];
}

/**
 * Whether one text became the other: sentences about a measure begin with its name and a colon, and are the same one where the name is, however
 * much of the rest has changed; others where they have enough words in common.
 */
function isSaidOfTheSame(one: string, other: string): boolean {
  const [subject, otherSubject] = [one, other].map((text) => /^([^:.·]{3,100}): /.exec(text)?.[1]);
  if (subject !== undefined && otherSubject !== undefined) return subject === otherSubject;
  return likeness(one, other) >= leastLike;
}

/** Texts that share less than this part of their words are two texts, not one that was changed. */
const leastLike = 0.5;

/** Which part of their words two texts share. */
function likeness(one: string, other: string): number {
  const [words, others] = [one, other].map((text) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu)));
  const shared = [...words!].filter((word) => others!.has(word)).length;
  return shared / Math.max(1, Math.max(words!.size, others!.size));
}

const whole = (is: "added" | "removed", text: string, where: string | null = null): Change => ({
  is,
  where,
  pieces: [{ is, text }],
});

function changed(before: string, after: string, where: string | null): Change {
  const pieces = diffWordsWithSpace(before, after).map(
    ({ value, added, removed }): Piece => ({
      is: added ? "added" : removed ? "removed" : "same",
      text: value,
    }),
  );
  return { is: "changed", where, pieces };
}

const tablesOf = (blocks: readonly Block[]) =>
  new Map(blocks.filter((block) => block.is === "table").map((table) => [table.caption, table]));

function tableChanges(before: ReadonlyMap<string, Table>, after: ReadonlyMap<string, Table>): Change[] {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((caption): Change[] => {
    const [one, other] = [rowsOf(before.get(caption)), rowsOf(after.get(caption))];
    return [...new Set([...one.keys(), ...other.keys()])].flatMap((row): Change[] => {
      const [cells, others] = [one.get(row), other.get(row)];
      const where = `${caption}: ${row}`;
      if (!cells) return [whole("added", lineOf(others!), where)];
      if (!others) return [whole("removed", lineOf(cells), where)];
      return cellChanges(cells, others, where);
    });
  });
}

type Cells = ReadonlyMap<string, string>;

/** A table's rows by what names them, and their cells by the headings. */
function rowsOf(table: Table | undefined): ReadonlyMap<string, Cells> {
  const found = new Map<string, Cells>();
  for (const [name = "", ...cells] of table?.rows ?? []) {
    let unique = name;
    for (let time = 2; found.has(unique); time++) unique = `${name} (${time})`;
    found.set(unique, new Map(cells.map((cell, at) => [table!.columns[at + 1]?.heading ?? String(at + 2), cell])));
  }
  return found;
}

const lineOf = (cells: Cells) => [...cells].map(([heading, cell]) => `${heading} ${cell}`).join(" · ");

function cellChanges(before: Cells, after: Cells, where: string): Change[] {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((heading): Change[] => {
    const [one, other] = [before.get(heading) ?? "", after.get(heading) ?? ""];
    const pieces: Piece[] = [
      { is: "removed", text: one },
      { is: "added", text: other },
    ];
    return one === other
      ? []
      : [{ is: "changed", where: `${where}, ${heading}`, pieces: pieces.filter(({ text }) => text) }];
  });
}
