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

const kills = 8;
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

/** Starts a run as a process of its own, and kills it after a while unless it has ended by then; says how long it took. */
async function run(
  dataDir: string,
  isFull: boolean,
  killAfterMs?: number,
): Promise<{ end: "whole" | "killed"; ms: number }> {
  const startedAt = performance.now();
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
  return { end: signal === null ? "whole" : "killed", ms: performance.now() - startedAt };
}

test(`a run that is killed at any of ${kills} moments leaves the live release whole, and the next run completes it`, {
  timeout: 900_000,
}, async () => {
  const disturbed = join(folder, "disturbed");
  let { ms: usualMs } = await run(disturbed, true);

  const random = seededRandom(20_261_120);
  let killed = 0;
  for (let attempt = 0; killed < kills; attempt += 1) {
    // Something to publish each time, so that a run that is let finish would put another release in place.
    const hours_attended = 1 + attempt / 4;
    await client.request(
      updateItem("participations" as never, idOf("part", attempt % 40), { hours_attended } as never),
    );
    const before = liveId(disturbed)!;
    const files = wholeRelease(disturbed, before);
    // From the first question to the last file of the release: a random moment of each part of a run, of either kind.
    const part = (Math.floor(killed / 2) + random.next().value) / (kills / 2);
    const { end, ms } = await run(disturbed, killed % 2 === 0, (0.15 + 0.85 * part) * usualMs);
    expect(wholeRelease(disturbed, before)).toEqual(files);
    wholeRelease(disturbed, liveId(disturbed)!);
    // A run that was faster than the one before is what the next moment is reckoned from.
    if (end === "killed") killed += 1;
    else usualMs = ms;
  }
  const undisturbed = join(folder, "undisturbed");
  const { release_id } = await runOnce(environmentOf(directus, undisturbed), true);
  await run(disturbed, false);
  expect(liveId(disturbed)).toBe(release_id);
  expect(wholeRelease(disturbed, release_id!)).toEqual(wholeRelease(undisturbed, release_id!));
  expect(existsSync(join(disturbed, "published", "run.json"))).toBe(true);
});
