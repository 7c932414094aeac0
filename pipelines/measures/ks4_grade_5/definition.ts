import { defineMeasure } from "../define.ts";

export default defineMeasure({
  title: "Grade 5 or above in English and maths",
  question: "What share of pupils reached grade 5 or above in both English and maths?",
  numerator: "Pupils with grade 5 or above in both (published share × pupils)",
  denominator: "Pupils at the end of key stage 4",
  formula: "Sum over schools of (published share × pupils) ÷ sum over schools of pupils",
  level: "outcomes",
  unit: "percent",
  better: "higher",
  interval: "wilson",
  chart: "line",
  breakdowns: ["same_schools"],
  trust_breakdowns: ["same_schools"],
  counts: "published",
  is_sensitive: false,
  policy_measure: "attainment",
  outcome_measure_code: "ks4_basics_95",
  claim_grade: 0,
  source:
    "Department for Education, key stage 4 performance tables, weighted by the pupils in each school. Method: https://www.gov.uk/government/publications/progress-8-school-performance-measure",
  caveats: [
    "Context, not evidence about CPD: the pupils are different ones every year, and much besides teaching moves these figures.",
    "The organisation's figure counts the schools that were in the organisation at the end of each year, so it moves when a school joins; the “same schools” figure counts only those that were in the organisation and have a figure in every year.",
    "Grading was more generous in 2021/22 and went back in 2022/23, so neither year compares with the one before.",
    "The published shares are rounded to whole percents, and so the numbers of pupils are close but not exact.",
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
