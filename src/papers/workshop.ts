/** Papers for the site's pages, made by a program of their own, and kept for as long as they are asked for again. */
import { type ChildProcess, fork } from "node:child_process";
import { createHash } from "node:crypto";
import { resolve } from "node:path";
import type { Form } from "./addresses.ts";
import type { MadePaper } from "./forms/make.ts";
import type { FigureBook } from "./forms/sheet.ts";

/** The site is started in the folder that holds both it and the program. */
const program = resolve("src/papers/forms/program.ts");

type Answer = { id: number; made: MadePaper } | { id: number; fault: string };

interface Waiting {
  done: (made: MadePaper) => void;
  fail: (fault: Error) => void;
}

let running: { child: ChildProcess; waiting: Map<number, Waiting> } | null = null;
let orders = 0;

/** The program, started where it is not running. */
function workshop(): NonNullable<typeof running> {
  if (running) return running;
  const child = fork(program, { serialization: "advanced", stdio: ["ignore", "ignore", "inherit", "ipc"] });
  const waiting = new Map<number, Waiting>();
  const started = { child, waiting };
  running = started;
  child.on("message", (answer: Answer) => {
    const asked = waiting.get(answer.id);
    waiting.delete(answer.id);
    if ("made" in answer) asked?.done(answer.made);
    else asked?.fail(new Error(`The paper could not be made: ${answer.fault}`));
  });
  const end = () => {
    if (running === started) running = null;
    for (const { fail } of waiting.values()) fail(new Error("The program that makes papers has stopped"));
    waiting.clear();
  };
  child.once("exit", end).once("error", end);
  // It does not keep the site from stopping.
  child.unref();
  child.channel?.unref();
  return started;
}

/** Has a paper made. @throws Error when the program stops, or cannot make it */
function order(book: FigureBook, forms: readonly Form[]): Promise<MadePaper> {
  const { child, waiting } = workshop();
  const id = ++orders;
  return new Promise((done, fail) => {
    waiting.set(id, { done, fail });
    child.send({ id, book, forms }, (fault) => fault && fail(fault));
  });
}

/** How many papers are kept: a school's reader opens the same one several times, and so does its board. */
const kept = 24;
const made = new Map<string, Promise<MadePaper>>();

/**
 * Has a paper made, unless the very same one was made lately.
 *
 * @throws Error when the program stops, or cannot make it
 */
export function havePaperMade(book: FigureBook, forms: readonly Form[]): Promise<MadePaper> {
  // By everything that is in it: a new release, new words or another reader's part of it make another paper.
  const key = createHash("sha256")
    .update(JSON.stringify([book, forms]))
    .digest("hex");
  const found = made.get(key) ?? order(book, forms);
  made.delete(key);
  made.set(key, found);
  found.catch(() => made.delete(key));
  for (const oldest of [...made.keys()].slice(0, -kept)) made.delete(oldest);
  return found;
}
