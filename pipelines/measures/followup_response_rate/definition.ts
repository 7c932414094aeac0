import { defineMeasure } from "../define.ts";

export default defineMeasure({
  title: "Answers to follow-ups",
  question: "How many of those asked again, some months on, answered?",
  numerator: "People who answered",
  denominator: "People in the samples of follow-ups, once for each activity",
  level: "provision",
  unit: "percent",
  better: "higher",
  interval: "wilson",
  chart: "line",
  breakdowns: ["staff_group"],
  trust_breakdowns: ["staff_group"],
  counts: "answers",
  base: "follow_up",
  is_sensitive: false,
  policy_measure: "provision",
  claim_grade: 0,
  source: "Participation records, which know that an answer came but not what it says",
  caveats: [
    "A low rate means that the answers may not speak for the sample: those who use what they learnt may be likelier to answer.",
    "Somebody in three samples counts three times; the year is that of the activity. Follow-ups that are still open are not counted; restricted activities count in the organisation's total only.",
  ],
  reviewed_on: "2026-11-22",
  history: [{ on: "2026-11-22", change: "First published." }],
});
