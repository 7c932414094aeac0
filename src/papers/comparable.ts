/** Whether two papers can be held against one another, and what must be known to read their differences. */
import { shownYear } from "../format.ts";
import { kindWords } from "./forms/words.ts";
import type { Paper } from "./paper.ts";

/** A paper that is compared. */
export interface Compared {
  /** What it is called in the middle of a sentence: `edition 3`. */
  name: string;
  paper: Paper;
  /** The letter of the policy under which it was made; null where that is not known any more. */
  profile: string | null;
}

/** Why two papers are not compared; null where they are. */
export function hindranceOf(
  one: Pick<Compared, "name" | "paper">,
  other: Pick<Compared, "name" | "paper">,
): string | null {
  const [kind, otherKind] = [one, other].map(({ paper }) => kindWords[paper.kind].toLowerCase());
  return kind === otherKind
    ? null
    : `They cannot be compared: ${one.name} is of the kind “${kind}” and ${other.name} of the kind “${otherKind}”, which say different things.`;
}

/** What must be known to read the differences of two papers that are compared. */
export function notesOn(one: Compared, other: Compared): string[] {
  const [paper, otherPaper] = [one.paper, other.paper];
  const isOtherPolicy = one.profile !== null && other.profile !== null && one.profile !== other.profile;
  return [
    ...(paper.place.urn === otherPaper.place.urn
      ? []
      : [`They are about two places: ${paper.place.name} and ${otherPaper.place.name}.`]),
    ...(paper.timePeriod === otherPaper.timePeriod
      ? []
      : [
          `They are about two years: ${one.name} about ${shownYear(paper.timePeriod)}, ${other.name} about ${shownYear(otherPaper.timePeriod)}.`,
        ]),
    ...(isOtherPolicy
      ? [
          "The policy was changed for another in between. Headings, levels and measures with other names cannot be compared: they stand as removed and added.",
        ]
      : []),
  ];
}
