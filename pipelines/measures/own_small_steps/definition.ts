import { defineMeasure } from "../define.ts";

export default defineMeasure({
  title: "Small steps reached",
  question: "How many pupils reached the small steps that were set for them?",
  numerator: "Pupils who reached most of their steps (recorded share × pupils, rounded to whole pupils)",
  denominator: "Pupils with small steps set in the year",
  formula: "Sum over schools of (recorded share × pupils, rounded) ÷ sum over schools of pupils",
  level: "outcomes",
  unit: "percent",
  better: "higher",
  interval: "wilson",
  chart: "line",
  breakdowns: [],
  counts: "people",
  is_sensitive: false,
  policy_measure: "attainment",
  claim_grade: 0,
  source: "The organisation's own records of pupils' outcomes, as counts for each school",
  caveats: [
    "Context, not evidence about CPD: the pupils are different ones every year, and much besides teaching moves these figures.",
    "Steps are set for each pupil, by those who teach them: reaching them says as much about the setting as about the learning.",
    "For special schools and alternative provision, whose pupils the official headline measures do not fit. It compares with the same school's other years alone.",
  ],
  reviewed_on: "2026-11-22",
  history: [
    { on: "2026-11-22", change: "The recorded share times the pupils is rounded to whole pupils." },
    { on: "2026-11-20", change: "First published." },
  ],
});
