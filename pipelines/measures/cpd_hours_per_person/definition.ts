import { defineMeasure } from "../define.ts";

export default defineMeasure({
  title: "Hours of CPD for each member of staff",
  question: "How many hours of CPD did a member of staff have in the year, and was that the same for everybody?",
  numerator: "Hours in the activities that they completed in that academic year, in any of the schools",
  denominator: "Staff in post on the census day, 1 November",
  level: "provision",
  unit: "hours",
  better: "neither",
  interval: "mean",
  chart: "line",
  breakdowns: ["staff_group", "contract"],
  trust_breakdowns: ["contract"],
  counts: "people",
  base: "staff_in_post",
  hidden_with: "participation_coverage",
  is_sensitive: false,
  policy_measure: "provision",
  claim_grade: 0,
  source: "Participation and staff records",
  caveats: [
    "More hours are not better CPD: in trials of CPD, hours do not go with larger effects. Compare groups to see whether the offer was the same for all.",
    "Those without any CPD count with no hours, and a few with long courses raise the mean. The year that is running can only rise.",
    "A school counts from the first year with a completed activity on record. Hours that were not written down are the activity's planned ones. Restricted activities are not counted.",
  ],
  reviewed_on: "2026-11-22",
  history: [{ on: "2026-11-22", change: "First published." }],
});
