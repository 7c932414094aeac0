import { defineMeasure } from "../define.ts";

export default defineMeasure({
  title: "Attainment 8",
  question: "How did pupils do across eight subjects at the end of key stage 4?",
  numerator: "Attainment 8 points of all pupils (published average × pupils)",
  denominator: "Pupils at the end of key stage 4",
  formula: "Sum over schools of (published average × pupils) ÷ sum over schools of pupils",
  level: "outcomes",
  unit: "points",
  better: "higher",
  interval: "none",
  chart: "line",
  breakdowns: ["same_schools"],
  trust_breakdowns: ["same_schools"],
  counts: "published",
  is_sensitive: false,
  policy_measure: "attainment",
  outcome_measure_code: "ks4_attainment_8",
  claim_grade: 0,
  source:
    "Department for Education, key stage 4 performance tables, weighted by the pupils in each school. Method: https://www.gov.uk/government/publications/progress-8-school-performance-measure",
  caveats: [
    "Context, not evidence about CPD: the pupils are different ones every year, and much besides teaching moves these figures.",
    "The organisation's figure counts the schools that were in the organisation at the end of each year, so it moves when a school joins; the “same schools” figure counts only those that were in the organisation and have a figure in every year.",
    "Grading was more generous in 2021/22 and went back in 2022/23, so neither year compares with the one before.",
    "It is published without a likely range for each school's average.",
  ],
  absences: [
    {
      time_periods: [201920, 202021],
      reason: "Grades were given without exams, and no school's results were published.",
    },
  ],
  reviewed_on: "2026-11-20",
  history: [{ on: "2026-11-20", change: "First published." }],
});
