import { defineMeasure } from "../define.ts";

export default defineMeasure({
  title: "Teachers",
  question: "How many full-time equivalent teachers are there?",
  numerator: "Full-time equivalent teachers",
  denominator: "None: it is a count",
  formula: "Sum over schools of full-time equivalent teachers",
  level: "organisation",
  unit: "count",
  better: "neither",
  interval: "none",
  chart: "bar",
  breakdowns: [],
  counts: "published",
  is_sensitive: false,
  policy_measure: "recruitment_retention",
  outcome_measure_code: "workforce_teachers_fte",
  claim_grade: 0,
  source: "Department for Education, school workforce census",
  caveats: [
    "Context, not evidence about CPD. Counted on the census day in November.",
    "The organisation's figure counts the schools that were in the organisation at the end of each year and have a figure, so it moves when a school joins.",
  ],
  reviewed_on: "2026-11-20",
  history: [{ on: "2026-11-20", change: "First published." }],
});
