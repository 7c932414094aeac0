import { defineMeasure } from "../define.ts";

export default defineMeasure({
  title: "Support, as leaders see it at the close",
  question: "When an activity closed, had there been time, resources, help with problems and recognition?",
  numerator: "Answers of “mostly” or “fully”",
  denominator: "Answers to the four questions of a close-out",
  level: "organisation",
  unit: "percent",
  better: "higher",
  interval: "none",
  chart: "bar",
  breakdowns: ["question"],
  trust_breakdowns: ["question"],
  counts: "records",
  is_sensitive: false,
  policy_measure: "value_for_money",
  claim_grade: 1,
  source: "Close-outs by the leaders of activities, under their own names",
  caveats: [
    "It is the leader's own account of the activity they led: compare it with the staff survey.",
    "Only activities that were closed are counted, once each, in the year in which they ended. No likely range: they are no sample.",
  ],
  reviewed_on: "2026-11-20",
  history: [{ on: "2026-11-20", change: "First published." }],
});
