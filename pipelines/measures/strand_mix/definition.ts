import { defineMeasure } from "../define.ts";

export default defineMeasure({
  title: "CPD beyond courses",
  question: "Which of the six strands did the CPD belong to, and how much of it was more than courses?",
  numerator: "Activities in any strand but formal learning",
  denominator: "Activities with a strand that went ahead and ended in the academic year",
  level: "provision",
  unit: "percent",
  better: "neither",
  interval: "none",
  chart: "bar",
  breakdowns: ["strand"],
  distributions: ["strand"],
  counts: "records",
  is_sensitive: false,
  policy_measure: "provision",
  claim_grade: 0,
  source: "Activity records",
  caveats: [
    "No mix is the right one: strands complement each other, and a course may be what a need calls for.",
    "Every activity counts once, however long it was and however many took part. A school's figure is about what it held itself; the organisation's also counts what was held for all.",
    "Activities without a strand and restricted ones are not counted.",
  ],
  reviewed_on: "2026-11-22",
  history: [{ on: "2026-11-22", change: "First published." }],
});
