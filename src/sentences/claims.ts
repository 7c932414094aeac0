/** How strong a claim a figure carries, in words; statistics call it the claim-strength ladder. */
import type { PublishedMeasure } from "../../pipelines/contract.ts";

/** One rung: its name, and what a reader should know about evidence of that strength. */
export interface Claim {
  name: string;
  meaning: string;
}

const claims: readonly Claim[] = [
  { name: "Intent", meaning: "An aim; nothing has been collected about it" },
  { name: "Reported", meaning: "Said by those who took part; nobody else has looked" },
  { name: "Corroborated", meaning: "Seen by someone besides those who took part" },
  {
    name: "Changed",
    meaning: "Measured the same way before and after; what else changed is not known",
  },
  { name: "Compared", meaning: "Measured beside others who did not take part" },
  { name: "Designed", meaning: "From a study planned to show an effect" },
];

/** A figure that is no claim about development at all: pupils' results, staffing, what the records count. */
const context: Claim = { name: "Context", meaning: "Says what is so, nothing about why" };

/** The strength of a figure with a claim grade from 0 to 5; a figure of grade 0 is context, because there is a figure. */
export function claimOf(measure: Pick<PublishedMeasure, "counts">, grade: number): Claim {
  return grade === 0 || measure.counts === "published" ? context : claims[grade]!;
}

/** Every rung, weakest first, for the page on how to read the figures. */
export const claimLadder: readonly Claim[] = [context, ...claims];
