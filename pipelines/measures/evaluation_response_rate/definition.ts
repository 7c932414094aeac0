import { defineMeasure } from "../define.ts";

export default defineMeasure({
  title: "Evaluation response rate",
  question: "How many of those asked to evaluate an activity answered?",
  numerator: "People who answered",
  denominator: "People invited to an end-of-session evaluation, once for each activity",
  level: "provision",
  unit: "percent",
  better: "higher",
  interval: "wilson",
  chart: "line",
  breakdowns: ["staff_group"],
  counts: "answers",
  base: "end_of_session",
  is_sensitive: false,
  policy_measure: "provision",
  claim_grade: 0,
  source: "Participation records, which know that an answer came but not what it says",
  caveats: [
    "A low rate means that the answers may not speak for those who took part. It does not make the answers wrong.",
    "Somebody invited to three evaluations counts three times. Evaluations that are still open are not counted; restricted activities count in the organisation's total only.",
  ],
  reviewed_on: "2026-11-20",
  history: [{ on: "2026-11-20", change: "First published." }],
});
