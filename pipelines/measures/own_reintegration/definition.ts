import { defineMeasure } from "../define.ts";

export default defineMeasure({
  title: "Pupils still back in mainstream a term later",
  question: "How many pupils who could go back to a mainstream school did?",
  numerator:
    "Pupils who went back and were still there a term later (recorded share × pupils, rounded to whole pupils)",
  denominator: "Pupils whose plan named a return in the year",
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
    "What a return means is the school's own rule: it must stay the same from year to year.",
    "For special schools and alternative provision, whose pupils the official headline measures do not fit. It compares with the same school's other years alone.",
  ],
  reviewed_on: "2026-11-22",
  history: [
    { on: "2026-11-22", change: "The recorded share times the pupils is rounded to whole pupils." },
    { on: "2026-11-20", change: "First published." },
  ],
});
