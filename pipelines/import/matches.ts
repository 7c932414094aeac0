import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { plainHeading } from "./headings.ts";
import { batchFolder, matchesFile } from "./journal.ts";
import { privateFolder, writePrivately } from "./private-files.ts";
import type { ColumnMapping } from "./table.ts";
import { plainWord, type WordMapping } from "./words.ts";

/** What somebody matched by hand in a file with certain headings. */
const match = z.object({
  mapping: z.record(z.string(), z.string()),
  /** Column, then a digest of the word, to a key: a column matched by mistake may hold names, and those are not kept. */
  words: z.record(z.string(), z.record(z.string(), z.string())),
});
/** What was matched by hand in a file with certain headings. */
export type Match = z.infer<typeof match>;
const matches = z.record(z.string(), z.record(z.string(), match));

/**
 * What was matched the last time a file of this kind had these headings, in whatever order.
 *
 * @returns undefined where nothing was, and where what is remembered cannot be read
 */
export async function readMatch(dataDir: string, kind: string, headings: string[]): Promise<Match | undefined> {
  return (await readMatches(dataDir))[kind]?.[headingsKey(headings)];
}

/** Remembers a match for the next file of this kind with these headings. */
export async function rememberMatch(
  dataDir: string,
  kind: string,
  headings: string[],
  mapping: ColumnMapping,
  words: WordMapping,
): Promise<void> {
  const known = await readMatches(dataDir);
  const digests = Object.fromEntries(
    Object.entries(words).map(([column, keys]) => [
      column,
      Object.fromEntries(Object.entries(keys).map(([word, key]) => [wordDigest(word), key])),
    ]),
  );
  const key = headingsKey(headings);
  const before = known[kind]?.[key];
  const merged: Match = {
    mapping: { ...before?.mapping, ...mapping },
    words: { ...before?.words },
  };
  for (const [column, keys] of Object.entries(digests)) {
    merged.words[column] = { ...merged.words[column], ...keys };
  }
  const path = join(await privateFolder(batchFolder(dataDir)), matchesFile);
  await writePrivately(path, { ...known, [kind]: { ...known[kind], [key]: merged } });
}

/** The key that a word was matched with; undefined where it never was. */
export function rememberedKey(known: Match | undefined, column: string, word: string): string | undefined {
  return known?.words[column]?.[wordDigest(word)];
}

async function readMatches(dataDir: string): Promise<z.infer<typeof matches>> {
  const text = await readFile(join(batchFolder(dataDir), matchesFile), "utf8").catch(() => "{}");
  try {
    return matches.parse(JSON.parse(text));
  } catch {
    // It only saves people work: without it they match once more.
    return {};
  }
}

const digest = (text: string) => createHash("sha256").update(text).digest("hex").slice(0, 32);
const wordDigest = (word: string) => digest(plainWord(word));
const headingsKey = (headings: string[]) =>
  digest(JSON.stringify([...new Set(headings.map(plainHeading).filter(Boolean))].sort()));
