import { defineMeasure } from "../define.ts";

export default defineMeasure({
  title: "Teachers with qualified teacher status, as published",
  question: "What share of teachers hold qualified teacher status, by the workforce census?",
  numerator: "Teachers with the status (published share × teachers)",
  denominator: "Teachers",
  formula: "Sum over schools of (published share × teachers) ÷ sum over schools of teachers",
  level: "organisation",
  unit: "percent",
  better: "higher",
  interval: "none",
  chart: "line",
  breakdowns: [],
  counts: "published",
  is_sensitive: false,
  policy_measure: "qualification_profile",
  outcome_measure_code: "workforce_qts_share",
  claim_grade: 0,
  source: "Department for Education, school workforce census, weighted by each school's teachers",
  caveats: [
    "Context, not evidence about CPD. It may differ from the organisation's own records, which count on another day.",
    "The organisation's figure counts the schools that were in the organisation at the end of each year and have a figure, so it moves when a school joins.",
  ],
  reviewed_on: "2026-11-20",
  history: [
    {
      on: "2026-11-20",
      change:
        "Schools weigh by their number of teachers, which the published share is of, and no longer by full-time equivalents.",
    },
    { on: "2026-11-20", change: "First published." },
  ],
});
