/** How many comparisons with chance a page made, because of many some look like signals. */
import { counted, shownCount } from "../format.ts";
import type { Finding } from "./finding.ts";
import { said } from "./said.ts";

/** Below this many comparisons a false signal is unlikely enough to go without saying. */
const fewestTold = 5;

/** `14 measures were looked at in 31 comparisons; chance alone makes about 2 of them look like a signal.`; null for a few. */
export function looksWords(findings: readonly Finding[]): string | null {
  const looked = findings.filter(({ looks }) => looks > 0);
  const looks = looked.reduce((sum, finding) => sum + finding.looks, 0);
  if (looks < fewestTold) return null;
  const byChance = Math.max(1, Math.round(looks / 20));
  return said(
    `${counted(looked.length, "measure")} were looked at in ${shownCount(looks)} comparisons; chance alone makes about ${counted(byChance, "of them", "of them")} look like a signal.`,
    0,
  );
}
