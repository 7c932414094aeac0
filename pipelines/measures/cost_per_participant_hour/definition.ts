import { defineMeasure } from "../define.ts";

export default defineMeasure({
  title: "Cost per participant hour",
  question: "What does an hour of CPD for one person cost?",
  numerator: "Fees, travel, venues, resources and cover, in pounds",
  denominator: "Hours that participants attended",
  level: "organisation",
  unit: "money",
  better: "neither",
  interval: "none",
  chart: "line",
  breakdowns: [],
  counts: "money",
  is_sensitive: false,
  policy_measure: "value_for_money",
  claim_grade: 0,
  source: "Cost and participation records",
  caveats: [
    "Low is not good in itself: compare within like kind, and beside use in the role.",
    "The participants' own time is left out, and so are subscriptions, which have no hours. A cost counts in the year it was incurred, hours in the year they were completed.",
    "A year counts once both costs and hours are on record. Hours that were not written down are the activity's planned ones.",
  ],
  reviewed_on: "2026-11-20",
  history: [{ on: "2026-11-20", change: "First published." }],
});
