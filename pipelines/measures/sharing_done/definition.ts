import { defineMeasure } from "../define.ts";

export default defineMeasure({
  title: "Shared as agreed",
  question: "Was what we agreed to pass on to colleagues passed on?",
  numerator: "Agreed sharing that was done",
  denominator: "What was agreed to be shared and fell due in the academic year",
  level: "provision",
  unit: "percent",
  better: "higher",
  interval: "wilson",
  chart: "line",
  breakdowns: [],
  counts: "records",
  is_sensitive: false,
  policy_measure: "provision",
  claim_grade: 0,
  source: "The record of sharing",
  caveats: [
    "Having told others is not yet their using it.",
    "What was done late counts as done. Where nothing was to be shared, nothing is counted; without a due day, it was due when it was agreed.",
  ],
  reviewed_on: "2026-11-22",
  history: [{ on: "2026-11-22", change: "First published." }],
});
