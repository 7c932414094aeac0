import { defineMeasure } from "../define.ts";

export default defineMeasure({
  title: "Learnt what was intended",
  question: "Did those who took part learn what it set out to teach?",
  numerator: "Answers of 4 or 5, where 5 is “strongly agree that I learnt what it set out to teach”",
  denominator: "Answers to the question on what was learnt",
  level: "learning",
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
    "People's own judgement, given on the day, and no test of what they know or can do.",
    "Those who did not answer may think otherwise: compare the answers with the number invited.",
    "Answers count once an activity's evaluation has closed. Restricted activities count in the organisation's total only.",
  ],
  reviewed_on: "2026-11-22",
  history: [{ on: "2026-11-22", change: "First published." }],
});
