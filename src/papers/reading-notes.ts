/** How to read the figures of a paper, in a few sentences, and what is wrong with its data. */
import { counted, listed, shownYear } from "../format.ts";
import { failingChecks, failingWords } from "../sentences/checks.ts";
import { claimOf } from "../sentences/claims.ts";
import type { Finding } from "../sentences/finding.ts";
import { hiddenNote } from "./figure-table.ts";
import type { Scope } from "./source.ts";

/** The notes, the most needed first: likely ranges and chance, what is hidden, how strong claims are, the year, the data. */
export function readingNotes(scope: Scope, findings: readonly Finding[]): string[] {
  const { catalogue, release, isRunning, timePeriod } = scope;
  const claims = new Map(
    findings.flatMap(({ measure, figure, absence }) => {
      if (figure === null || absence !== null) return [];
      const { name, meaning } = claimOf(measure, figure.claim_grade);
      return [[name, meaning] as const];
    }),
  );
  const meanings = [...claims].map(
    ([name, meaning]) => `${name} (${meaning.charAt(0).toLowerCase()}${meaning.slice(1)})`,
  );
  const failing = failingWords(failingChecks(release));
  const year = isRunning
    ? [`The year ${shownYear(timePeriod)} is not over: unless they say otherwise, figures are of the last full year.`]
    : [];
  return [
    `A likely range is where a figure would lie in 95 of 100 cases if chance were all that moved it; “beyond chance” means that a difference is larger than that allows. ${hiddenNote(catalogue.policy.threshold_leaving)}`,
    ...year,
    ...(meanings.length > 0
      ? [`The last words of the small print say how strong a claim is: ${listed(meanings)}.`]
      : []),
    ...(failing
      ? [`${failing}. Which they are, and what they touch, stands on the site under About the figures.`]
      : []),
    `Figures are those that may leave the log-in. ${counted(release.checks.length, "check")} of the data ran before they were published.`,
  ];
}
