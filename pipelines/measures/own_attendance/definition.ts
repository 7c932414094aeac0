import { defineMeasure } from "../define.ts";

export default defineMeasure({
  title: "Attendance, in special and alternative provision",
  question: "What share of their sessions do pupils attend?",
  numerator: "Sessions attended (recorded share × pupils)",
  denominator: "Pupils on roll in the year",
  formula: "Sum over schools of (recorded share × pupils) ÷ sum over schools of pupils",
  level: "outcomes",
  unit: "percent",
  better: "higher",
  interval: "none",
  chart: "line",
  breakdowns: [],
  counts: "people",
  is_sensitive: false,
  policy_measure: "attainment",
  claim_grade: 0,
  source: "The organisation's own records of pupils' outcomes, as counts for each school",
  caveats: [
    "Context, not evidence about CPD: the pupils are different ones every year, and much besides teaching moves these figures.",
    "A session is half a day. A pupil who came late counts as much as one who was there all year. No likely range: it is counted, not sampled.",
    "For special schools and alternative provision, whose pupils the official headline measures do not fit. It compares with the same school's other years alone.",
  ],
  reviewed_on: "2026-11-20",
  history: [{ on: "2026-11-20", change: "First published." }],
});
