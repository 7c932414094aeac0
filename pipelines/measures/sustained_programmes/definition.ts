import { defineMeasure } from "../define.ts";

export default defineMeasure({
  title: "CPD in sustained programmes",
  question: "How much of the CPD was part of a sustained programme, rather than one-off?",
  numerator:
    "Hours in programmes of at least two activities, or courses, that run for 90 days or more from first day to last",
  denominator: "Hours that people spent in activities they completed",
  level: "provision",
  unit: "percent",
  better: "higher",
  interval: "none",
  chart: "line",
  breakdowns: ["staff_group"],
  counts: "people",
  is_sensitive: false,
  policy_measure: "provision",
  claim_grade: 0,
  source: "Participation and activity records",
  caveats: [
    "A series is a condition of lasting change and no proof of it; hours do not say how good they were.",
    "A programme that is over within 90 days counts as one-off, however many activities it has. Hours that were not written down are the activity's planned ones.",
    "People count in the staff group where they worked on the day they finished. For the organisation alone: a school's hours, beside its hours per person, would be those of the few who were not in post on the census day. Restricted activities are not counted, as they could be found by subtraction.",
  ],
  reviewed_on: "2026-11-22",
  history: [
    {
      on: "2026-11-22",
      change:
        "For the organisation alone; several activities count only if they run for 90 days or more, so that earlier figures cannot be compared.",
    },
    { on: "2026-11-22", change: "First published." },
  ],
});
