/** Blocks of a paper, made in one line each. */
import type { Statement } from "../sentences/statement.ts";
import type { Block, Gap, List, Ranked, Statements, Words } from "./paper.ts";

/** What people wrote. */
export function writtenWords(text: string): Words {
  return { is: "words", text, isWritten: true };
}

/** A paragraph that writes itself. */
export function words(text: string): Words {
  return { is: "words", text, isWritten: false };
}

/** Sentences with their marks; no block at all without any. */
export function statements(all: Statement[]): Statements[] {
  return all.length === 0 ? [] : [{ is: "statements", statements: all }];
}

/** A list; no block at all without items. */
export function list(items: string[]): List[] {
  return items.length === 0 ? [] : [{ is: "list", items }];
}

/** What is missing, and who can make it happen. */
export function gap(text: string): Gap {
  return { is: "gap", text };
}

/** The same block, with what it matters where a paper may not be longer; see `Ranked`. */
export function ranked<B extends Block>(block: B, rank: number, called: string): B & Ranked {
  return { ...block, rank, called };
}

/** Where the words of a paper are written, as the end of a sentence. */
export const inTheStudio = "in the Studio under Papers and decisions";

/** People's own words where there are any, else what is missing: `No forward plan is written yet. …`. */
export function writtenOr(text: string | null | undefined, missing: string): Block {
  return text?.trim()
    ? writtenWords(text.trim())
    : gap(`${missing} A CPD administrator can write this ${inTheStudio}.`);
}
