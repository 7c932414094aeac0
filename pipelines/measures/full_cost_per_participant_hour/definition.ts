import { defineMeasure } from "../define.ts";

export default defineMeasure({
  title: "Full cost per participant hour",
  question: "What does an hour of CPD for one person cost, with the time of those who take part?",
  numerator: "Fees, travel, venues, resources, cover and staff time, in pounds",
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
    "Low is not good in itself: compare within like kind, and beside use in the role. Staff time is pay that would be due in any case; the cost per participant hour is the same without it.",
    "Subscriptions, which have no hours, are left out. A cost counts in the year it was incurred, hours in the year they were completed. A year counts once staff time and hours are on record.",
  ],
  reviewed_on: "2026-11-20",
  history: [{ on: "2026-11-20", change: "First published." }],
});
