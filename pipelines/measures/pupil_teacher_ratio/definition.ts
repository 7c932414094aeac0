import { defineMeasure } from "../define.ts";

export default defineMeasure({
  title: "Pupils per teacher",
  question: "How many pupils are there for each teacher?",
  numerator: "Full-time equivalent pupils (published ratio × teachers)",
  denominator: "Full-time equivalent teachers",
  formula: "Sum over schools of (published ratio × teachers) ÷ sum over schools of teachers",
  level: "organisation",
  unit: "ratio",
  better: "neither",
  interval: "none",
  chart: "line",
  breakdowns: [],
  counts: "published",
  is_sensitive: false,
  policy_measure: "recruitment_retention",
  outcome_measure_code: "workforce_pupil_teacher_ratio",
  claim_grade: 0,
  source: "Department for Education, school workforce census, weighted by each school's teachers",
  caveats: [
    "Context, not evidence about CPD. Special schools and nurseries have far fewer pupils for each teacher.",
    "The organisation's figure counts the schools that were in the organisation at the end of each year and have a figure, so it moves when a school joins.",
  ],
  reviewed_on: "2026-11-20",
  history: [{ on: "2026-11-20", change: "First published." }],
});
