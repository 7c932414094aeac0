/** Papers for the site's pages, kept for as long as they are asked for again. */
import { createHash } from "node:crypto";
import type { Form } from "./addresses.ts";
import type { MadePaper } from "./forms/make.ts";
import type { FigureBook } from "./forms/sheet.ts";
import { Workshop } from "./workshop.ts";

/** How many are kept: a school's reader opens the same one several times, and so does its board. */
const kept = 24;
const made = new Map<string, Promise<MadePaper>>();
const workshop = new Workshop();

/**
 * Has a paper made, unless the very same one was made lately.
 *
 * @throws Error when the program that makes it stops, or cannot make it
 */
export function havePaperMade(book: FigureBook, forms: readonly Form[]): Promise<MadePaper> {
  // By everything that is in it: a new release, new words or another reader's part of it make another paper.
  const key = createHash("sha256")
    .update(JSON.stringify([book, forms]))
    .digest("hex");
  const found = made.get(key) ?? workshop.make(book, forms);
  made.delete(key);
  made.set(key, found);
  found.catch(() => made.delete(key));
  for (const oldest of [...made.keys()].slice(0, -kept)) made.delete(oldest);
  return found;
}
