import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readArguments } from "../pipelines/import/arguments.ts";
import type { ImportKind } from "../pipelines/import/kind.ts";
import { kinds } from "../pipelines/import/kinds/all.ts";
import { readMatch, rememberedKey, rememberMatch } from "../pipelines/import/matches.ts";
import { planImport } from "../pipelines/import/plan.ts";
import { recogniseKinds, shareOfHeadings, takenFor } from "../pipelines/import/recognise.ts";
import { readSheet } from "../pipelines/import/sheet.ts";
import { findColumns } from "../pipelines/import/table.ts";
import { keyFinder, policyOf, rememberableWords, wholeFile } from "../pipelines/import/words.ts";
import { dayOneFiles, publishedFile, temporaryFolder } from "./import-files.ts";

const sheetOf = (text: string) => readSheet(new TextEncoder().encode(text), "invented.csv");
const columns = { email: { headings: ["E-mail"] }, hours: { headings: ["Hours"], optional: true } };

describe("a file is taken for the kind whose columns it has", () => {
  test.for(dayOneFiles.map(([kind, path]) => [path, kind] as const))("%s is %s", async ([path, kind]) => {
    const sheet = await readSheet(publishedFile(path), path);
    expect(takenFor(recogniseKinds(sheet, kinds))?.name).toBe(kind);
  });

  test("and for none where it is like none, or like two", async () => {
    expect(takenFor(recogniseKinds(await sheetOf("Fruit,Colour\nPlum,Blue\n"), kinds))).toBeUndefined();
    const twin = (name: string): ImportKind => ({ ...kinds[0]!, name, recognise: () => 0.9 });
    expect(takenFor(recogniseKinds(await sheetOf("URN\n1\n"), [twin("one"), twin("other")]))).toBeUndefined();
  });

  test("by the share of its headings, of which those that must be there decide", async () => {
    expect(shareOfHeadings(await sheetOf("E-mail,Town\na,b\n"), columns)).toBeCloseTo(0.8);
    expect(shareOfHeadings(await sheetOf("Hours,Town\n1,b\n"), columns)).toBeCloseTo(0.2);
    expect(shareOfHeadings(await sheetOf("Hours\n1\n"), {})).toBe(0);
  });
});

describe("columns that somebody matched by hand", () => {
  const text = "Report of August\nContact,Time spent,Hours\na.name@school.example,2,9\n";

  test("go before the headings that are known, and a column may be left out", async () => {
    const sheet = await sheetOf(text);
    const [row] = findColumns(sheet, columns, { email: "contact", hours: "Time  spent" }).rows;
    expect([row!.text("email"), row!.text("hours")]).toEqual(["a.name@school.example", "2"]);
    const table = findColumns({ ...sheet, mapping: { email: "Contact", hours: "" } }, columns);
    expect(table.has("hours")).toBe(false);
  });

  test("are remembered for the next file with the same headings, in whatever order", async () => {
    const dataDir = temporaryFolder();
    await rememberMatch(dataDir, "training", ["Contact", "Time spent"], { email: "Contact" }, {});
    expect(await readMatch(dataDir, "training", ["TIME SPENT", "", "contact"])).toMatchObject({
      mapping: { email: "Contact" },
    });
    expect(await readMatch(dataDir, "training", ["Contact"])).toBeUndefined();
    expect(await readMatch(dataDir, "staff", ["Contact", "Time spent"])).toBeUndefined();
  });

  test("are remembered by headings: no word of the file is kept, though its key is known again", async () => {
    const dataDir = temporaryFolder();
    const words = { staff_group: { "Invented Person": "teachers", [wholeFile]: "support" } };
    await rememberMatch(dataDir, "staff", ["Post"], { staff_group: "Post" }, rememberableWords(words));
    expect(await readFile(join(dataDir, "imports", "matches.json"), "utf8")).not.toMatch(/Invented|Person/i);
    const known = await readMatch(dataDir, "staff", ["Post"]);
    expect(rememberedKey(known, "staff_group", "invented  person")).toBe("teachers");
    expect(rememberedKey(known, "staff_group", wholeFile)).toBeUndefined();
  });
});

describe("a word of the file stands for a key of the record", () => {
  const policy = policyOf({ staff_groups: [{ key: "teachers", label: "Teaching staff", is_teacher: true }] });
  const words = { group: { "Class  Teacher": "teachers", Visitor: "" } };
  const keyOf = keyFinder({ group: { headings: ["Group"], choices: "staff_groups" } }, policy, words);

  test.for([
    ["teachers", "teachers"],
    ["TEACHING STAFF", "teachers"],
    ["class teacher", "teachers"],
    ["Visitor", null],
    ["Caretaker", undefined],
  ] as const)("%s", ([word, key]) => {
    expect(keyOf("group", word)).toBe(key);
  });
});

test("the command line says which heading and which word is meant", () => {
  const given = readArguments([
    "staff",
    "staff.csv",
    "--map",
    "email=Contact = e-mail",
    "--map-value",
    "staff_group:Head: acting=teachers",
    "--map-value",
    "staff_group:Visitor=",
  ]);
  expect(given).toMatchObject({
    positionals: ["staff", "staff.csv"],
    mapping: { email: "Contact = e-mail" },
    words: { staff_group: { "Head: acting": "teachers", Visitor: "" } },
  });
  expect(() => readArguments(["--map", "email"])).toThrow("--map is not a column and a heading");
  expect(() => readArguments(["--map-value", "TA=support"])).toThrow("--map-value is not a column, a word and a key");
});

test("answers are planned in the order of their random keys, which says nothing of who came first", async () => {
  const answer = (key: string, line: number) => ({
    collection: "evaluations" as const,
    key,
    line,
    fields: { id: key, wave: "end_of_session" },
  });
  const draft = { candidates: [answer("c", 2), answer("a", 3), answer("b", 4)], refused: [], not_ours: 0, notes: [] };
  const plan = await planImport(draft, { readExisting: async () => new Map() });
  expect(plan.added.map(({ key }) => key)).toEqual(["a", "b", "c"]);
});
