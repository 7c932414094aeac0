import { defineMeasure } from "../define.ts";

export default defineMeasure({
  title: "CPD from our own schools",
  question: "How much of the CPD came from our own people, from partners, and from outside?",
  numerator: "Activities from the organisation's own schools (first sourcing wave)",
  denominator: "Activities with a sourcing wave that went ahead and ended in the academic year",
  level: "provision",
  unit: "percent",
  better: "neither",
  interval: "none",
  chart: "bar",
  breakdowns: ["sourced_from"],
  distributions: ["sourced_from"],
  counts: "records",
  is_sensitive: false,
  policy_measure: "provision",
  claim_grade: 0,
  source: "Activity records",
  caveats: [
    "Near to home first is a rule of some policies; outside expertise is what breaks a school's own habits, so more of one is not better in itself.",
    "Every activity counts once, however long it was and however many took part. A school's figure is about what it held itself; the organisation's also counts what was held for all.",
    "Activities without a sourcing wave and restricted ones are not counted.",
  ],
  reviewed_on: "2026-11-22",
  history: [{ on: "2026-11-22", change: "First published." }],
});
