import { defineMeasure } from "../define.ts";

export default defineMeasure({
  title: "Subscriptions in use",
  question: "How many of our subscriptions and agreements does anybody use?",
  numerator:
    "Subscriptions, memberships and service agreements that at least one person used in the last twelve months",
  denominator: "Subscriptions, memberships and service agreements whose users are known",
  level: "organisation",
  unit: "percent",
  better: "higher",
  interval: "none",
  chart: "bar",
  breakdowns: [],
  counts: "records",
  is_sensitive: false,
  policy_measure: "value_for_money",
  claim_grade: 0,
  source: "The register of subscriptions",
  caveats: [
    "One user is enough here: read it beside the cost per user.",
    "A subscription counts in the year in which it ended, or in this one while it runs.",
  ],
  reviewed_on: "2026-11-20",
  history: [{ on: "2026-11-20", change: "First published." }],
});
