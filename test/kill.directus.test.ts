import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { updateItem } from "@directus/sdk";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDirectus, testDirectus } from "./harness/directus.ts";
import { seededRandom } from "./kill-random.ts";
import { administrator, idOf, writeRecords } from "./run-records.ts";
import { environmentOf, liveId, runOnce, wholeRelease } from "./run-release.ts";

const kills = 30;
let directus: TestDirectus;
let client: ReturnType<typeof administrator>;
let folder: string;

beforeAll(async () => {
  directus = await testDirectus();
  client = administrator(directus.url, directus.adminToken);
  await writeRecords(client);
  folder = mkdtempSync(join(tmpdir(), "kill-"));
});
afterAll(async () => {
  await directus.stop();
  rmSync(folder, { recursive: true });
});

/** Starts a run as a process of its own, and kills it after a while unless it has ended by then. */
async function run(dataDir: string, isFull: boolean, killAfterMs?: number): Promise<"ended" | "killed"> {
  const env = { ...environmentOf(directus, dataDir), PATH: process.env["PATH"] };
  const options = isFull ? ["--full"] : [];
  const child = spawn(process.execPath, [resolve("pipelines/run.ts"), ...options], { env, stdio: "ignore" });
  const ended = once(child, "close") as Promise<[number | null, string | null]>;
  if (killAfterMs !== undefined) {
    await Promise.race([wait(killAfterMs), ended]);
    child.kill("SIGKILL");
  }
  const [code, signal] = await ended;
  if (signal === null) expect(code).toBe(0);
  return signal === null ? "ended" : "killed";
}

test(`a run that is killed at ${kills} random moments leaves the live release whole, and the next run completes it`, {
  timeout: 900_000,
}, async () => {
  const disturbed = join(folder, "disturbed");
  const startedAt = performance.now();
  await run(disturbed, true);
  const usualMs = performance.now() - startedAt;

  const random = seededRandom(20_261_120);
  const outcomes: string[] = [];
  for (let kill = 0; kill < kills; kill += 1) {
    // Something to publish each time, so that a run that is let finish would put another release in place.
    const hours_attended = 1 + kill / 4;
    await client.request(updateItem("participations" as never, idOf("part", kill), { hours_attended } as never));
    const before = liveId(disturbed)!;
    const files = wholeRelease(disturbed, before);
    outcomes.push(await run(disturbed, kill % 3 === 0, (0.15 + 0.85 * random.next().value) * usualMs));
    expect(wholeRelease(disturbed, before)).toEqual(files);
    wholeRelease(disturbed, liveId(disturbed)!);

    if (kill % 6 !== 5) continue;
    const undisturbed = join(folder, `undisturbed-${kill}`);
    const { release_id } = await runOnce(environmentOf(directus, undisturbed), true);
    await run(disturbed, false);
    expect(liveId(disturbed)).toBe(release_id);
    expect(wholeRelease(disturbed, release_id!)).toEqual(wholeRelease(undisturbed, release_id!));
    expect(existsSync(join(disturbed, "published", "run.json"))).toBe(true);
  }
  expect(outcomes.filter((outcome) => outcome === "killed").length).toBeGreaterThan(kills / 2);
});
