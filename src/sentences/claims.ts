/** How strong a claim a figure carries, in words; statistics call it the claim-strength ladder. */

/** One rung: its name, and what a reader should know about evidence of that strength. */
export interface Claim {
  name: string;
  meaning: string;
  /** The words that a sentence of this strength may use. */
  verb: string;
}

const claims: readonly Claim[] = [
  { name: "Intent", meaning: "An aim; nothing has been collected about it", verb: "aims to" },
  { name: "Reported", meaning: "Said by those who took part; nobody else has looked", verb: "participants report" },
  { name: "Corroborated", meaning: "Seen by someone besides those who took part", verb: "was observed in" },
  {
    name: "Changed",
    meaning: "Measured the same way before and after; what else changed is not known",
    verb: "rose or fell after",
  },
  { name: "Compared", meaning: "Measured beside others who did not take part", verb: "more than the comparison" },
  { name: "Designed", meaning: "From a study planned to show an effect", verb: "estimated effect" },
];

/** The rung of a claim grade from 0 (intent) to 5 (designed). */
export function claimOf(grade: number): Claim {
  return claims[grade]!;
}

/** Every rung, weakest first, for the page on how to read the figures. */
export const claimLadder = claims;
