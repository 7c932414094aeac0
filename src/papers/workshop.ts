/** Programs that make papers: setting one takes longer than a page may wait, and two programs make twice as many. */
import { type ChildProcess, fork } from "node:child_process";
import { resolve } from "node:path";
import type { Form } from "./addresses.ts";
import type { MadePaper } from "./forms/make.ts";
import type { FigureBook } from "./forms/sheet.ts";

/** The site and every command are started in the folder that holds them and the program. */
const program = resolve("src/papers/forms/program.ts");

type Answer = { id: number; made: MadePaper } | { id: number; fault: string };

interface Waiting {
  done: (made: MadePaper) => void;
  fail: (fault: Error) => void;
}

/** One program that makes papers, one after the other; it starts when the first is asked for, and again where it has ended. */
export class Workshop {
  #running: { child: ChildProcess; waiting: Map<number, Waiting> } | null = null;
  #orders = 0;

  /**
   * Has a paper made.
   *
   * @throws Error when the program stops, or cannot make it
   */
  make(book: FigureBook, forms: readonly Form[]): Promise<MadePaper> {
    this.#running ??= this.#start();
    const { child, waiting } = this.#running;
    const id = ++this.#orders;
    return new Promise((done, fail) => {
      waiting.set(id, { done, fail });
      this.#hold();
      child.send({ id, book, forms }, (fault) => fault && fail(fault));
    });
  }

  #start(): { child: ChildProcess; waiting: Map<number, Waiting> } {
    const child = fork(program, { serialization: "advanced", stdio: ["ignore", "ignore", "inherit", "ipc"] });
    const started = { child, waiting: new Map<number, Waiting>() };
    child.on("message", (answer: Answer) => {
      const asked = started.waiting.get(answer.id);
      started.waiting.delete(answer.id);
      this.#hold();
      if ("made" in answer) asked?.done(answer.made);
      else asked?.fail(new Error(`The paper could not be made: ${answer.fault}`));
    });
    const end = () => {
      if (this.#running === started) this.#running = null;
      for (const { fail } of started.waiting.values()) fail(new Error("The program that makes papers has stopped"));
      started.waiting.clear();
    };
    child.once("exit", end).once("error", end);
    return started;
  }

  /** While nothing is asked of it, the program keeps nobody from ending; while something is, it does. */
  #hold(): void {
    const { child, waiting } = this.#running ?? {};
    if (!child?.channel) return;
    if (waiting!.size > 0) {
      child.ref();
      child.channel.ref();
    } else {
      child.unref();
      child.channel.unref();
    }
  }
}
