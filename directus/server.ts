import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createWriteStream, existsSync } from "node:fs";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { dirname } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { directusEnvironment, directusPaths, type ServerSettings, usesOwnFile } from "./environment.ts";
import { DirectusFault } from "./fault.ts";
import { explainOutput } from "./symptoms.ts";

/** A Directus that is answering. */
export interface RunningDirectus {
  /** Its address, without a slash at the end. */
  url: string;
  /** Its process, for whoever must end what a crash left behind. */
  pid: number | undefined;
  /** Ends it and everything it started; resolves once it is gone. Safe to call twice. */
  stop(): Promise<void>;
}

/** How to start one. */
export interface StartOptions extends ServerSettings {
  /** Receives each line that Directus prints; all of it goes to `<dataDir>/directus/directus.log` besides. */
  log?: (line: string) => void;
  /** Told what is being done now, in plain words. */
  onProgress?: (step: string) => void;
}

const here = dirname(fileURLToPath(import.meta.url));
const secondsToStart = 180;
const secondsToStop = 8;

/**
 * Starts the Directus that is installed in this folder, making its database first when there is none.
 * A database that an earlier, interrupted start left half made is made again.
 *
 * @throws DirectusFault when the port is taken, Directus is not installed, or it ends before it answers
 */
export async function startDirectus(options: StartOptions): Promise<RunningDirectus> {
  const paths = directusPaths(options.dataDir);
  await refuseTakenPort(options.port);
  for (const folder of [paths.uploads, paths.extensions]) await mkdir(folder, { recursive: true });

  if (await needsBootstrap(paths)) {
    options.onProgress?.("Making the database");
    await writeFile(paths.bootstrapping, "");
    const bootstrap = run("bootstrap", options);
    const code = await bootstrap.ended;
    if (code !== 0) throw ended(code, bootstrap.tail(), paths.log);
    await rm(paths.bootstrapping);
  }

  options.onProgress?.("Starting Directus");
  const server = run("start", options);
  const url = `http://127.0.0.1:${options.port}`;
  const stop = () => endProcess(server);
  try {
    await answers(url, server, paths.log);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, pid: server.child.pid, stop };
}

/** On a database server Directus itself finds out; our own file is new, or left over from a start that was cut short. */
async function needsBootstrap(paths: ReturnType<typeof directusPaths>): Promise<boolean> {
  if (!usesOwnFile()) return true;
  if (existsSync(paths.bootstrapping)) {
    for (const end of ["", "-journal", "-wal", "-shm"]) await rm(paths.database + end, { force: true });
  }
  return !existsSync(paths.database);
}

interface Running {
  child: ChildProcess;
  ended: Promise<number | null>;
  /** The last lines it printed. */
  tail: () => string;
}

function run(command: "bootstrap" | "start", options: StartOptions): Running {
  const log = createWriteStream(directusPaths(options.dataDir).log, { flags: "a" });
  const child = spawn(process.execPath, [commandLine(), command], {
    cwd: here,
    env: directusEnvironment(options),
    stdio: ["ignore", "pipe", "pipe"],
    // A group of its own: Ctrl-C in the terminal reaches us alone, and we end it in order.
    detached: true,
  });
  let lines: string[] = [];
  for (const stream of [child.stdout!, child.stderr!]) {
    stream.setEncoding("utf8");
    stream.on("data", (text: string) => {
      log.write(text);
      const added = text.split("\n").filter((line) => line.trim() !== "");
      lines = [...lines, ...added].slice(-40);
      for (const line of added) options.log?.(line);
    });
  }
  const ended = once(child, "close").then(([code]) => {
    log.end();
    return code as number | null;
  });
  // Whoever waits for it hears of a failure; nobody else should crash on it.
  ended.catch(() => {});
  // If we are ended in a hurry, it must not stay behind.
  const last = () => signal(child, "SIGKILL");
  process.once("exit", last);
  void ended.finally(() => process.removeListener("exit", last)).catch(() => {});
  return { child, ended, tail: () => lines.join("\n") };
}

/** Directus's command line without its look for a newer version, which would wait on the network at every start. */
function commandLine(): string {
  try {
    const directus = createRequire(createRequire(import.meta.url).resolve("directus/package.json"));
    return directus.resolve("@directus/api/cli/run.js");
  } catch (cause) {
    throw new DirectusFault({
      at: "directus/node_modules",
      problem: "Directus is not installed, or not completely",
      fix: "Run npm start, which installs it, or npm ci in the folder directus",
      cause,
    });
  }
}

async function answers(url: string, server: Running, logFile: string): Promise<void> {
  let hasEnded = false;
  const watch = server.ended.then(() => {
    hasEnded = true;
  });
  for (let tries = 0; tries < secondsToStart * 5; tries++) {
    if (hasEnded) throw ended(await server.ended, server.tail(), logFile);
    try {
      const response = await fetch(`${url}/server/ping`, { signal: AbortSignal.timeout(2_000) });
      if (response.ok) return;
    } catch {
      // Not listening yet.
    }
    await Promise.race([wait(200), watch]);
  }
  throw new DirectusFault({
    at: "Directus",
    problem: `did not answer within ${secondsToStart} seconds`,
    fix: `Read ${logFile} and start again`,
  });
}

function ended(code: number | null, output: string, logFile: string): DirectusFault {
  return (
    explainOutput(output) ??
    new DirectusFault({
      at: "Directus",
      problem: `ended before it was ready (exit code ${code ?? "none"})`,
      fix: `Read the last lines of ${logFile}, put right what they name and start again`,
    })
  );
}

async function endProcess({ child, ended: whenEnded }: Running): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  signal(child, "SIGTERM");
  const inTime = await Promise.race([whenEnded.then(() => true), wait(secondsToStop * 1_000, false, { ref: false })]);
  if (!inTime) {
    signal(child, "SIGKILL");
    await whenEnded;
  }
}

/** To the whole group, so that what Directus started ends with it. */
function signal(child: ChildProcess, name: NodeJS.Signals): void {
  if (child.pid === undefined || child.exitCode !== null) return;
  try {
    process.kill(-child.pid, name);
  } catch {
    // Gone already, or a system without process groups.
    child.kill(name);
  }
}

async function refuseTakenPort(port: number): Promise<void> {
  const probe = createServer();
  try {
    const listening = once(probe, "listening");
    probe.listen(port, "127.0.0.1");
    await listening;
  } catch (cause) {
    throw new DirectusFault({
      at: `port ${port}`,
      problem: "another program is using it, so Directus cannot",
      fix: "End that program, or set DIRECTUS_PORT to a free port",
      cause,
    });
  }
  probe.close();
  await once(probe, "close");
}
