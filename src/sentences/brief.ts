/** A page's first sentences, shortest first: what stands out, how sure that is, what is missing. Measures without news share one sentence. */
import { capitalised, counted, shownYear } from "../format.ts";
import { claimOf, wordedGrade } from "./claims.ts";
import type { Finding } from "./finding.ts";
import type { Absence } from "./rules/rule.ts";
import { said } from "./said.ts";
import { type Statement, statement } from "./statement.ts";

/** One reason for which figures are missing, with the measures it holds for. */
export interface MissingGroup {
  /** `hidden, because they could tell on a few people`. */
  reason: string;
  /** The same in a word or two: `hidden`. */
  short: string;
  findings: Finding[];
}

const measures = (count: number) => `${count} ${count === 1 ? "measure" : "measures"}`;

/** A finding as a statement. */
export function tellFinding({ measure, figure, mark, sentence, details }: Finding, href: string): Statement {
  const grade = wordedGrade(measure, figure?.claim_grade ?? measure.claim_grade);
  return statement(grade, { mark, sentence, details, href });
}

/** What stands out, in the order of the findings. */
export function signalsOf(findings: readonly Finding[], hrefOf: (id: string) => string): Statement[] {
  return findings
    .filter(({ mark }) => mark === "signal")
    .map((finding) => tellFinding(finding, hrefOf(finding.measure.id)));
}

/**
 * What is said of all that did not stand out, in one sentence; null where no measure could be looked at.
 *
 * @param since - the year compared with; null: the year before
 * @param hasSignals - whether anything else stands before it
 */
export function nothingElse(
  findings: readonly Finding[],
  { since, hasSignals, href }: { since: number | null; hasSignals: boolean; href: string },
): Statement | null {
  const steady = findings.filter(({ mark }) => mark === "none");
  if (steady.length === 0) return null;
  const from = since === null ? "the year before" : shownYear(since);
  if (!hasSignals && steady.every(({ looks }) => looks === 0)) {
    const sentence = `${capitalised(counted(steady.length, "measure"))} can be looked at, with nothing to be compared with yet.`;
    return statement(0, { mark: "none", sentence, details: [], href });
  }
  const sentence = hasSignals
    ? `Nothing else to report: ${counted(steady.length, "other measure")} moved no more from ${from} than chance gives, or had nothing to be compared with.`
    : steady.length === 1
      ? `Nothing to report. The one measure that can be looked at moved no more from ${from} than chance gives.`
      : `Nothing to report. None of the ${measures(steady.length)} that can be looked at moved more from ${from} than chance gives.`;
  return statement(0, { mark: "none", sentence, details: [], href });
}

const strengths: Readonly<Record<string, string>> = {
  Context: "context, which says what is so and nothing about why",
  Reported: "reported by those who were asked",
  Corroborated: "seen by somebody else",
  Changed: "measured before and after",
  Compared: "beside others who did not take part",
  Designed: "from a planned study",
};

/** How strong the evidence is, in one sentence: `Of 32 figures: 20 context …; 10 reported by those who were asked.`; null without any. */
export function surenessOf(findings: readonly Finding[]): string | null {
  const known = findings.filter(({ absence }) => absence === null);
  if (known.length === 0) return null;
  const counts = new Map<string, number>();
  for (const { measure, figure } of known) {
    const { name } = claimOf(measure, figure?.claim_grade ?? measure.claim_grade);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const parts = Object.entries(strengths).flatMap(([name, words]) => {
    const count = counts.get(name);
    return count === undefined ? [] : [`${count} ${words}`];
  });
  return said(`Of ${counted(known.length, "figure")}: ${parts.join("; ")}.`, 0);
}

const reasons: readonly [absence: Absence, reason: string, short: string][] = [
  ["failed", "could not be worked out this time", "could not be worked out"],
  ["suppressed", "hidden, because they could tell on a few people", "hidden"],
  ["too_little", "with too little data to speak of", "too little data"],
  ["no_records", "with nothing recorded yet", "not recorded yet"],
  ["not_available", "not available for the year", "not available"],
];

/** What is missing, by reason. */
export function missingGroups(findings: readonly Finding[]): MissingGroup[] {
  return reasons
    .map(([absence, reason, short]) => ({
      reason,
      short,
      findings: findings.filter((finding) => finding.absence === absence),
    }))
    .filter((group) => group.findings.length > 0);
}

/** `17 of 40 measures have no figure to show: 10 hidden, …; 5 with too little data to speak of.`; null where nothing is missing. */
export function missingWords(findings: readonly Finding[]): string | null {
  const groups = missingGroups(findings);
  const missing = groups.reduce((sum, group) => sum + group.findings.length, 0);
  if (missing === 0) return null;
  const parts = groups.map((group) => `${group.findings.length} ${group.reason}`);
  const verb = missing === 1 ? "has" : "have";
  return said(`${missing} of ${measures(findings.length)} ${verb} no figure to show: ${parts.join("; ")}.`, 0);
}
