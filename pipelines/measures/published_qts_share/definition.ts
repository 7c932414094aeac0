import { defineMeasure } from "../define.ts";

export default defineMeasure({
  title: "Teachers with qualified teacher status, as published",
  question: "What share of teachers hold qualified teacher status, by the workforce census?",
  numerator: "Full-time equivalent teachers with the status (published share × teachers)",
  denominator: "Full-time equivalent teachers",
  formula: "Sum over schools of (published share × teachers) ÷ sum over schools of teachers",
  level: "learning",
  unit: "percent",
  better: "higher",
  interval: "none",
  chart: "line",
  breakdowns: [],
  counts: "published",
  is_sensitive: false,
  policy_measure: "qualification_profile",
  outcome_measure_code: "workforce_qts_share",
  claim_grade: 0,
  source: "Department for Education, school workforce census, weighted by each school's teachers",
  caveats: [
    "It may differ from the organisation's own records, which count people, not full-time equivalents.",
    "The organisation's figure counts the schools that were in the organisation at the end of each year and have both figures, so it moves when a school joins.",
  ],
  reviewed_on: "2026-11-20",
  history: [{ on: "2026-11-20", change: "First published." }],
});
