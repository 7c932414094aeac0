import { defineMeasure } from "../define.ts";

export default defineMeasure({
  title: "More CPD on it wanted",
  question: "How many would like more CPD on what it was about?",
  numerator: "Answers of “yes”",
  denominator: "Answers to the question whether further training is wanted",
  level: "reactions",
  unit: "percent",
  better: "neither",
  interval: "wilson",
  chart: "line",
  breakdowns: ["programme"],
  trust_breakdowns: ["programme"],
  counts: "answers",
  base: "end_of_session",
  is_sensitive: false,
  policy_measure: "participant_evaluation",
  claim_grade: 1,
  source: "End-of-session evaluations, without names",
  caveats: [
    "Wanting more can mean that it was good, or that it was not enough.",
    "Those who did not answer may think otherwise: compare the answers with the number invited.",
    "Answers count once an activity's evaluation has closed. Restricted activities count in the organisation's total only.",
  ],
  reviewed_on: "2026-11-22",
  history: [{ on: "2026-11-22", change: "First published." }],
});
