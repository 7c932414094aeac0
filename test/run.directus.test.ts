import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { text } from "node:stream/consumers";
import { createItem, deleteItems, updateItem, updateSingleton } from "@directus/sdk";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openWarehouse } from "../pipelines/warehouse.ts";
import { type TestDirectus, testDirectus } from "./harness/directus.ts";
import { administrator, canaries, idOf, writeRecords } from "./run-records.ts";
import { environmentOf, liveId, runOnce, wholeRelease } from "./run-release.ts";

let directus: TestDirectus;
let client: ReturnType<typeof administrator>;
let folder: string;
/** Where the runs of this file go; a test that needs an untouched place makes its own beside it. */
let followed: string;

beforeAll(async () => {
  directus = await testDirectus();
  client = administrator(directus.url, directus.adminToken);
  await writeRecords(client);
  folder = mkdtempSync(join(tmpdir(), "run-"));
  followed = join(folder, "followed");
  await runOnce(environmentOf(directus, followed));
});
afterAll(async () => {
  await directus.stop();
  rmSync(folder, { recursive: true });
});

/** Runs the command itself, as `npm run pipeline` does. */
async function command(dataDir: string, ...options: string[]) {
  const env = { ...environmentOf(directus, dataDir), PATH: process.env["PATH"] };
  const child = spawn(process.execPath, [resolve("pipelines/run.ts"), ...options], { env });
  const ended = new Promise<number | null>((done) => child.once("close", done));
  const [code, output, errors] = await Promise.all([ended, text(child.stdout), text(child.stderr)]);
  return { code, output, errors };
}

test("a run publishes the schools' and the trust's figures, and nothing of anybody's name", () => {
  const release = wholeRelease(followed, liveId(followed)!);
  expect(Object.keys(release)).toEqual(
    expect.arrayContaining(["trust.json", "schools/900001.json", "schools/900002.json"]),
  );
  expect(JSON.parse(release["trust.json"]!).figures.length).toBeGreaterThan(0);
  for (const canary of canaries) expect(JSON.stringify(release)).not.toContain(canary);
});

test("nothing of anybody's name is in the warehouse", async () => {
  const warehouse = await openWarehouse(join(followed, "warehouse.duckdb"));
  const columns = await warehouse.rows<{ place: string; name: string }>(`
    select schema_name || '.' || table_name as place, column_name as name
    from duckdb_columns()
    where data_type in ('VARCHAR', 'VARCHAR[]', 'JSON') and schema_name in ('raw', 'stg', 'marts', 'state')`);
  expect(columns.length).toBeGreaterThan(100);
  for (const { place, name } of columns) {
    const found = await warehouse.rows(`from ${place} where "${name}"::varchar ilike '%canary%'`);
    expect(found, `${place}.${name}`).toEqual([]);
  }
  warehouse.close();
});

test("a second run over unchanged records makes no new release", async () => {
  const before = liveId(followed);
  expect(await runOnce(environmentOf(directus, followed))).toMatchObject({ mode: "incremental", outcome: "unchanged" });
  expect(liveId(followed)).toBe(before);
});

test("after changes of every kind, an incremental run and a full one give the same release, byte for byte", async () => {
  const before = liveId(followed);
  await client.request(
    createItem(
      "costs" as never,
      {
        id: idOf("cost", 9),
        kind: "venue",
        amount: 80.1,
        incurred_on: "2025-11-06",
        activity_id: idOf("acti", 1),
      } as never,
    ),
  );
  await client.request(
    updateItem("participations" as never, idOf("part", 3), { state: "withdrawn", completed_on: null } as never),
  );
  await client.request(updateItem("employments" as never, idOf("empl", 4), { status: "archived" } as never));
  await client.request(deleteItems("evaluations" as never, [idOf("eval", 0)] as never));
  await client.request(updateSingleton("policy" as never, { threshold_signed_in: 4 } as never));
  const incremental = await runOnce(environmentOf(directus, followed));
  expect(incremental).toMatchObject({ mode: "incremental", outcome: "released" });
  expect(incremental.release_id).not.toBe(before);

  const anew = join(folder, "anew");
  const full = await runOnce(environmentOf(directus, anew));
  expect(full.mode).toBe("full");
  expect(full.release_id).toBe(incremental.release_id);
  expect(wholeRelease(anew, full.release_id!)).toEqual(wholeRelease(followed, incremental.release_id!));

  expect(await runOnce(environmentOf(directus, followed), true)).toMatchObject({ mode: "full", outcome: "unchanged" });
});

test("a warehouse that was deleted is made again and gives the same release", async () => {
  const before = liveId(followed);
  rmSync(join(followed, "warehouse.duckdb"));
  expect(await runOnce(environmentOf(directus, followed))).toMatchObject({ mode: "full", outcome: "unchanged" });
  expect(liveId(followed)).toBe(before);
});

test("another day is another release of the same records", async () => {
  const tomorrow = { ...environmentOf(directus, join(folder, "tomorrow")), TODAY: "2026-11-21" };
  const { release_id } = await runOnce(tomorrow);
  expect(release_id).toMatch(/^2026-11-21-/);
});

test("two runs that are started at once follow one another", async () => {
  const shared = join(folder, "shared");
  const [one, other] = await Promise.all([command(shared), command(shared, "--full")]);
  expect([one, other]).toMatchObject([{ code: 0 }, { code: 0 }]);
  expect(liveId(shared)).toBe(liveId(followed));
});

test("a check that does not hold is published, and the run ends with 1", async () => {
  const wrong = { id: idOf("acti", 9), title: "Backwards", starts_on: "2025-10-06", ends_on: "2025-10-01" };
  await client.request(createItem("activities" as never, wrong as never));
  const { code, output, errors } = await command(followed);
  expect(code).toBe(1);
  expect(output).toContain("published");
  expect(errors).toMatch(/^Not so: /);
  expect(JSON.parse(wholeRelease(followed, liveId(followed)!)["release.json"]!).checks).toContainEqual(
    expect.objectContaining({ severity: "error", passed: false, failing_rows: 1 }),
  );
  await client.request(deleteItems("activities" as never, [wrong.id] as never));
});

test("where Directus is away, the run ends with one plain sentence and the live release stays", async () => {
  const before = liveId(followed);
  const away = { ...environmentOf(directus, followed), DIRECTUS_URL: "http://127.0.0.1:1", PATH: process.env["PATH"] };
  const child = spawn(process.execPath, [resolve("pipelines/run.ts")], { env: away });
  const ended = new Promise((done) => child.once("close", done));
  expect(await text(child.stderr)).toBe(
    "Directus, the server: it does not answer. Start Directus (npm start) or correct DIRECTUS_URL; it was asked at http://127.0.0.1:1.\n",
  );
  expect(await ended).toBe(1);
  expect(liveId(followed)).toBe(before);
  await expect(runOnce(away)).rejects.toMatchObject({ at: "Directus, the server" });
});
