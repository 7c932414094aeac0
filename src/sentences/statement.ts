/** One sentence of a story, and the only way to make one. */
import type { Mark } from "./finding.ts";
import { said } from "./said.ts";

/** One sentence of a story, with its mark, its small print and where to read on. */
export interface Statement {
  mark: Mark;
  sentence: string;
  details: string[];
  /** The page that holds the figures behind it; null when it speaks of several. */
  href: string | null;
}

/**
 * Makes a statement, held to what evidence of its grade carries.
 *
 * @param grade - the claim grade by which it is worded; 0 where it speaks of several measures, or of context
 * @throws Error naming the banned words, other than in production
 */
export function statement(grade: number, { mark, sentence, details, href }: Statement): Statement {
  return { mark, sentence: said(sentence, grade), details: details.map((detail) => said(detail, grade)), href };
}
