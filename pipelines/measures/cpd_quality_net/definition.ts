import { defineMeasure } from "../define.ts";

export default defineMeasure({
  title: "CPD found of high quality, less of low",
  question: "How many more thought well of its quality than thought badly of it?",
  numerator: "Answers of 4 or 5 less answers of 1 or 2, where 5 is “strongly agree that the quality was high”",
  denominator: "Answers to the question on quality",
  formula: "(Answers of 4 or 5 − answers of 1 or 2) ÷ answers to the question on quality",
  level: "reactions",
  unit: "net",
  better: "higher",
  interval: "net",
  chart: "line",
  breakdowns: [],
  counts: "answers",
  base: "end_of_session",
  is_sensitive: false,
  policy_measure: "participant_evaluation",
  claim_grade: 1,
  source: "End-of-session evaluations, without names",
  caveats: [
    "Liking a session is virtually unrelated to learning from it; read it beside use in the role.",
    "Between −100 and +100: nought means as many for as against, and those in the middle count on neither side. The same net can hide very different answers, so see how they were spread.",
    "Those who did not answer may think otherwise: compare the answers with the number invited.",
  ],
  reviewed_on: "2026-11-22",
  history: [{ on: "2026-11-22", change: "First published." }],
});
