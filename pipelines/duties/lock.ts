import { mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { HubError } from "../errors.ts";

/** Whoever holds the lock says that often that they are alive, and is taken for dead after the longer time. */
const breathMs = 20_000;
const deadAfterMs = 120_000;

/**
 * Does something while nobody else does over the same data folder, so that no e-mail goes out twice. A lock that a killed run left is
 * taken over.
 *
 * @throws HubError when another run is at it
 */
export async function alone<Result>(dataDir: string, work: () => Promise<Result>): Promise<Result> {
  mkdirSync(dataDir, { recursive: true });
  const file = join(dataDir, "duties.lock");
  if (!take(file)) {
    if (isHeld(file)) {
      const fix = "Wait until it is done, then try again";
      throw new HubError({ at: "the duties", problem: "another run is doing them", fix });
    }
    rmSync(file, { force: true });
    if (!take(file)) return alone(dataDir, work);
  }
  const breath = setInterval(() => utimesSync(file, new Date(), new Date()), breathMs);
  breath.unref();
  try {
    return await work();
  } finally {
    clearInterval(breath);
    rmSync(file, { force: true });
  }
}

function take(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: "wx" });
    return true;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw cause;
  }
}

/** A process number may have passed to another program since: a lock must also have been touched lately. */
function isHeld(file: string): boolean {
  try {
    process.kill(Number(readFileSync(file, "utf8")), 0);
    return Date.now() - statSync(file).mtimeMs < deadAfterMs;
  } catch {
    return false;
  }
}
