import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { readArguments } from "../bin/paper-arguments.ts";
import { hindranceOf, notesOn } from "../src/papers/comparable.ts";
import { differenceOf } from "../src/papers/difference.ts";
import { type Edition, editionBefore, replacementOf } from "../src/papers/editions.ts";
import { fileName } from "../src/papers/file-name.ts";
import type { Block, Paper } from "../src/papers/paper.ts";
import { lastPaperOf } from "../src/sentences/last-paper.ts";
import type { Reader } from "../src/session/reader.ts";
import { inventedPaper } from "./harness/paper.ts";

const about = {
  kind: "board_paper" as const,
  place: { urn: "900001", name: "Hawthorn Primary School" },
  course_id: null,
  time_period: 202526,
  title: "Professional development",
  meeting_on: "2026-12-08",
  release_id: "2026-11-20-0a1b2c3d4e5f",
  made_on: "2026-11-30",
  record_id: null,
};
const edition = (number: number, told: Partial<Edition> = {}): Edition => ({ number, ...about, files: {}, ...told });

describe("an edition", () => {
  const [first, other, second, third] = [
    edition(1),
    edition(2, { place: { urn: "900005", name: "Larkmoor High School" } }),
    edition(3),
    edition(4, { meeting_on: "2027-03-09" }),
  ];
  const all = [first, other, second, third];

  test("is replaced by the latest of the same paper, and by nothing else", () => {
    expect(all.map((one) => replacementOf(one, all)?.number)).toEqual([3, undefined, undefined, undefined]);
  });

  test("is replaced by the one made of the same entry once its meeting was put right", () => {
    const [wrong, right] = [edition(5, { record_id: "a" }), edition(6, { record_id: "a", meeting_on: "2026-12-10" })];
    expect(replacementOf(wrong, [wrong, right])?.number).toBe(6);
    expect(replacementOf(wrong, [wrong, { ...right, record_id: "b" }])).toBeNull();
  });

  test("follows the one before of its kind and place, whatever meeting that was for", () => {
    expect(all.map((one) => editionBefore(one, all)?.number)).toEqual([undefined, undefined, 1, 3]);
  });
});

test("what the last meeting of a place saw is its latest board paper, or else its annual report", () => {
  const report = edition(2, { kind: "annual_report", place: { urn: null, name: "Larkmoor Learning Trust" } });
  const all = [edition(1), edition(3), edition(4, { kind: "annual_report" }), report];
  expect(lastPaperOf(all, "900001")?.number).toBe(3);
  expect(lastPaperOf(all, null)?.number).toBe(2);
  expect(lastPaperOf(all, "900005")).toBe(null);
});

describe("on the disk", () => {
  let dataDir: string;
  let editions: typeof import("../src/data/editions.ts");
  const trustee = { seesTrust: true, schoolUrns: [], keeps: null } as unknown as Reader;
  const content = async (number: number) => ({
    "paper.json": Buffer.from(`{"number":${number}}`),
    "open/paper.json": Buffer.from("{}"),
  });

  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), "cpd-editions-"));
    vi.stubEnv("DATA_DIR", dataDir);
    editions = await import("../src/data/editions.ts");
  });
  afterAll(() => {
    vi.unstubAllEnvs();
    rmSync(dataDir, { recursive: true });
  });
  const names = () => readdirSync(join(dataDir, "published/editions")).sort();

  test("has a number that is given once, however many are made at a time", async () => {
    const made = await Promise.all([1, 2, 3].map(() => editions.writeEdition(about, content)));
    expect(made.map(({ number }) => number)).toEqual([1, 2, 3]);
    expect(names()).toEqual(["1", "2", "3"]);
    expect((await editions.readEditions(trustee)).map(({ number }) => number)).toEqual([3, 2, 1]);
  });

  test("is whole or not there: what dies while it is made leaves nothing, and takes no number", async () => {
    await expect(
      editions.writeEdition(about, async () => {
        throw new Error("The program that makes papers has stopped");
      }),
    ).rejects.toThrow("stopped");
    mkdirSync(join(dataDir, "published/editions/.making-half"), { recursive: true });
    const { number } = await editions.writeEdition(about, content);
    expect(number).toBe(4);
    expect(names()).toEqual(["1", "2", "3", "4"]);
  });

  test("is read with the bytes it was made with, by each reader their own", async () => {
    const one = await editions.readEdition(trustee, 2);
    const lead = { seesTrust: false, schoolUrns: ["900001"], keeps: ["900001"] } as unknown as Reader;
    expect(Buffer.from(await editions.readEditionFile(trustee, one, "paper.json")).toString()).toBe('{"number":2}');
    const both = { ...lead, seesTrust: true } as unknown as Reader;
    const report = (urn: string | null) => edition(9, { kind: "course_report", place: { urn, name: "Invented" } });
    const readable = [report("900001"), report("900005"), report(null)];
    for (const reader of [lead, both])
      expect(readable.map((found) => editions.mayReadEdition(reader, found))).toEqual([true, false, false]);
    for (const reader of [lead, both])
      expect(Buffer.from(await editions.readEditionFile(reader, one, "paper.json")).toString()).toBe("{}");
  });

  test("is refused where a file is not what it was, and others are still read", async () => {
    writeFileSync(join(dataDir, "published/editions/2/paper.json"), '{"number":8}');
    const one = await editions.readEdition(trustee, 2);
    await expect(editions.readEditionFile(trustee, one, "paper.json")).rejects.toThrow(editions.EditionDamaged);
    writeFileSync(join(dataDir, "published/editions/2/edition.json"), "{}");
    await expect(editions.readEdition(trustee, 2)).rejects.toThrow(editions.EditionDamaged);
    expect((await editions.readEditions(trustee)).map(({ number }) => number)).toEqual([4, 3, 1]);
  });

  test("that is not there is not found", async () => {
    await expect(editions.readEdition(trustee, 99)).rejects.toThrow("No such edition");
  });
});

describe("the difference between two papers", () => {
  const words = (text: string): Block => ({ is: "words", text, isWritten: true });
  const withBlocks = (...blocks: Block[]): Paper => inventedPaper({ sections: [{ heading: "What changed", blocks }] });
  const table = (...rows: string[][]): Block => ({
    is: "table",
    caption: "Figures",
    columns: ["Measure", "2024/25", "2025/26"].map((heading, at) => ({ heading, isNumber: at > 0 })),
    rows,
    notes: [],
  });

  test("is none where they say the same", () => {
    expect(differenceOf(inventedPaper(), inventedPaper({ title: "Another title" }))).toEqual([]);
  });

  test("tells sentences that were added, removed, and put in other words", () => {
    const [section] = differenceOf(
      withBlocks(words("The reading programme began. Nobody was asked. All stays.")),
      withBlocks(words("The reading programme has ended. All stays. A survey comes in May.")),
    );
    expect(section!.heading).toBe("What changed");
    expect(section!.changes.map(({ is, pieces }) => [is, pieces.map((piece) => `${piece.is}: ${piece.text}`)])).toEqual(
      [
        ["changed", ["same: The reading programme ", "removed: began", "added: has ended", "same: ."]],
        ["removed", ["removed: Nobody was asked."]],
        ["added", ["added: A survey comes in May."]],
      ],
    );
  });

  test("holds what is said of a measure against the same measure, however alike another sounds", () => {
    const [section] = differenceOf(
      withBlocks({ is: "list", items: ["Use in the role: 61% in 2024/25, as the year before."] }),
      withBlocks({
        is: "list",
        items: ["Hours of CPD: 61% in 2024/25, as the year before.", "Use in the role: nobody was asked."],
      }),
    );
    expect(section!.changes.map(({ is, pieces }) => [is, pieces[0]!.text.slice(0, 12)])).toEqual([
      ["changed", "Use in the r"],
      ["added", "Hours of CPD"],
    ]);
  });

  test("tells the cells of a table by row and column, and rows that came and went", () => {
    const [section] = differenceOf(
      withBlocks(table(["Use", "61%", "69%"], ["Hours", "6.1", "7.4"])),
      withBlocks(table(["Use", "61%", "[c]"], ["Cost", "£12", "£14"])),
    );
    expect(section!.changes.map(({ is, where, pieces }) => [is, where, pieces.map(({ text }) => text)])).toEqual([
      ["changed", "Figures: Use, 2025/26", ["69%", "[c]"]],
      ["removed", "Figures: Hours", ["2024/25 6.1 · 2025/26 7.4"]],
      ["added", "Figures: Cost", ["2024/25 £12 · 2025/26 £14"]],
    ]);
  });

  test("tells sections of which only one paper has any", () => {
    const paper = inventedPaper();
    const differences = differenceOf(paper, { ...paper, sections: paper.sections.slice(1) });
    expect(differences.map(({ heading, is }) => [heading, is])).toEqual([["Decision asked", "removed"]]);
  });
});

describe("two papers", () => {
  const compared = (name: string, told: Partial<Paper> = {}, profile: string | null = "M") => ({
    name,
    paper: inventedPaper(told),
    profile,
  });
  const edition5 = compared("edition 5");

  test("of one kind are compared, of two kinds they are not", () => {
    expect(hindranceOf(edition5, compared("the draft"))).toBeNull();
    expect(hindranceOf(edition5, compared("edition 7", { kind: "annual_report" }))).toBe(
      "They cannot be compared: edition 5 is of the kind “board paper” and edition 7 of the kind “annual impact report”, which say different things.",
    );
  });

  test("of two places, years or policies are compared with a word on it", () => {
    expect(notesOn(edition5, compared("the draft"))).toEqual([]);
    expect(notesOn(edition5, compared("the draft", {}, null))).toEqual([]);
    const other = compared("the draft", { place: { urn: null, name: "Invented Trust" }, timePeriod: 202627 }, "C");
    expect(notesOn(edition5, other)).toEqual([
      "They are about two places: Hawthorn Primary School and Invented Trust.",
      "They are about two years: edition 5 about 2025/26, the draft about 2026/27.",
      expect.stringMatching(/^The policy was changed for another in between\./),
    ]);
  });
});

test("a file says by its name what it is wherever it is kept", () => {
  expect(fileName(inventedPaper(), "pdf")).toBe("board-paper-900001-2025-26-draft.pdf");
  const edition = { number: 3, madeOn: "2026-11-30" };
  expect(fileName(inventedPaper({ place: { urn: null, name: "Trust" }, edition }), "xlsx")).toBe(
    "board-paper-figures-trust-2025-26-edition-3.xlsx",
  );
});

describe("npm run paper", () => {
  test("makes the board paper of a place unless it is told otherwise", () => {
    expect(readArguments(["--school", "900001", "--year", "2025/26", "--out", "x.pdf"])).toEqual({
      kind: "board_paper",
      urn: "900001",
      timePeriod: 202526,
      out: "x.pdf",
      isAll: false,
    });
    expect(readArguments(["--help"])).toBe(null);
  });

  test.for([
    [[], "Give one of --school <URN>, --trust or --all"],
    [["--trust", "--school", "900001"], "Give one of"],
    [["--school", "Hawthorn", "--out", "x.pdf"], "six digits"],
    [["--trust", "--kind", "poster", "--out", "x.pdf"], "Use one of board_paper"],
    [["--trust", "--year", "2025", "--out", "x.pdf"], "Write it as 2025/26"],
    [["--trust"], "Give --out <file>"],
    [["--shool", "900001"], "See npm run paper -- --help"],
  ] as const)("says of %j what to do", ([args, fix]) => {
    expect(() => readArguments([...args])).toThrow(fix);
  });
});
