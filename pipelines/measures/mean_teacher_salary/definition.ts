import { defineMeasure } from "../define.ts";

export default defineMeasure({
  title: "Average teacher salary",
  question: "What is a full-time teacher paid on average?",
  numerator: "Salaries of all teachers in pounds (published average × teachers)",
  denominator: "Full-time equivalent teachers",
  formula: "Sum over schools of (published average × teachers) ÷ sum over schools of teachers",
  level: "organisation",
  unit: "money",
  better: "neither",
  interval: "none",
  chart: "line",
  breakdowns: [],
  counts: "published",
  is_sensitive: false,
  policy_measure: "recruitment_retention",
  outcome_measure_code: "workforce_mean_salary",
  claim_grade: 0,
  source: "Department for Education, school workforce census, weighted by each school's teachers",
  caveats: [
    "Context, not evidence about CPD. It mostly shows how experienced the teachers are. Not adjusted for prices.",
    "The organisation's figure counts the schools that were in the organisation at the end of each year and have a figure, so it moves when a school joins.",
  ],
  reviewed_on: "2026-11-20",
  history: [{ on: "2026-11-20", change: "First published." }],
});
