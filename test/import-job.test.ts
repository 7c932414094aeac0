import { existsSync } from "node:fs";
import { mkdir, readFile, stat, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { readConfig } from "../pipelines/config.ts";
import { type ImportAbout, importBatch } from "../pipelines/contract.ts";
import { runJob } from "../pipelines/import/job.ts";
import { readBatches, writeBatch } from "../pipelines/import/journal.ts";
import { inTurn } from "../pipelines/import/lock.ts";
import { readState } from "../pipelines/import/uploads.ts";
import { temporaryFolder } from "./import-files.ts";
import { type MemoryRecord, memoryRecord, schoolRecord } from "./import-memory.ts";

const id = "0123456789abcdef0123456789abcdef";
const people = [
  { id: "s1", first_name: "Una", last_name: "Invented", email: "una@one.example", school_urn: "900001" },
  { id: "s2", first_name: "Otto", last_name: "Invented", email: "otto@two.example", school_urn: "900002" },
];
const register = (...rows: string[]) => ["Email,Course,Date,Status,Hours", ...rows].join("\n");
const rows = [
  "una@one.example,Phonics,2026-10-01,Completed,2",
  "otto@two.example,Phonics,2026-10-01,Completed,2",
  "nobody@elsewhere.example,Phonics,2026-10-01,Completed,2",
];

let dataDir: string;
let record: MemoryRecord;

beforeEach(() => {
  dataDir = temporaryFolder();
  record = memoryRecord({
    schools: [schoolRecord({ urn: "900001", trust_uid: "71" }), schoolRecord({ urn: "900002", trust_uid: "71" })],
    policy: { trust_uid: "71", staff_groups: [{ key: "teachers", label: "Teachers", is_teacher: true }] },
    records: {
      staff: people.map(({ school_urn: _school, ...person }) => ({ ...person, mis_reference: null })),
      employments: people.map(({ id: staff_id, school_urn }) => ({
        id: `e-${staff_id}`,
        staff_id,
        school_urn,
        staff_group: "teachers",
        starts_on: "2024-09-01",
        ends_on: null,
      })),
    },
  });
});

const config = (settings = {}) => readConfig({ DATA_DIR: dataDir, TODAY: "2026-11-20", ...settings });
const folder = () => join(dataDir, "imports", "uploads", id);
const job = (...words: string[]) => runJob(words, config(), () => record);
const state = async () => (await readState(dataDir, id))!;

/** Puts a file where the site would, with what its owner says of it. */
async function upload(text: string, says: Partial<ImportAbout> = {}): Promise<void> {
  await mkdir(folder(), { recursive: true });
  await writeFile(join(folder(), "file"), text);
  const about: ImportAbout = {
    file_name: "register.csv",
    uploaded_at: "2026-11-20T09:00:00Z",
    uploaded_by: "u1",
    allowed_school_urns: null,
    kind: null,
    mapping: null,
    words: null,
    year: null,
    release: null,
    trust_uid: null,
    ...says,
  };
  await writeFile(join(folder(), "about.json"), JSON.stringify(about));
}

test("an upload is taken for its kind and shown line by line, and nothing is written yet", async () => {
  await upload(register(...rows));
  await job("prepare", id);
  const shown = await state();
  expect(shown).toMatchObject({ step: "ready", kind: "training", rows: 3, problem: null, batch: null });
  expect(shown.counts).toEqual({ added: 3, changed: 0, left: 0, refused: 1, not_ours: 0 });
  expect(shown.collections.map(({ label, added }) => `${added} ${label}`)).toEqual([
    "1 activities",
    "2 participations",
  ]);
  expect(shown.lines.filter(({ line }) => line === 3)).toEqual([
    { line: 3, outcome: "added", what: "Participation: Otto Invented", column: null, reason: null },
  ]);
  expect(shown.lines.find(({ line }) => line === 4)).toMatchObject({ outcome: "refused", what: "" });
  expect(record.all("participations")).toEqual([]);
});

test("every refused row can be downloaded as it stands in the file, with what is wrong", async () => {
  await upload(register(...rows));
  await job("prepare", id);
  const csv = await readFile(join(folder(), "refused.csv"), "utf8");
  expect(csv.split("\r\n")).toHaveLength(3);
  expect(csv).toContain("nobody@elsewhere.example,Phonics,2026-10-01,Completed,2,4,");
  await upload(register(...rows.slice(0, 2)));
  await job("prepare", id);
  expect(existsSync(join(folder(), "refused.csv"))).toBe(false);
});

test("what is written is one batch by whoever uploaded it; the file and the names of its preview are gone", async () => {
  await upload(register(...rows));
  await job("prepare", id);
  await job("write", id);
  const { batch, ...shown } = await state();
  expect(shown).toMatchObject({ step: "written", headings: [], words: [], progress: null });
  expect(JSON.stringify(shown)).not.toMatch(/Otto|Una|@/);
  expect(existsSync(join(folder(), "file"))).toBe(false);
  expect(record.all("participations").map(({ staff_id }) => staff_id)).toEqual(["s1", "s2"]);
  expect(await readBatches(dataDir)).toMatchObject([
    { batch, kind: "training", file: "register.csv", state: "written", added: 3, imported_by: "u1" },
  ]);
  await expect(job("write", id)).rejects.toThrow("has been written already");
});

test("an import is undone from where it was made, and its page says so", async () => {
  await upload(register(...rows));
  await job("write", id);
  await job("undo", (await state()).batch!);
  expect(await state()).toMatchObject({ step: "undone" });
  expect([record.all("participations"), record.all("activities")]).toEqual([[], []]);
  const [batch] = await readBatches(dataDir);
  expect(importBatch.parse(batch)).toMatchObject({ state: "undone", undone: { deleted: 3, restored: 0, kept: 0 } });
});

test("somebody who imports for one school writes nothing about another", async () => {
  await upload(register(...rows), { allowed_school_urns: ["900001"] });
  await job("write", id);
  expect(record.all("participations").map(({ staff_id }) => staff_id)).toEqual(["s1"]);
  expect(await readBatches(dataDir)).toMatchObject([{ allowed_school_urns: ["900001"] }]);
  expect((await state()).kinds.map(({ name }) => name)).not.toContain("gias");
});

describe("what the hub cannot know is asked", () => {
  const text = "Contact,Happening,Day,Result\nuna@one.example,Phonics,2026-10-01,Came\n";
  const mapping = { email: "Contact", activity: "Happening", starts_on: "Day", state: "Result" };

  test("the kind, the columns, then the words; each answer leads on", async () => {
    await upload(text);
    await job("prepare", id);
    expect(await state()).toMatchObject({ step: "choose_kind", kind: null });
    await upload(text, { kind: "training" });
    await job("prepare", id);
    const matching = await state();
    expect(matching.step).toBe("match");
    expect(matching.columns.find(({ name }) => name === "activity")).toMatchObject({ heading: null });
    expect(matching.headings).toContainEqual({ heading: "Day", samples: ["2026-10-01"] });
    await upload(text, { kind: "training", mapping });
    await job("prepare", id);
    const words = (await state()).words.find(({ column }) => column === "state")!;
    expect([(await state()).step, words.words]).toEqual(["match", [{ word: "Came", key: null, rows: 1 }]]);
    await upload(text, { kind: "training", mapping, words: { state: { Came: "attended" } } });
    await job("prepare", id);
    expect(await state()).toMatchObject({ step: "ready", counts: { added: 2, refused: 0 } });
  });

  test("and once: the next file with these headings goes straight to its preview", async () => {
    await upload(text, { kind: "training", mapping, words: { state: { Came: "attended" } } });
    await job("write", id);
    await upload(text.replace("Phonics", "Fractions"), { kind: "training" });
    await writeFile(join(folder(), "state.json"), JSON.stringify({ ...(await state()), step: "reading" }));
    await job("prepare", id);
    expect(await state()).toMatchObject({ step: "ready", counts: { added: 2, refused: 0 } });
  });

  test("words that are left unmatched refuse their rows and no others", async () => {
    await upload(`${text}otto@two.example,Phonics,2026-10-01,Attended\n`, { kind: "training", mapping, words: {} });
    await job("prepare", id);
    expect(await state()).toMatchObject({ step: "ready", counts: { added: 2, refused: 1 } });
  });

  test("the year of published figures", async () => {
    const ks4 =
      "RECTYPE,LEA,URN,SCHNAME,TPUP,ATT8SCR,PTL2BASICS_94,PTL2BASICS_95\n1,936,900001,Invented,100,40,60%,50%\n";
    await upload(ks4, { kind: "ks4", file_name: "ks4final.csv" });
    await job("prepare", id);
    expect(await state()).toMatchObject({ step: "match", asks: ["year"] });
    await upload(ks4, { kind: "ks4", file_name: "ks4final.csv", year: 201718 });
    await job("prepare", id);
    expect(await state()).toMatchObject({ step: "ready", asks: [], counts: { added: 3 } });
  });
});

test("a file that cannot be used is refused in its state, and the job ends with the same words", async () => {
  await upload("%PDF-1.7");
  await expect(job("prepare", id)).rejects.toThrow("is a PDF document");
  expect(await state()).toMatchObject({ step: "refused", problem: { at: "register.csv" } });
  await upload("x".repeat(1_500_000));
  await expect(runJob(["prepare", id], config({ IMPORT_LIMIT_MB: "1" }), () => record)).rejects.toThrow(
    "is larger than 1 MB",
  );
});

test("where Directus stops answering half-way, what was written can be undone, and the rest written again", async () => {
  await upload(register(...rows));
  await job("prepare", id);
  const create = record.create.bind(record);
  record.create = async (collection, records) => {
    if (collection === "participations") throw new Error("the power went");
    return create(collection, records);
  };
  await expect(job("write", id)).rejects.toThrow("the power went");
  expect(await state()).toMatchObject({ step: "ready", problem: { at: "the hub" } });
  expect(JSON.stringify((await state()).problem)).not.toContain("power");
  expect(await readBatches(dataDir)).toMatchObject([{ state: "writing" }]);
  record.create = create;
  await job("write", id);
  expect(record.all("participations")).toHaveLength(2);
  expect(record.all("activities")).toHaveLength(1);
});

test("two imports are never written at once, and a turn that its holder left behind is free", async () => {
  const soon = () => inTurn(dataDir, "writing", async () => "done", 300);
  await inTurn(dataDir, "writing", async () => {
    await expect(soon()).rejects.toThrow("another import is being written just now");
  });
  // No process has this number: Linux and macOS end at lower ones.
  await writeFile(join(dataDir, "imports", "writing.lock"), "99999999");
  expect(await inTurn(dataDir, "writing", async () => "done", 2_000)).toBe("done");
  // Nor may somebody else's process that happens to have the number hold it for ever.
  const lock = join(dataDir, "imports", "writing.lock");
  await writeFile(lock, String(process.pid));
  const longAgo = new Date(Date.now() - 3_600_000);
  await utimes(lock, longAgo, longAgo);
  expect(await inTurn(dataDir, "writing", async () => "done", 2_000)).toBe("done");
});

test("files of imports are for their owner alone, and uploads are removed after a day", async () => {
  await upload(register(...rows));
  await job("write", id);
  const batch = (await state()).batch!;
  for (const path of [join(folder(), "state.json"), join(dataDir, "imports", `${batch}.jsonl`)])
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  expect((await stat(join(dataDir, "imports"))).mode & 0o777).toBe(0o700);
  await job("tidy");
  expect(existsSync(folder())).toBe(true);
  const longAgo = new Date(Date.now() - 25 * 3_600_000);
  for (const path of ["about.json", "state.json", ""]) await utimes(join(folder(), path), longAgo, longAgo);
  await job("tidy");
  expect(existsSync(folder())).toBe(false);
});

test("an import can be undone for 90 days; then its values are gone, and what is known of it stays", async () => {
  await upload(register(...rows));
  await job("write", id);
  const { batch } = await state();
  const entries = join(dataDir, "imports", `${batch}.jsonl`);
  const [written] = await readBatches(dataDir);
  const note = (days: number) =>
    writeBatch(dataDir, { ...written!, started_at: new Date(Date.now() - days * 86_400_000).toISOString() });
  await note(89);
  await job("tidy");
  expect(existsSync(entries)).toBe(true);
  await note(91);
  await job("tidy");
  expect(existsSync(entries)).toBe(false);
  expect(await readBatches(dataDir)).toMatchObject([{ batch, kind: "training", added: 3, state: "written" }]);
  await expect(job("undo", batch!)).rejects.toThrow("is older than 90 days");
  expect(record.all("participations")).toHaveLength(2);
});

test("an id that would lead out of the folder is none", async () => {
  await expect(job("prepare", "../../settings")).rejects.toThrow("is not there any more");
});
