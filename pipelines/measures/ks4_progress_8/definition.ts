import { defineMeasure } from "../define.ts";

export default defineMeasure({
  title: "Progress 8",
  question: "Did pupils make more or less progress to the end of key stage 4 than others with the same starting point?",
  numerator: "Published Progress 8 scores × pupils",
  denominator:
    "Pupils whose progress could be worked out, or all at the end of key stage 4 where the file does not say",
  formula: "Sum over schools of (published score × pupils) ÷ sum over schools of pupils",
  level: "outcomes",
  unit: "points",
  better: "higher",
  interval: "published",
  chart: "line",
  breakdowns: ["same_schools"],
  trust_breakdowns: ["same_schools"],
  counts: "published",
  is_sensitive: false,
  policy_measure: "attainment",
  outcome_measure_code: "ks4_progress_8",
  claim_grade: 0,
  source:
    "Department for Education, key stage 4 performance tables, weighted by the pupils in each school. Method: https://www.gov.uk/government/publications/progress-8-school-performance-measure",
  caveats: [
    "Context, not evidence about CPD: the pupils are different ones every year, and much besides teaching moves these figures.",
    "The organisation's figure counts the schools that were in the organisation at the end of each year, so it moves when a school joins; the “same schools” figure counts only those that were in the organisation and have a figure in every year.",
    "0 is the average of pupils in England who were alike at eleven; 1 is a grade more in each subject. A score compares with others of the same year.",
    "The Department for Education's figures of trusts also weigh schools by the years that they have been in the trust, up to five; ours by pupils alone.",
  ],
  absences: [
    {
      time_periods: [201920, 202021],
      reason: "Grades were given without exams, and no school's results were published.",
    },
    {
      time_periods: [202425, 202526],
      reason:
        "The Department for Education worked out none: these pupils had sat no tests at eleven, as there were none in the pandemic.",
    },
  ],
  reviewed_on: "2026-11-20",
  history: [{ on: "2026-11-20", change: "First published." }],
});
