import { defineMeasure } from "../define.ts";

export default defineMeasure({
  title: "Teachers with a national professional qualification",
  question: "What share of teachers hold an NPQ?",
  numerator: "Teachers who hold any NPQ on that day",
  denominator: "Teachers in post on the census day, 1 November",
  level: "organisation",
  unit: "percent",
  better: "higher",
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
    "Holding a qualification is not yet using it, and teachers with one are not found to be likelier to stay.",
    "A school counts from when the first qualification of its teachers is on record. Qualifications in progress are not counted; those of the older suite are.",
  ],
  reviewed_on: "2026-11-20",
  history: [
    {
      on: "2026-11-20",
      change: "Told under organisational support and change, with the rest of the qualification profile.",
    },
    { on: "2026-11-20", change: "First published." },
  ],
});
