import { defineMeasure } from "../define.ts";

export default defineMeasure({
  title: "Scaled score in reading at the end of primary school",
  question: "What was the average score in reading at the end of key stage 2?",
  numerator: "Scaled scores of all pupils in reading, from 80 to 120 (published average × pupils)",
  denominator: "Pupils at the end of key stage 2",
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
  outcome_measure_code: "ks2_reading_average",
  claim_grade: 0,
  source:
    "Department for Education, key stage 2 performance tables, weighted by the pupils in each school. Method: https://www.gov.uk/government/publications/primary-school-accountability",
  caveats: [
    "Context, not evidence about CPD: the pupils are different ones every year, and much besides teaching moves these figures.",
    "The organisation's figure counts the schools that were in the organisation at the end of each year, so it moves when a school joins; the “same schools” figure counts only those that were in the organisation and have a figure in every year.",
    "100 is the expected standard. Pupils who did not sit the test have no score, but count in the number of pupils, by which schools are weighted.",
    "It is published without a likely range for each school's average.",
  ],
  absences: [
    { time_periods: [201920, 202021], reason: "There were no tests in the pandemic." },
    { time_periods: [202122], reason: "The tests were sat again, but no school's results were published." },
  ],
  reviewed_on: "2026-11-20",
  history: [{ on: "2026-11-20", change: "First published." }],
});
