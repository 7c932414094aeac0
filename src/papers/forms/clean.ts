/** Takes out of a paper's texts what no file format may hold, such as control characters from a pasted text. */
import type { Paper } from "../paper.ts";

// Control characters but line breaks and tabs, halves of characters, and what Unicode says is no character.
const unprintable = /(?![\n\t])\p{Cc}|[\uFEFF\uFFF9-\uFFFB]|\p{Surrogate}|\p{Noncharacter_Code_Point}/gu;

function cleaned(value: unknown): unknown {
  if (typeof value === "string") return value.replace(/\r\n?/g, "\n").replace(unprintable, "");
  if (Array.isArray(value)) return value.map(cleaned);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, cleaned(item)]));
}

/** The same paper with texts that every program can show. */
export function cleanPaper(paper: Paper): Paper {
  return cleaned(paper) as Paper;
}
