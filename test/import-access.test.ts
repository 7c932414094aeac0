import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { ImportAbout, ImportBatch } from "../pipelines/contract.ts";
import type { Keeping, Reader } from "../src/session/reader.ts";

const dataDir = mkdtempSync(join(tmpdir(), "cpd-import-access-"));
const id = (school: string) => school.padStart(32, "0");

const batch = (name: string, allowed_school_urns: string[] | null): ImportBatch => ({
  batch: name,
  kind: "staff",
  file: "staff.csv",
  started_at: "2026-11-20T09:00:00.000Z",
  state: "written",
  added: 1,
  changed: 0,
  imported_by: "u1",
  allowed_school_urns,
  undone: null,
  problem: null,
});
const about = (allowed_school_urns: string[] | null): ImportAbout => ({
  file_name: "staff.csv",
  uploaded_at: "2026-11-20T09:00:00.000Z",
  uploaded_by: "u1",
  allowed_school_urns,
  kind: null,
  mapping: null,
  words: null,
  year: null,
  release: null,
  trust_uid: null,
});
const made: [name: string, allowed: string[] | null][] = [
  ["1", ["900001"]],
  ["2", ["900001", "900002"]],
  ["3", null],
];

// The modules read the settings when they are loaded, so they are loaded over a folder of their own.
beforeAll(() => {
  vi.stubEnv("DATA_DIR", dataDir);
  for (const [name, allowed] of made) {
    const folder = join(dataDir, "imports", "uploads", id(name));
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "about.json"), JSON.stringify(about(allowed)));
    writeFileSync(join(dataDir, "imports", `${name}.json`), JSON.stringify(batch(name, allowed)));
  }
  // As imports were noted before it was said for which schools they were.
  const { allowed_school_urns: _, ...earlier } = batch("4", null);
  writeFileSync(join(dataDir, "imports", "4.json"), JSON.stringify(earlier));
});
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(dataDir, { recursive: true });
});

const reader = (userId: string, keeps: Keeping): Reader => ({
  userId,
  keeps,
  role: "cpd_lead",
  label: "",
  seesTrust: false,
  schoolUrns: [],
  mayExport: false,
  mayExportAnswers: false,
});

test.for<[string, Reader, batches: string[], uploads: string[]]>([
  ["a lead of the school", reader("u1", ["900001"]), ["1"], ["1"]],
  ["a lead who has moved to another school", reader("u1", ["900002"]), [], []],
  ["a lead of both schools", reader("u1", ["900001", "900002"]), ["1", "2"], ["1", "2"]],
  ["somebody with no appointment that imports", reader("u1", null), [], []],
  ["another lead of the school", reader("u2", ["900001"]), [], []],
  ["an administrator who made them", reader("u1", "all"), ["1", "2", "3", "4"], ["1", "2", "3"]],
  ["another administrator", reader("u2", "all"), ["1", "2", "3", "4"], []],
])("the imports that %s may open and undo, and their uploads", async ([, who, batches, uploads]) => {
  const { readBatch, readBatches } = await import("../src/data/batches.ts");
  const { readUpload, readUploads } = await import("../src/data/uploads.ts");
  expect((await readBatches(who)).map((each) => each.batch).sort()).toEqual(batches);
  const opened = await Promise.all(["1", "2", "3", "4"].map((name) => readBatch(who, name)));
  expect(opened.flatMap((each) => each?.batch ?? [])).toEqual(batches);
  expect((await readUploads(who)).map((each) => each.id).sort()).toEqual(uploads.map(id));
  const read = await Promise.all(made.map(([name]) => readUpload(id(name), who)));
  expect(read.flatMap((each) => each?.id ?? [])).toEqual(uploads.map(id));
});
