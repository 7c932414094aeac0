import { defineMeasure } from "../define.ts";

export default defineMeasure({
  title: "Teacher turnover",
  question: "How many teachers left their school within a year?",
  numerator: "Teachers no longer in that school on the next census day",
  denominator: "Teachers in post on the census day, 1 November",
  formula: "Full-time equivalents of teachers who left their school ÷ full-time equivalents of teachers in post",
  level: "organisation",
  unit: "percent",
  better: "lower",
  interval: "wilson",
  chart: "line",
  breakdowns: [],
  counts: "people",
  base: "teachers_in_post",
  is_sensitive: false,
  policy_measure: "recruitment_retention",
  outcome_measure_code: "workforce_turnover_share",
  claim_grade: 0,
  source:
    "The organisation's own staff records, counted as the Department for Education does: https://explore-education-statistics.service.gov.uk/data-catalogue/data-set/1df9bfbf-b573-4f1d-ba87-06a36387f2e5",
  caveats: [
    "Context, not evidence about CPD: conditions in a school and the labour market move these figures most.",
    "The rate counts full-time equivalents, as the Department for Education does; the numbers of people and the likely range count people, so the rate can differ a little from one divided by the other.",
    "A teacher who moves to another school of the organisation has left this school. 2024/25 is from November 2024 to November 2025. Supply cover is not counted.",
  ],
  reviewed_on: "2026-11-22",
  history: [
    { on: "2026-11-22", change: "A teacher who becomes supply cover has left the school." },
    { on: "2026-11-20", change: "First published." },
  ],
});
