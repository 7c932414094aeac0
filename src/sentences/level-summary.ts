/** One level in short: the best of what is known, how many, how sure, what is missing. */
import type { Level } from "../../pipelines/contract.ts";
import { missingGroups } from "./brief.ts";
import { claimOf } from "./claims.ts";
import type { Finding } from "./finding.ts";

/** A level of a place, in short. */
export interface LevelSummary {
  /** Two or three findings worth saying first; none where nothing is known. */
  best: Finding[];
  /** `8 of 17 measures have a figure`. */
  howMany: string;
  /** How strong the strongest of them is: `Reported: said by those who were asked; nobody else has looked`; null without any. */
  howSure: string | null;
  /** What is missing, `4 hidden, 1 not recorded yet`; null where nothing is. */
  missing: string | null;
}

const mostTold = 3;

/** Which measures say most of their level, where they have a figure; the others follow in their own order. */
export const headlines: Readonly<Record<Level, readonly string[]>> = {
  provision: ["participation_coverage", "sustained_programmes", "priority_coverage"],
  reactions: ["cpd_quality", "likely_to_use"],
  learning: ["use_in_role", "use_seen_by_others", "practice_seen"],
  outcomes: ["pupil_voice", "ks2_expected_standard", "ks4_attainment_8"],
  organisation: ["published_turnover", "barriers_met", "cost_per_person_using"],
};

/**
 * Sums up the findings of one level: signals first, then the headlines.
 *
 * @param findings - those of the level, as `findingsOf` gives them
 */
export function levelSummary(level: Level, findings: readonly Finding[]): LevelSummary {
  const known = findings.filter(({ absence }) => absence === null);
  const rank = ({ mark, measure }: Finding) => {
    const place = headlines[level].indexOf(measure.id);
    return (mark === "signal" ? 0 : 100) + (place === -1 ? 50 : place);
  };
  const best = [...known].sort((one, other) => rank(one) - rank(other)).slice(0, mostTold);
  const strongest = Math.max(...known.map(gradeOf));
  const holder = known.find((finding) => gradeOf(finding) === strongest);
  const missing = missingGroups(findings).map((group) => `${group.findings.length} ${group.short}`);
  const claim = holder && claimOf(holder.measure, strongest);
  return {
    best,
    howMany: `${known.length} of ${findings.length} ${findings.length === 1 ? "measure" : "measures"} ${known.length === 1 || findings.length === 1 ? "has" : "have"} a figure`,
    howSure: claim ? `${claim.name}: ${claim.meaning.charAt(0).toLowerCase()}${claim.meaning.slice(1)}` : null,
    missing: missing.length === 0 ? null : missing.join(", "),
  };
}

function gradeOf({ measure, figure }: Finding): number {
  const grade = figure?.claim_grade ?? measure.claim_grade;
  return claimOf(measure, grade).name === "Context" ? 0 : grade;
}
