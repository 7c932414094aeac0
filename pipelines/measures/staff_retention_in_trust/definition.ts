import { defineMeasure } from "../define.ts";

export default defineMeasure({
  title: "Staff who stay in the organisation",
  question: "Of the staff in post in November, how many are still here a year later?",
  numerator: "Staff still in post in any of the schools a year later",
  denominator: "Staff in post on the census day, 1 November",
  level: "organisation",
  unit: "percent",
  better: "higher",
  interval: "wilson",
  chart: "line",
  breakdowns: ["staff_group"],
  counts: "people",
  base: "staff_in_post",
  is_sensitive: false,
  policy_measure: "recruitment_retention",
  claim_grade: 0,
  source: "The organisation's own staff records",
  caveats: [
    "Context, not evidence about CPD: those who choose a programme may be likelier to stay anyway, and conditions in a school matter most.",
    "Everybody counts once, teachers and support staff, in the school where they work most. Moving between the schools is staying. Supply cover is not counted.",
  ],
  reviewed_on: "2026-11-22",
  history: [
    {
      on: "2026-11-22",
      change: "Staff who become supply cover, or whose school leaves, are no longer in the organisation.",
    },
    { on: "2026-11-20", change: "First published." },
  ],
});
