import { defineMeasure } from "../define.ts";

export default defineMeasure({
  title: "Cost of subscriptions per user",
  question:
    "What do subscriptions and agreements cost for each person who uses them, and is any of them used too little?",
  numerator: "Yearly cost of subscriptions, memberships and service agreements, in pounds",
  denominator: "People who used them in the last twelve months, once for each",
  level: "organisation",
  unit: "money",
  better: "lower",
  interval: "none",
  chart: "bar",
  breakdowns: ["kind"],
  counts: "people",
  is_sensitive: false,
  policy_measure: "value_for_money",
  claim_grade: 0,
  source: "The register of subscriptions",
  caveats: [
    "A subscription that nobody uses has a cost and no users, and so raises the figure; one of which nobody knows the users is left out. Which ones those are stands in the register.",
    "Hidden where few people stand behind it, as users are people.",
    "A subscription counts in the year in which it ended, or in this one while it runs. How often somebody used it is not known, nor what came of it.",
  ],
  reviewed_on: "2026-11-22",
  history: [
    {
      on: "2026-11-22",
      change:
        "The share of subscriptions that anybody uses (subscriptions_used) is no longer a measure of its own: one user was enough for it.",
    },
    { on: "2026-11-22", change: "Hidden where few people use a subscription, as they could be known." },
    { on: "2026-11-20", change: "First published." },
  ],
});
