import { defineMeasure } from "../define.ts";

export default defineMeasure({
  title: "Early career teachers",
  question: "What share of teachers are in their statutory induction?",
  numerator: "Teachers whose induction is running on that day",
  denominator: "Teachers in post on the census day, 1 November",
  level: "organisation",
  unit: "percent",
  better: "neither",
  interval: "wilson",
  chart: "line",
  breakdowns: [],
  counts: "people",
  base: "teachers_in_post",
  is_sensitive: false,
  policy_measure: "qualification_profile",
  claim_grade: 0,
  source: "The organisation's own qualification and staff records",
  caveats: [
    "Context, not evidence about CPD: it shows who needs induction and mentors.",
    "Induction takes two years since September 2021. One that was given up is not counted, as nobody knows when. For the organisation alone: in a single school they are too few to be shown.",
  ],
  reviewed_on: "2026-11-20",
  history: [{ on: "2026-11-20", change: "First published." }],
});
