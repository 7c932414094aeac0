/** Finding what fits some words, with slips of the pen forgiven. */
import MiniSearch from "minisearch";
import type { SearchEntry } from "./entries.ts";

/** More than these are not read. */
const mostFound = 30;

/** Shorter words must be typed right, or everything would fit. */
const shortestForgiven = 4;

/**
 * The entries that fit, best first. Every word that was typed counts, a beginning is enough, and about one letter in five may be wrong; where
 * nothing has all the words, what has some of them is found.
 *
 * @param typed - as it was typed
 */
export function findEntries(typed: string, entries: readonly SearchEntry[]): SearchEntry[] {
  const index = new MiniSearch<SearchEntry & { id: number }>({ fields: ["title", "about", "words"] });
  index.addAll(entries.map((entry, id) => ({ ...entry, id })));
  const options = {
    boost: { title: 4, words: 1.5 },
    prefix: (word: string) => word.length > 2,
    fuzzy: (word: string) => (word.length < shortestForgiven ? false : 0.2),
  };
  const all = index.search(typed, { ...options, combineWith: "AND" });
  const found = all.length > 0 ? all : index.search(typed, options);
  return found.slice(0, mostFound).map(({ id }) => entries[id as number]!);
}
