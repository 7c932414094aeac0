import { defineMeasure } from "../define.ts";

export default defineMeasure({
  title: "CPD in sustained programmes",
  question: "How much of the CPD was part of a sustained programme, rather than one-off?",
  numerator: "Hours in programmes of at least two activities, and in courses that run for 90 days or more",
  denominator: "Hours that people spent in activities they completed",
  level: "provision",
  unit: "percent",
  better: "higher",
  interval: "none",
  chart: "line",
  breakdowns: ["staff_group"],
  trust_breakdowns: ["staff_group"],
  counts: "people",
  is_sensitive: false,
  policy_measure: "provision",
  claim_grade: 0,
  source: "Participation and activity records",
  caveats: [
    "A series is a condition of lasting change and no proof of it; hours do not say how good they were.",
    "A programme of a single short activity counts as a one-off. Hours that were not written down are the activity's planned ones.",
    "People count in the school and staff group where they worked on the day they finished. Restricted activities are not counted, as they could be found by subtraction.",
  ],
  reviewed_on: "2026-11-22",
  history: [{ on: "2026-11-22", change: "First published." }],
});
