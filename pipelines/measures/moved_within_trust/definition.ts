import { defineMeasure } from "../define.ts";

export default defineMeasure({
  title: "Teachers who moved within the organisation",
  question: "How many teachers moved to another of our own schools within a year?",
  numerator: "Teachers who are in another school of the organisation on the next census day",
  denominator: "Teachers in post on the census day, 1 November",
  formula: "Full-time equivalents of teachers who moved within ÷ full-time equivalents of teachers in post",
  level: "organisation",
  unit: "percent",
  better: "neither",
  interval: "wilson",
  chart: "line",
  breakdowns: [],
  counts: "people",
  base: "teachers_in_post",
  is_sensitive: false,
  policy_measure: "recruitment_retention",
  claim_grade: 0,
  source: "The organisation's own staff records",
  caveats: [
    "Context, not evidence about CPD: conditions in a school and the labour market move these figures most.",
    "In teacher turnover, and in what the Department for Education publishes, such a teacher has left the school. The rate counts full-time equivalents; the numbers and the likely range count people.",
    "2024/25 is from November 2024 to November 2025. Supply cover is not counted.",
    "For the organisation alone: in a single school they are too few to be shown.",
  ],
  reviewed_on: "2026-11-20",
  history: [{ on: "2026-11-20", change: "First published." }],
});
