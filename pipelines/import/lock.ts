import { link, readFile, rm, stat, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { HubError } from "../errors.ts";
import { batchFolder } from "./journal.ts";
import { privateFolder } from "./private-files.ts";

/** What imports do one at a time: reading a file takes memory, and two that write could each undo the other's comparison. */
export type Turn = "reading" | "writing";

/**
 * Does something when it is its turn. Whoever held the turn and has ended without giving it back has lost it.
 *
 * @param patienceMs - how long to wait for one's turn
 * @throws HubError when it is not one's turn by then, and whatever the work throws
 */
export async function inTurn<Result>(
  dataDir: string,
  turn: Turn,
  work: () => Promise<Result>,
  patienceMs = 60_000,
): Promise<Result> {
  const path = join(await privateFolder(batchFolder(dataDir)), `${turn}.lock`);
  const until = performance.now() + patienceMs;
  while (!(await take(path))) {
    if (performance.now() >= until) {
      throw new HubError({
        at: "imports",
        problem: `another import is being ${turn === "reading" ? "read" : "written"} just now`,
        fix: "Wait until it is done, then try again",
      });
    }
    await sleep(250);
  }
  const beat = setInterval(() => void utimes(path, new Date(), new Date()).catch(() => undefined), beatMs);
  try {
    return await work();
  } finally {
    clearInterval(beat);
    await rm(path, { force: true });
  }
}

/** Whether somebody has a turn just now; one whose holder has ended is nobody's. */
export async function isTaken(dataDir: string, turn: Turn): Promise<boolean> {
  return (await holderOf(join(batchFolder(dataDir), `${turn}.lock`))) === "held";
}

const beatMs = 10_000;
/** Longer than any file takes to be taken apart, during which nothing else is done. */
const silenceMs = 300_000;

async function take(path: string): Promise<boolean> {
  // Linked in one step: a lock that its maker did not live to sign could never be told from one that is held.
  const signed = `${path}.${process.pid}`;
  try {
    await writeFile(signed, String(process.pid), { mode: 0o600 });
    await link(signed, path);
    return true;
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== "EEXIST") throw fault;
    if ((await holderOf(path)) === "left") await rm(path, { force: true });
    return false;
  } finally {
    await rm(signed, { force: true });
  }
}

/** What has become of whoever took a turn; "free": nobody did. */
async function holderOf(path: string): Promise<"held" | "left" | "free"> {
  const holder = Number(await readFile(path, "utf8").catch(() => "0"));
  if (holder === 0) return "free";
  const beaten = await stat(path).then(
    ({ mtimeMs }) => mtimeMs,
    () => Date.now(),
  );
  // After a restart of the machine another process may have the holder's number.
  return isRunning(holder) && Date.now() - beaten <= silenceMs ? "held" : "left";
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (fault) {
    return (fault as NodeJS.ErrnoException).code === "EPERM";
  }
}
