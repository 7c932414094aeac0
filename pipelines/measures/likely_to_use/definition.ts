import { defineMeasure } from "../define.ts";

export default defineMeasure({
  title: "Intend to use it",
  question: "Did those who took part expect to use what they learnt?",
  numerator: "Answers of 4 or 5, where 5 is “strongly agree that I am likely to use it in my work”",
  denominator: "Answers to the question on likely use",
  level: "reactions",
  unit: "percent",
  better: "higher",
  interval: "wilson",
  chart: "line",
  breakdowns: ["answer"],
  distributions: ["answer"],
  counts: "answers",
  base: "end_of_session",
  is_sensitive: false,
  policy_measure: "participant_evaluation",
  claim_grade: 1,
  source: "End-of-session evaluations, without names",
  caveats: [
    "An intention, given on the day: many more mean to use something than do. Read it beside use in the role.",
    "Those who did not answer may think otherwise: compare the answers with the number invited.",
    "Answers count once an activity's evaluation has closed. Restricted activities count in the organisation's total only.",
  ],
  reviewed_on: "2026-11-22",
  history: [{ on: "2026-11-22", change: "First published." }],
});
