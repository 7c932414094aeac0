import { defineMeasure } from "../define.ts";

export default defineMeasure({
  title: "CPD found to be of high quality",
  question: "What did those who took part think of its quality, at the end of the session?",
  numerator: "Answers of 4 or 5, where 5 is “strongly agree that the quality was high”",
  denominator: "Answers to the question on quality",
  level: "reactions",
  unit: "percent",
  better: "higher",
  interval: "wilson",
  chart: "line",
  breakdowns: ["staff_group", "programme", "answer"],
  trust_breakdowns: ["programme"],
  distributions: ["answer"],
  counts: "answers",
  base: "end_of_session",
  is_sensitive: false,
  policy_measure: "participant_evaluation",
  claim_grade: 1,
  source: "End-of-session evaluations, without names",
  caveats: [
    "Liking a session is virtually unrelated to learning from it; read it beside use in the role.",
    "Those who did not answer may think otherwise: compare the answers with the number invited.",
    "Answers count once an activity's evaluation has closed. Restricted activities count in the organisation's total only.",
  ],
  reviewed_on: "2026-11-22",
  history: [
    {
      on: "2026-11-22",
      change:
        "How relevant it was (cpd_relevance) is no longer a measure beside this one; each course's report tells it.",
    },
    { on: "2026-11-20", change: "First published." },
  ],
});
