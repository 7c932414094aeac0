import { defineMeasure } from "../define.ts";

export default defineMeasure({
  title: "Progress in writing to the end of primary school",
  question: "Did pupils make more or less progress in writing than others with the same starting point?",
  numerator: "Published progress scores × pupils",
  denominator: "Pupils at the end of key stage 2",
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
  outcome_measure_code: "ks2_writing_progress",
  claim_grade: 0,
  source:
    "Department for Education, key stage 2 performance tables, weighted by the pupils in each school. Method: https://www.gov.uk/government/publications/primary-school-accountability",
  caveats: [
    "Context, not evidence about CPD: the pupils are different ones every year, and much besides teaching moves these figures.",
    "The organisation's figure counts the schools that were in the organisation at the end of each year, so it moves when a school joins; the “same schools” figure counts only those that were in the organisation and have a figure in every year.",
    "0 is the average of pupils in England who were alike at seven. A score compares with others of the same year.",
    "The Department for Education weighs schools by their pupils with a score at seven, and its figures of trusts also by the years that a school has been in the trust, up to four; ours by pupils alone.",
    "The way writing was judged changed in 2017/18, so earlier years are not comparable.",
  ],
  absences: [
    { time_periods: [201920, 202021], reason: "There were no tests in the pandemic." },
    { time_periods: [202122], reason: "The tests were sat again, but no school's results were published." },
    {
      time_periods: [202324, 202425],
      reason:
        "The Department for Education worked out none: these pupils had sat no tests at seven, as there were none in the pandemic.",
    },
  ],
  reviewed_on: "2026-11-20",
  history: [{ on: "2026-11-20", change: "First published." }],
});
