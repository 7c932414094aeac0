import { defineMeasure } from "../define.ts";

export default defineMeasure({
  title: "Attendance, in special and alternative provision",
  question: "Of every hundred sessions, how many do pupils attend?",
  numerator: "Sessions that pupils attended of every hundred, summed over pupils (recorded share × 100 × pupils)",
  denominator: "Pupils on roll in the year",
  formula: "100 × sum over schools of (recorded share × pupils) ÷ sum over schools of pupils",
  level: "outcomes",
  unit: "mean",
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
  reviewed_on: "2026-11-22",
  history: [
    {
      on: "2026-11-22",
      change:
        "Told as sessions of every hundred, and no longer as a percentage: a session missed is not a pupil, so that many of them hide nothing; few pupils still do.",
    },
    { on: "2026-11-20", change: "First published." },
  ],
});
