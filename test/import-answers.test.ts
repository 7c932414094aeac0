import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { ImportAbout, ImportState } from "../pipelines/contract.ts";
import { isForFile, readAnswers, yearOf } from "../src/imports/answers.ts";
import { collectionWords, undoneWords } from "../src/imports/words.ts";

const state: ImportState = {
  step: "match",
  updated_at: "2026-11-20T09:00:00.000Z",
  progress: null,
  rows: 3,
  kinds: [{ name: "staff", about: "Staff", likelihood: 1 }],
  kind: "staff",
  columns: [
    { name: "last_name", label: "Last name", note: null, is_required: true, heading: null },
    { name: "fte", label: "Full time", note: null, is_required: false, heading: "FTE\r\nactual" },
  ],
  headings: [
    { heading: "Surname", samples: [] },
    { heading: "FTE\r\nactual", samples: [] },
  ],
  words: [
    {
      column: "staff_group",
      label: "Staff group",
      choices: [{ key: "teachers", label: "Teachers" }],
      words: [
        { word: "Teacher", key: "teachers", rows: 2 },
        { word: "Wizard", key: null, rows: 1 },
        { word: "Visitor", key: null, rows: 1 },
      ],
    },
  ],
  asks: ["year"],
  counts: null,
  collections: [],
  lines: [],
  notes: [],
  batch: null,
  problem: null,
};
const about: ImportAbout = {
  file_name: "staff.csv",
  uploaded_at: "2026-11-20T09:00:00.000Z",
  uploaded_by: "u1",
  allowed_school_urns: null,
  kind: null,
  mapping: null,
  words: null,
  year: null,
  release: null,
  trust_uid: null,
};

function form(fields: Record<string, string>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  return data;
}

test("columns are chosen by their place, so that a heading of two lines stays as the file has it", () => {
  const { said } = readAnswers(form({ "column-0": "0", "column-1": "1" }), state, about);
  expect(said.mapping).toEqual({ last_name: "Surname", fte: "FTE\r\nactual" });
  expect(readAnswers(form({ "column-0": "", "column-1": "7" }), state, about).said.mapping).toEqual({
    last_name: "",
    fte: "",
  });
});

test("a word can be matched, left out, or left for later", () => {
  const answers = { "word-0-0": "teachers", "word-0-1": "", "word-0-2": "?" };
  const { said } = readAnswers(form(answers), state, { ...about, words: { contract: { Perm: "permanent" } } });
  expect(said.words).toEqual({ contract: { Perm: "permanent" }, staff_group: { Teacher: "teachers", Wizard: "" } });
});

test.for([
  ["2025/26", 202526],
  ["2025-26", 202526],
  ["2025/2026", 202526],
  ["202526", 202526],
  [" 1999/00 ", 199900],
  ["2025/27", null],
  ["2025", null],
  ["last year", null],
] as const)("the academic year %j is %s", ([text, year]) => {
  expect(yearOf(text)).toBe(year);
});

test("an answer that cannot be used is said to be so at its field", () => {
  const { faults } = readAnswers(form({ year: "soon", trust_uid: "ours" }), state, about);
  expect(faults.map(({ field }) => field)).toEqual(["year", "trust_uid"]);
});

test("what is said once for the whole file is no word of the file", () => {
  const group = state.words[0]!;
  expect(isForFile(group)).toBe(false);
  expect(isForFile({ ...group, words: [{ word: "the whole file", key: null, rows: 3 }] })).toBe(true);
});

test("what became of each collection is said without its noughts", () => {
  const collections = [
    { collection: "staff", label: "members of staff", added: 1204, changed: 0 },
    { collection: "employments", label: "employments", added: 0, changed: 2 },
    { collection: "schools", label: "schools", added: 0, changed: 0 },
  ];
  expect(collectionWords(collections, "before")).toEqual([
    "Members of staff: 1,204 to be added",
    "Employments: 2 to be changed",
  ]);
  expect(undoneWords({ deleted: 1, restored: 0, kept: 2 })).toBe(
    "One record was deleted; 2 records stayed, because somebody has changed them since or others refer to them.",
  );
  expect(undoneWords({ deleted: 0, restored: 0, kept: 0 })).toBe("There was nothing to undo.");
});

// The module reads the settings and starts programs when it is loaded, so it is loaded over a folder of its own.
const dataDir = mkdtempSync(join(tmpdir(), "cpd-import-answers-"));
beforeAll(() => {
  vi.stubEnv("DATA_DIR", dataDir);
});
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(dataDir, { recursive: true });
});

test("each step has its page; reading that nobody has heard of for minutes has stopped", async () => {
  const { pageOf } = await import("../src/imports/open.ts");
  const at = (step: ImportState["step"]) => pageOf({ id: "a".repeat(32), about, state: { ...state, step } }, now);
  const now = Date.parse("2026-11-20T09:01:00.000Z");
  const steps = ["reading", "choose_kind", "match", "ready", "writing", "written", "undone", "refused"] as const;
  expect(steps.map(at)).toEqual(["wait", "kind", "columns", "preview", "wait", "done", "done", "problem"]);
  const later = Date.parse("2026-11-20T09:05:00.000Z");
  expect(pageOf({ id: "a".repeat(32), about, state: { ...state, step: "writing" } }, later)).toBe("stopped");
  expect(pageOf({ id: "a".repeat(32), about, state: null }, now)).toBe("stopped");
});
