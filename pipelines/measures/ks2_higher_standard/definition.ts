import { defineMeasure } from "../define.ts";

export default defineMeasure({
  title: "Higher standard at the end of primary school",
  question: "What share of pupils reached the higher standard in reading, writing and maths?",
  numerator:
    "Pupils with a scaled score of 110 or more in reading and maths, and at greater depth in writing (published share × pupils)",
  denominator: "Pupils at the end of key stage 2",
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
  outcome_measure_code: "ks2_rwm_higher",
  claim_grade: 0,
  source:
    "Department for Education, key stage 2 performance tables, weighted by the pupils in each school. Method: https://www.gov.uk/government/publications/primary-school-accountability",
  caveats: [
    "Context, not evidence about CPD: the pupils are different ones every year, and much besides teaching moves these figures.",
    "The organisation's figure counts the schools that were in the organisation at the end of each year, so it moves when a school joins; the “same schools” figure counts only those that were in the organisation and have a figure in every year.",
    "The way writing was judged changed in 2017/18, so earlier years are not comparable.",
    "Few pupils reach it, so one pupil more or less moves a small school by several points.",
    "The published shares are rounded to whole percents, and so the numbers of pupils are close but not exact.",
  ],
  absences: [
    { time_periods: [201920, 202021], reason: "There were no tests in the pandemic." },
    { time_periods: [202122], reason: "The tests were sat again, but no school's results were published." },
  ],
  reviewed_on: "2026-11-20",
  history: [{ on: "2026-11-20", change: "First published." }],
});
