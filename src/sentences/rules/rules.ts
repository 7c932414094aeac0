/** Every rule, in one list: the same that words the sentences marks the charts, and stands on the page on how to read figures. */
import { absenceRules } from "./absence.ts";
import { answerRules } from "./answers.ts";
import { besideRules, withinFunnel } from "./beside.ts";
import { changeRules } from "./change.ts";
import { effectRule } from "./effect.ts";
import { publishedRules } from "./published.ts";
import type { Rule } from "./rule.ts";
import { seriesRules } from "./series.ts";
import { smallRules } from "./small.ts";

/** What is said under a finding, where a rule fires: each that does, in this order. */
export const noteRules: readonly Rule[] = [
  ...answerRules,
  withinFunnel,
  ...publishedRules,
  ...smallRules,
  effectRule,
  ...seriesRules,
];

/** The rules by what they are for, each with its name and when it fires. */
export const ruleBook: readonly { heading: string; rules: readonly { name: string; fires: string }[] }[] = [
  { heading: "When there is nothing to say (the first that fires)", rules: absenceRules },
  { heading: "Beside the year before (the first that fires)", rules: changeRules },
  { heading: "Beside the country and the whole", rules: besideRules },
  { heading: "Said beside it", rules: noteRules },
];
