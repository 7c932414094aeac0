import { defineMeasure } from "../define.ts";

export default defineMeasure({
  title: "Use in the role",
  question: "Some months later, is it in use?",
  numerator: "Answers that it is in use or embedded",
  denominator: "Answers to the follow-up",
  level: "learning",
  unit: "percent",
  better: "higher",
  interval: "wilson",
  chart: "line",
  breakdowns: ["staff_group", "programme", "answer"],
  trust_breakdowns: ["programme"],
  distributions: ["answer"],
  base: "follow_up",
  counts: "answers",
  is_sensitive: false,
  policy_measure: "participant_evaluation",
  claim_grade: 1,
  source: "Follow-up evaluations of a sample of those who took part, without names",
  caveats: [
    "Reported by those who took part themselves. Those who use it may be likelier to answer: compare the answers with the sample.",
    "A sample is asked, the policy's months after the activity; the year is that of the activity. Answers count once the follow-up has closed.",
    "Restricted activities count in the organisation's total only.",
  ],
  reviewed_on: "2026-11-22",
  history: [
    { on: "2026-11-22", change: "Answers on another scale are left out, as in every other measure of answers." },
    { on: "2026-11-20", change: "First published." },
  ],
});
