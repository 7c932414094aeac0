import { defineMeasure } from "../define.ts";

export default defineMeasure({
  title: "Favourable answers of pupils",
  question:
    "What do pupils say: do they enjoy and understand lessons, are they confident and well, and do they behave?",
  numerator: "Favourable answers of pupils",
  denominator: "Answers of pupils",
  formula:
    "Sum over themes and schools of (share of favourable answers × pupils who answered) ÷ sum of pupils who answered",
  level: "outcomes",
  unit: "percent",
  better: "higher",
  interval: "none",
  chart: "line",
  breakdowns: ["theme"],
  trust_breakdowns: ["theme"],
  counts: "answers",
  is_sensitive: false,
  policy_measure: "student_voice",
  also_answers: ["pupil_enthusiasm"],
  claim_grade: 0,
  source: "The organisation's own surveys of pupils, as counts for each school and theme",
  caveats: [
    "Context, not evidence about CPD: the pupils are different ones every year, and much besides teaching moves these figures.",
    "Where schools ask different questions their figures do not compare; the same school with itself does.",
    "A pupil who answers about several themes counts in each. No likely range: usually every pupil is asked, and one pupil's answers go together.",
    "What fewer pupils of a school answered than may leave the log-in is never recorded.",
  ],
  reviewed_on: "2026-11-22",
  history: [
    {
      on: "2026-11-22",
      change:
        "Stands for pupils' understanding and enthusiasm too, a measure of its own (pupil_enthusiasm) of two of these themes; they are told apart here by theme.",
    },
    { on: "2026-11-20", change: "First published." },
  ],
});
