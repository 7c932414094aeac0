import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import { seededRandom } from "./kill-random.ts";
import { liveId, wholeRelease } from "./run-release.ts";

test("whatever moment a writer is killed at, every release that can be seen is whole", {
  timeout: 120_000,
}, async () => {
  const dataDir = mkdtempSync(join(tmpdir(), "kill-"));
  const published = join(dataDir, "published");
  const random = seededRandom(20_261_120);
  for (let kill = 0; kill < 12; kill += 1) {
    const child = spawn(process.execPath, [resolve("test/kill-writer.ts"), published], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    await once(child.stdout, "data");
    await wait(random.next().value * 150);
    child.kill("SIGKILL");
    await once(child, "close");
    const ids = readdirSync(join(published, "releases"));
    expect(ids).toContain(liveId(dataDir));
    for (const id of ids) wholeRelease(dataDir, id);
  }
  rmSync(dataDir, { recursive: true });
});
