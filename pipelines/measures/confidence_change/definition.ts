import { defineMeasure } from "../define.ts";

export default defineMeasure({
  title: "Change in confidence",
  question: "How much more confident do those who took part say they are?",
  numerator: "Sum of (confidence now − confidence before), each from 1 to 5",
  denominator: "Answers to both questions",
  level: "learning",
  unit: "mean",
  better: "higher",
  interval: "mean",
  chart: "line",
  breakdowns: [],
  counts: "answers",
  base: "end_of_session",
  is_sensitive: false,
  policy_measure: "staff_confidence",
  claim_grade: 1,
  source: "End-of-session evaluations, without names",
  caveats: [
    "Self-reported and remembered: both answers are given at the end, which avoids a change of yardstick but can overstate the gain.",
    "Those who did not answer may think otherwise: compare the answers with the number invited.",
  ],
  reviewed_on: "2026-11-20",
  history: [{ on: "2026-11-20", change: "First published." }],
});
