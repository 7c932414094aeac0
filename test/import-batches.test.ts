import { mkdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { forgetOldValues } from "../pipelines/import/forget.ts";
import { nameBatch, readBatch, readBatches } from "../pipelines/import/journal.ts";
import { type Plan, planImport } from "../pipelines/import/plan.ts";
import { describeBatches, describePlan, describeUndone } from "../pipelines/import/report.ts";
import { undoBatch } from "../pipelines/import/undo.ts";
import { importFile, planFile, temporaryFolder } from "./import-files.ts";
import { memoryRecord, schoolRecord } from "./import-memory.ts";

const school = schoolRecord({ urn: "900001", trust_uid: "71", local_authority_code: "936" });
const invented = () => memoryRecord({ policy: { trust_uid: "71" }, schools: [school] });
const file = "2017-2018_ks4final.csv";
const heading = "RECTYPE,LEA,URN,SCHNAME,TPUP,ATT8SCR,PTL2BASICS_94,PTL2BASICS_95";
const ks4 = (row: string) => ({ bytes: new TextEncoder().encode(`${heading}\n${row}\n`) });
const row = ks4("1,936,900001,Invented,100,40,60%,SUPP");
const later = ks4("1,936,900001,Invented,100,45,60%,SUPP");
const undoNamed = async (name: string, record: ReturnType<typeof invented>, dataDir: string) =>
  undoBatch(await readBatch(dataDir, name), record, dataDir);

test("a dry run's plan is what the real run does, record for record", async () => {
  const record = invented();
  const dry = await planFile("ks4", file, record, row);
  expect(record.all("outcomes")).toEqual([]);
  await importFile("ks4", file, record, temporaryFolder(), { ...row, batch: "one" });
  expect(record.all("outcomes")).toEqual(dry.added.map(({ fields }) => ({ ...fields, import_batch: "one" })));
});

test("importing the same file again changes nothing, even on another day", async () => {
  const record = invented();
  await importFile("ks4", file, record, temporaryFolder(), row);
  const again = await planFile("ks4", file, record, { ...row, today: "2027-01-15" });
  expect(again).toMatchObject({ added: [], changed: [], left: 3 });
});

test("the same figure has the same key on every machine", async () => {
  const plan = await planFile("ks4", file, invented(), row);
  expect(plan.added[0]!.key).toBe("633665a1-9ccf-54df-a3aa-21578d877946");
});

test("a corrected file changes only what differs, and says what it was", async () => {
  const record = invented();
  await importFile("ks4", file, record, temporaryFolder(), { ...row, batch: "one" });
  const plan = await planFile("ks4", file, record, later);
  expect(plan.changed).toMatchObject([{ before: { value: 40, import_batch: "one" }, after: { value: 45 } }]);
  expect(plan.left).toBe(2);
});

test("final figures replace provisional ones and are never replaced by them", async () => {
  const record = invented();
  const dataDir = temporaryFolder();
  await importFile("ks4", "2017-2018_ks4provisional.csv", record, dataDir, { ...row, batch: "one" });
  const plan = await importFile("ks4", file, record, dataDir, { ...later, batch: "two" });
  expect(plan.changed).toHaveLength(3);
  const back = await planFile("ks4", "2017-2018_ks4provisional.csv", record, row);
  expect(back).toMatchObject({ added: [], changed: [], left: 0, superseded: 3 });
});

test("a figure that is suppressed in the final file loses its provisional value", async () => {
  const record = invented();
  const dataDir = temporaryFolder();
  await importFile("ks4", "2017-2018_ks4provisional.csv", record, dataDir, { ...row, batch: "one" });
  await importFile("ks4", file, record, dataDir, { ...ks4("1,936,900001,Invented,SUPP,SUPP,SUPP,SUPP"), batch: "two" });
  for (const figure of record.all("outcomes"))
    expect(figure).toMatchObject({ value: null, status_code: "c", population: null });
});

test("undoing an import deletes what it made and puts back what it changed", async () => {
  const record = invented();
  const dataDir = temporaryFolder();
  await importFile("ks4", file, record, dataDir, { ...row, batch: "one" });
  const before = structuredClone(record.all("outcomes"));
  await importFile("ks4", file, record, dataDir, { ...later, batch: "two" });
  expect(await undoNamed("two", record, dataDir)).toEqual({ deleted: 0, restored: 1, kept: [] });
  expect(record.all("outcomes")).toEqual(before);
  expect(await undoNamed("one", record, dataDir)).toEqual({ deleted: 3, restored: 0, kept: [] });
  expect(record.all("outcomes")).toEqual([]);
  expect((await readBatches(dataDir)).map(({ state }) => state)).toEqual(["undone", "undone"]);
});

test("a record that was edited since, or imported again, is kept and reported", async () => {
  const record = invented();
  const dataDir = temporaryFolder();
  await importFile("ks4", file, record, dataDir, { ...row, batch: "one" });
  const [edited, again] = record.all("outcomes") as { id: string }[];
  await record.update("outcomes", [{ key: edited!.id, fields: { value: 41 } }]);
  await record.update("outcomes", [{ key: again!.id, fields: { import_batch: "two" } }]);
  const undone = await undoNamed("one", record, dataDir);
  expect(undone).toMatchObject({ deleted: 1, kept: [{ key: edited!.id }, { key: again!.id }] });
  expect(describeUndone(undone).join("\n")).toContain("it has been edited or imported again since");
});

test("a school that figures refer to is kept when its import is undone", async () => {
  const record = memoryRecord();
  const dataDir = temporaryFolder();
  const links = `"URN","Linked UID","Group Name","Group Type","Joined date","EstablishmentName"
900001,71,"INVENTED TRUST","Multi-academy trust","01-09-2015","One School"
900002,71,"INVENTED TRUST","Multi-academy trust","01-09-2015","Two School"`;
  const choices = { bytes: new TextEncoder().encode(links), trustUid: "71", batch: "schools" };
  await importFile("gias", "links.csv", record, dataDir, choices);
  await importFile("ks4", file, record, dataDir, { ...row, batch: "figures" });
  const undone = await undoNamed("schools", record, dataDir);
  expect(undone).toEqual({
    deleted: 1,
    restored: 1,
    kept: [{ collection: "schools", key: "900001", reason: "other records refer to it" }],
  });
  expect(record.collections.policy.get("policy")).toMatchObject({
    trust_uid: null,
    organisation_name: "Our organisation",
  });
});

test("an import that is stopped half-way can be undone, or simply run again", async () => {
  const record = invented();
  const dataDir = temporaryFolder();
  const create = record.create.bind(record);
  record.create = async (collection, records) => {
    await create(collection, records.slice(0, 1));
    throw new Error("the power went");
  };
  await expect(importFile("ks4", file, record, dataDir, { ...row, batch: "stopped" })).rejects.toThrow(
    "the power went",
  );
  expect(record.all("outcomes")).toHaveLength(1);
  expect(describeBatches(await readBatches(dataDir))[0]).toContain("stopped half-way");
  record.create = create;

  const copy = structuredClone(record.collections.outcomes);
  expect(await importFile("ks4", file, record, dataDir, { ...row, batch: "again" })).toMatchObject({
    left: 1,
    added: [{}, {}],
  });
  expect(record.all("outcomes")).toHaveLength(3);

  record.collections.outcomes = copy;
  expect(await undoNamed("stopped", record, dataDir)).toMatchObject({ deleted: 1, kept: [] });
  expect(record.all("outcomes")).toEqual([]);
});

test("the journal is on the disk before the first record is written, for its owner alone", async () => {
  const record = invented();
  const dataDir = temporaryFolder();
  const seen: string[] = [];
  record.create = async () => {
    seen.push(JSON.parse(await readFile(join(dataDir, "imports", "one.json"), "utf8")).state);
  };
  await importFile("ks4", file, record, dataDir, { ...row, batch: "one" });
  expect(seen).toEqual(["writing"]);
  const { mode } = await stat(join(dataDir, "imports", "one.json"));
  expect(mode & 0o777).toBe(0o600);
});

test("batches have names that sort by time, and one that is damaged or unknown is said to be so", async () => {
  const dataDir = temporaryFolder();
  const now = new Date("2026-11-20T09:15:00Z");
  expect(await nameBatch(dataDir, "ks4", now)).toBe("20261120-091500-ks4");
  await importFile("ks4", file, invented(), dataDir, { ...row, batch: "20261120-091500-ks4" });
  expect(await nameBatch(dataDir, "ks4", now)).toBe("20261120-091500-ks4-2");
  await expect(readBatch(dataDir, "../settings")).rejects.toThrow("npm run import -- --list");
  await writeFile(join(dataDir, "imports", "20261120-091500-ks4.json"), "{");
  await expect(readBatches(dataDir)).rejects.toThrow("is damaged");
});

test("a plan is told in plain lines: added, changed, left, refused with line and column", async () => {
  const refused = Array.from({ length: 52 }, (_, index) => ({
    line: index + 2,
    column: "ATT8SCR",
    reason: "is not a number",
  }));
  const plan: Plan = {
    ...(await planImport(
      { candidates: [], refused, not_ours: 5526, notes: ["A note."] },
      { readExisting: async () => new Map() },
    )),
    left: 1204,
    superseded: 3,
  };
  const lines = describePlan(plan);
  expect(lines.slice(0, 5)).toEqual([
    "Added     0",
    "Changed   0",
    "Left      1,204 as they are, and 3 because later figures are there already",
    "Refused   52",
    "  line 2, column ATT8SCR: is not a number",
  ]);
  expect(lines.slice(-3)).toEqual(["  and 2 more", "Not ours  5,526 rows about others", "A note."]);
});

test("an import that release 0.1.0 kept in one file is listed and undone like any other", async () => {
  const record = invented();
  const dataDir = temporaryFolder();
  const fields = { id: "f1", value: 40, import_batch: "old" };
  await record.create("outcomes", [{ key: "f1", fields }]);
  await record.update("schools", [{ key: "900001", fields: { name: "After", import_batch: "old" } }]);
  const old = {
    batch: "old",
    kind: "ks4",
    file,
    started_at: "2026-10-01T09:00:00.000Z",
    state: "written",
    added: [{ collection: "outcomes", key: "f1", fields }],
    changed: [
      {
        collection: "schools",
        key: "900001",
        before: { name: "Before", import_batch: null },
        after: { name: "After", import_batch: "old" },
      },
    ],
  };
  await mkdir(join(dataDir, "imports"));
  await writeFile(join(dataDir, "imports", "old.json"), JSON.stringify(old));
  expect(describeBatches(await readBatches(dataDir))).toEqual([`old  ${file}  1 added, 1 changed  written`]);
  await forgetOldValues(dataDir, Date.parse("2026-12-01"));
  expect(await undoNamed("old", record, dataDir)).toEqual({ deleted: 1, restored: 1, kept: [] });
  expect([record.all("outcomes"), record.all("schools")[0]!["name"]]).toEqual([[], "Before"]);
});

test("values that release 0.1.0 kept beside what is known of an import go after 90 days as well", async () => {
  const dataDir = temporaryFolder();
  const added = [{ collection: "outcomes", key: "f1", fields: { id: "f1", value: 40 } }];
  const old = { batch: "old", kind: "ks4", file, started_at: "2026-08-01T09:00:00.000Z", state: "written", added };
  await mkdir(join(dataDir, "imports"));
  const path = join(dataDir, "imports", "old.json");
  await writeFile(path, JSON.stringify({ ...old, changed: [] }));
  await writeFile(join(dataDir, "imports", "damaged.json"), "{");
  await forgetOldValues(dataDir, Date.parse("2026-11-20"));
  expect(JSON.parse(await readFile(path, "utf8"))).toMatchObject({ batch: "old", kind: "ks4", added: 1 });
});
