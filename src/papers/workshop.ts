/** Programs that make papers: setting one takes longer than a page may wait, and two programs make twice as many. */
import { type ChildProcess, fork } from "node:child_process";
import { resolve } from "node:path";
import type { Form } from "./addresses.ts";
import type { MadePaper } from "./forms/make.ts";
import type { FigureBook } from "./forms/sheet.ts";

/** The site and every command are started in the folder that holds them and the program. */
const ownProgram = resolve("src/papers/forms/program.ts");

/** The program has ended without an answer: as it was idle, in the very moment in which it was asked, or because something ended it. */
class Stopped extends Error {
  override name = "Stopped";
}

type Answer = { id: number; made: MadePaper } | { id: number; fault: string };

interface Waiting {
  done: (made: MadePaper) => void;
  fail: (fault: Error) => void;
}

/** A program at work, and what it has been asked and not answered. */
interface Running {
  child: ChildProcess;
  waiting: Map<number, Waiting>;
}

/** One program that makes papers, one after the other; it starts when the first is asked for, and again where it has ended. */
export class Workshop {
  #program: string;
  #running: Running | null = null;
  #orders = 0;

  /** @param program - what is started; the one that makes papers unless a test says otherwise */
  constructor(program = ownProgram) {
    this.#program = program;
  }

  /**
   * Has a paper made. A program that ends without an answer is asked again, once: it ends when nobody asks for a while, and may do so just as
   * somebody does.
   *
   * @throws Error when the program stops twice, or cannot make it
   */
  async make(book: FigureBook, forms: readonly Form[]): Promise<MadePaper> {
    try {
      return await this.#order(book, forms);
    } catch (fault) {
      if (!(fault instanceof Stopped)) throw fault;
      return this.#order(book, forms);
    }
  }

  #order(book: FigureBook, forms: readonly Form[]): Promise<MadePaper> {
    this.#running ??= this.#start();
    const running = this.#running;
    const id = ++this.#orders;
    return new Promise((done, fail) => {
      running.waiting.set(id, { done, fail });
      this.#hold();
      running.child.send({ id, book, forms }, (fault) => {
        if (!fault) return;
        // It can no longer be asked, though its end is not known yet.
        if (this.#running === running) this.#running = null;
        running.waiting.delete(id);
        fail(new Stopped("The program that makes papers cannot be asked", { cause: fault }));
      });
    });
  }

  #start(): Running {
    const child = fork(this.#program, { serialization: "advanced", stdio: ["ignore", "ignore", "inherit", "ipc"] });
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
      for (const { fail } of started.waiting.values()) fail(new Stopped("The program that makes papers has stopped"));
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
