import { defineMeasure } from "../define.ts";

export default defineMeasure({
  title: "Promised training days held",
  question: "Did every school have the training days that our policy promises?",
  numerator: "Training days (INSET) held or still planned, up to the number that the policy promises",
  denominator: "Training days that the policy promises, for each school",
  level: "provision",
  unit: "percent",
  better: "higher",
  interval: "none",
  chart: "line",
  breakdowns: [],
  counts: "records",
  is_sensitive: false,
  policy_measure: "provision",
  claim_grade: 0,
  source: "Activity records and the policy",
  caveats: [
    "A day counts because it was set aside, whoever came and whatever came of it.",
    "Days beyond the promise count for nothing, so that one school's plenty does not make up for another's lack. Days of the whole organisation count for each of its schools.",
    "For the year that is running, days that are planned count too. Not applicable where the policy promises no number of days.",
  ],
  reviewed_on: "2026-11-22",
  history: [{ on: "2026-11-22", change: "First published." }],
});
