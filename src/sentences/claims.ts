/** How strong a claim a figure carries, in words; statistics call it the claim-strength ladder. */
import type { Figure, PublishedMeasure } from "../../pipelines/contract.ts";
import { shownRange } from "../format.ts";
import type { Comparison } from "../statistics/chance.ts";

/** One rung: its name, what a reader should know about evidence of that strength, and the words that it carries. */
export interface Claim {
  name: string;
  meaning: string;
  words: string;
}

const claims: readonly Claim[] = [
  { name: "Intent", meaning: "An aim; nothing has been collected about it", words: "aims to" },
  { name: "Reported", meaning: "Said by those who were asked; nobody else has looked", words: "participants report" },
  { name: "Corroborated", meaning: "Seen by someone besides those who took part", words: "was observed in" },
  {
    name: "Changed",
    meaning: "Measured the same way before and after; what else changed is not known",
    words: "rose after, fell after",
  },
  { name: "Compared", meaning: "Measured beside others who did not take part", words: "more than comparison" },
  { name: "Designed", meaning: "From a study planned to show an effect", words: "estimated effect" },
];

/** A figure that is no claim about development at all: pupils' results, staffing, what the records count. */
const context: Claim = { name: "Context", meaning: "Says what is so, nothing about why", words: "was" };

/** What decides how strongly a measure may be told. */
type Told = Pick<PublishedMeasure, "counts"> & Partial<Pick<PublishedMeasure, "level" | "policy_measure">>;

/**
 * The grade by which a figure is worded: 0, context, for published figures, pupils' outcomes and who stays or leaves, whatever
 * else is recorded of them.
 */
export function wordedGrade({ counts, level, policy_measure }: Told, grade: number): number {
  return counts === "published" || level === "outcomes" || policy_measure === "recruitment_retention" ? 0 : grade;
}

/** The strength of a figure with a claim grade from 0 to 5; a figure of grade 0 is context, because there is a figure. */
export function claimOf(measure: Told, grade: number): Claim {
  const worded = wordedGrade(measure, grade);
  return worded === 0 ? context : claims[worded]!;
}

/** What says whom a measure asks. */
type Asked = Pick<PublishedMeasure, "id" | "base" | "level" | "unit">;

/** Who reports what a measure of answers counts: `participants`; null where the figure is money, which nobody reports. */
export function reporterOf({ id, base, level, unit }: Partial<Asked>): string | null {
  if (unit === "money") return null;
  if (level === "outcomes") return "pupils";
  if (base === "staff_survey") return "staff";
  return id === "support_at_close" ? "leaders" : "participants";
}

/** Every rung, weakest first, for the page on how to read the figures. */
export const claimLadder: readonly Claim[] = [context, ...claims];

/** What a statement is worded from. */
export interface ClaimParts {
  /** The grade by which it is worded, 0 to 5. */
  grade: number;
  measure: Pick<PublishedMeasure, "title" | "unit"> & Partial<Asked>;
  figure: Pick<Figure, "lower" | "upper" | "denominator">;
  /** The figure in words: `75.0%`. */
  value: string;
  /** `in 2025/26`. */
  when: string;
  /** How it stands to those who did not take part; left out where nobody measured them. */
  besideComparison?: Comparison | undefined;
}

/**
 * The words for a figure by the strength of its evidence: what is so for context, then what those who were asked report, `was observed`,
 * and only with what they rest on `more than comparison` and `estimated effect`. A weaker verb is always allowed, so what a strong one rests on
 * and is not there leaves the weaker one.
 */
export function claimWords({ grade, measure, figure, value, when, besideComparison }: ClaimParts): string {
  const range = shownRange(figure, measure.unit);
  if (grade === 5 && range) return `${measure.title}: estimated effect ${value} (likely range ${range}) ${when}`;
  if (grade >= 4 && (besideComparison === "higher" || besideComparison === "lower")) {
    return `${measure.title}: ${value} ${when}, ${besideComparison === "higher" ? "more" : "less"} than comparison`;
  }
  if (grade === 2) return `${measure.title}: ${value} was observed ${when}`;
  const reporter = grade === 1 ? reporterOf(measure) : null;
  if (reporter !== null) return `${measure.title}: ${reporter} report ${value} ${when}`;
  return `${measure.title}: ${value} ${when}`;
}

/** The words for a change beyond chance from an earlier figure: `, up from 50.0% the year before`; from grade 3 on, `; it rose after …`. */
export function changeWords(grade: number, direction: "higher" | "lower", before: string, earlier: string): string {
  if (grade >= 3) return `; it ${direction === "higher" ? "rose" : "fell"} after ${before} ${earlier}`;
  return `, ${direction === "higher" ? "up" : "down"} from ${before} ${earlier}`;
}
