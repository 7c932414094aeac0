/** The program that makes papers for the site: setting one takes longer than a page may wait. It ends with the site, or when nothing was asked for a minute. */

import type { Form } from "../addresses.ts";
import { makePaper } from "./make.ts";
import type { FigureBook } from "./sheet.ts";

/** What is asked of the program. */
export interface Order {
  id: number;
  book: FigureBook;
  forms: readonly Form[];
}

const idleMs = 60_000;
let idle = setTimeout(() => process.exit(), idleMs);
let queue = Promise.resolve();

async function answer({ id, book, forms }: Order): Promise<void> {
  try {
    process.send!({ id, made: await makePaper(book, forms) });
  } catch (fault) {
    process.send!({ id, fault: fault instanceof Error ? fault.message : String(fault) });
  }
}

process.on("message", (order: Order) => {
  clearTimeout(idle);
  queue = queue
    .then(() => answer(order))
    .then(() => {
      clearTimeout(idle);
      idle = setTimeout(() => process.exit(), idleMs);
    });
});
process.on("disconnect", () => process.exit());
