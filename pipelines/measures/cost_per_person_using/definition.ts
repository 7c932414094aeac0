import { defineMeasure } from "../define.ts";

export default defineMeasure({
  title: "Cost per person using it",
  question: "What does CPD cost for each person who uses it some months later?",
  numerator:
    "Full cost of the activities followed up, for those who answered (cost per participant × answers), in pounds",
  denominator: "Answers that it is in use or embedded",
  formula:
    "Full cost ÷ (people who took part × share of answers that it is in use); the range divides by the Wilson limits of that share",
  level: "organisation",
  unit: "money",
  better: "lower",
  interval: "cost",
  chart: "line",
  breakdowns: [],
  counts: "answers",
  base: "follow_up",
  is_sensitive: false,
  policy_measure: "value_for_money",
  claim_grade: 1,
  source: "Cost and participation records, and follow-up evaluations of a sample, without names",
  caveats: [
    "Use is reported by those who took part themselves. Those who use it may be likelier to answer, and then the true cost is higher; if none of the silent used it, it is the cost divided by the share of all who were asked.",
    "The full cost holds fees, travel, venues, resources, cover and staff time of the activities whose follow-up is over, and a programme's own costs; no subscriptions. The year is that of the activity.",
    "Somebody who took part in two activities counts twice. Low is not good in itself: what is cheap and used may still change little.",
  ],
  reviewed_on: "2026-11-20",
  history: [{ on: "2026-11-20", change: "First published." }],
});
