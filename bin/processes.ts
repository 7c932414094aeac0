import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { HubError } from "../pipelines/errors.ts";

const root = resolve(import.meta.dirname, "..");

/** @throws HubError when another program listens on the port */
export async function requireFreePort(port: number, setting: string): Promise<void> {
  await new Promise<void>((done, fail) => {
    const probe = createServer().once("error", fail);
    probe.listen(port, "127.0.0.1", () => probe.close(() => done()));
  }).catch((cause: NodeJS.ErrnoException) => {
    throw new HubError({
      at: `port ${port}`,
      problem: cause.code === "EACCES" ? "may not be opened by this user" : "is in use by another program",
      fix: `Stop that program, or choose another port: ${setting}=${port + 10} npm start`,
      cause,
    });
  });
}

/** Starts one of our own programs in the background; what it prints goes to `<dataDir>/logs/<name>.log`. */
export function startProgram(dataDir: string, name: string, args: string[], env: NodeJS.ProcessEnv): ChildProcess {
  mkdirSync(join(dataDir, "logs"), { recursive: true });
  const log = openSync(join(dataDir, "logs", `${name}.log`), "a");
  const child = spawn(process.execPath, args, { env, stdio: ["ignore", log, log] });
  closeSync(log);
  return child;
}

/** Ends a program politely, and after ten seconds without asking. */
export async function stopProgram(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((done) => child.once("close", done));
  child.kill("SIGTERM");
  const timer = setTimeout(() => child.kill("SIGKILL"), 10_000);
  await ended;
  clearTimeout(timer);
}

/** Waits until an address answers with 200; false when the program ends, or a minute passes, before that. */
export async function answers(url: string, child: ChildProcess): Promise<boolean> {
  for (let tries = 0; tries < 300 && child.exitCode === null; tries++) {
    const isUp = await fetch(url).then(
      (response) => response.ok,
      () => false,
    );
    if (isUp) return true;
    await wait(200);
  }
  return false;
}

/** The command line of a living process; undefined when there is none. */
function commandOf(pid: number): string | undefined {
  try {
    // Where the system lists its processes as files there may be no program that does.
    const listed = `/proc/${pid}/cmdline`;
    if (existsSync("/proc/self")) return readFileSync(listed, "utf8").replaceAll("\0", " ");
    return execFileSync("ps", ["-p", String(pid), "-o", "command="], { encoding: "utf8" }).trim();
  } catch {
    return undefined;
  }
}

/** What the last start noted; undefined when it ended tidily, or was cut off while writing. */
function readNote(file: string): { starter: number; children: number[] } | undefined {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

/**
 * Notes which processes belong to this hub, so that a start after a crash can end what the crash left behind.
 *
 * @throws HubError when the hub is already running over this data folder
 */
export async function claimDataDir(dataDir: string): Promise<{ add: (pid: number) => void; release: () => void }> {
  const file = join(dataDir, "running.json");
  // A process number may have passed to somebody else's program since: only what runs from this folder is ours.
  const isOurs = (pid: number) => commandOf(pid)?.includes(root) ?? false;
  const before = readNote(file);
  if (before) {
    const { starter, children } = before;
    if (starter !== process.pid && commandOf(starter)?.includes("bin/start.ts")) {
      throw new HubError({
        at: dataDir,
        problem: "is in use: the hub is already running",
        fix: "Open it in the browser, or stop it with Ctrl-C where it was started",
      });
    }
    // On a busy machine Directus may take longer to end than anybody wants to wait; without it the port stays taken.
    for (const signal of ["SIGTERM", "SIGKILL"] as const) {
      for (const pid of children.filter(isOurs)) process.kill(pid, signal);
      for (let tries = 0; tries < 50 && children.some(isOurs); tries++) await wait(200);
    }
  }
  const children: number[] = [];
  const note = () => writeFileSync(file, JSON.stringify({ starter: process.pid, children }));
  note();
  return {
    add: (pid) => {
      children.push(pid);
      note();
    },
    release: () => rmSync(file, { force: true }),
  };
}
