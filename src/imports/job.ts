/** The imports run in programs of their own, one for each upload or batch: a large file must not hold up the pages. */
import { spawn } from "node:child_process";
import { resolve } from "node:path";

/** What an import is asked to do: read an upload, write it, or take a batch back. */
export type Task = "prepare" | "write" | "undo";

interface Running {
  task: Task;
  end: () => Promise<void>;
}

/** The site is started in the folder that holds both it and the imports. */
const program = resolve("pipelines/import/job.ts");
const running = new Map<string, Running>();
/** The end of each queue: one file is read at a time, because that takes memory, and one import changes the record at a time. */
const queues = { reading: Promise.resolve(), writing: Promise.resolve() };

/** Starts the program. Its settings are ours; what it has to say of a fault goes to the same log. */
const start = (...args: string[]) =>
  spawn(process.execPath, [program, ...args], { stdio: ["ignore", "ignore", "inherit"] });

/** Whether an import is at work on an upload or a batch, or about to be. */
export function isAtWork(name: string): boolean {
  return running.has(name);
}

/**
 * Starts an import and does not wait for it: its progress is in the upload's state. Reading that is under way is begun again, because an
 * answer has changed; writing and undoing are never interrupted, and a second request for them is passed over.
 *
 * @param name - an upload's id or a batch's name
 */
export function startJob(task: Task, name: string): void {
  const before = running.get(name);
  if (before && before.task !== "prepare") return;
  let isStopped = false;
  let stop = () => {};
  const run = () =>
    new Promise<void>((done) => {
      if (isStopped) return done();
      const child = start(task, name);
      stop = () => child.kill();
      child.once("close", () => done()).once("error", () => done());
    });
  const queue = task === "prepare" ? "reading" : "writing";
  const ended = Promise.all([queues[queue], before?.end()])
    .then(run)
    .finally(() => {
      if (running.get(name) === own) running.delete(name);
    });
  queues[queue] = ended;
  const own: Running = {
    task,
    end: () => {
      isStopped = true;
      stop();
      return ended;
    },
  };
  running.set(name, own);
}

/** Ends the reading of an upload that is under way; writing goes on. */
export async function stopReading(name: string): Promise<void> {
  const own = running.get(name);
  if (own?.task === "prepare") await own.end();
}

/** Uploads that were left hold people's data: they are looked for when the first page of imports is opened, and every few hours. */
const tidyEveryMs = 6 * 60 * 60 * 1000;
const tidy = () => start("tidy").on("error", () => undefined);
tidy();
setInterval(tidy, tidyEveryMs).unref();
