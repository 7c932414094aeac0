import { defineMeasure } from "../define.ts";

export default defineMeasure({
  title: "Teachers with qualified teacher status",
  question: "What share of teachers hold QTS or QTLS?",
  numerator: "Teachers who hold QTS or QTLS on that day",
  denominator: "Teachers in post on the census day, 1 November",
  level: "organisation",
  unit: "percent",
  better: "higher",
  interval: "wilson",
  chart: "line",
  breakdowns: [],
  counts: "people",
  base: "teachers_in_post",
  is_sensitive: false,
  policy_measure: "qualification_profile",
  outcome_measure_code: "workforce_qts_share",
  claim_grade: 0,
  source: "The organisation's own qualification and staff records",
  caveats: [
    "A school counts from when the first such qualification of its teachers is on record; gaps in the record look like teachers without the status.",
    "A school may employ teachers who are still working towards the status.",
  ],
  reviewed_on: "2026-11-22",
  history: [
    {
      on: "2026-11-22",
      change:
        "The share that the workforce census publishes of each school is no longer a measure of its own beside it.",
    },
    {
      on: "2026-11-20",
      change: "Told under organisational support and change, with the rest of the qualification profile.",
    },
    { on: "2026-11-20", change: "First published." },
  ],
});
