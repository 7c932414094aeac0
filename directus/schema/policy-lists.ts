/** Lists in the policy that records and pages take their words from. */
import { choice, table, text } from "./field.ts";

/** The rungs that people climb, with what is offered on each. */
export const ladder = table(
  "Ladder of progression",
  "The rungs for teaching and for support staff, and what is offered on each.",
  {
    key: text("Key", "Small letters and underscores; records refer to it, so keep it."),
    strand: choice("Strand", "Which ladder.", { teaching: "Teaching and leadership", support: "Support staff" }),
    label: text("Rung", "What readers see, from the lowest up."),
    offer: text("Offered", "The development for whoever stands here."),
  },
  "{{label}}",
);

/** Frameworks of professional standards. */
export const frameworks = table(
  "Standards",
  "The frameworks of professional standards that development works towards.",
  {
    key: text("Key", "Small letters and underscores; records refer to it, so keep it."),
    label: text("Framework", "What readers see."),
  },
  "{{label}}",
);

/** Other words that the policy uses. */
export const aliases = table(
  "Other words for the same",
  "Where the policy uses several words, or old ones, for one thing.",
  { word: text("Word", "As in the policy."), means: text("Means", "The word used here.") },
  "{{word}} → {{means}}",
);
