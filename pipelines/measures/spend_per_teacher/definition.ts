import { defineMeasure } from "../define.ts";

export default defineMeasure({
  title: "CPD spending per teacher",
  question: "What is spent on CPD for each teacher in a year?",
  numerator: "Fees, travel, venues, resources and cover, in pounds",
  denominator: "Full-time equivalent teachers in post on the census day, 1 November",
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
  source: "Cost records and the organisation's own staff records",
  caveats: [
    "Low is not good in itself, and neither is high. The cost is for all staff, support staff too, and is divided by teachers, as others publish it.",
    "Staff time and subscriptions are left out. A cost counts in the year in which it was incurred, and the year that is running can only rise. Not adjusted for prices.",
  ],
  reviewed_on: "2026-11-20",
  history: [{ on: "2026-11-20", change: "First published." }],
});
