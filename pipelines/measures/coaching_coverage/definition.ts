import { defineMeasure } from "../define.ts";

export default defineMeasure({
  title: "Teachers with a coach",
  question: "Does every teacher have the coach that our policy promises?",
  numerator: "Teachers whose post names a coach",
  denominator: "Teachers in post on the census day, 1 November",
  level: "provision",
  unit: "percent",
  better: "higher",
  interval: "wilson",
  chart: "bar",
  breakdowns: [],
  counts: "people",
  base: "teachers_in_post",
  is_sensitive: false,
  policy_measure: "provision",
  claim_grade: 0,
  source: "The organisation's own staff records",
  caveats: [
    "Having a coach on paper is not yet being coached: reviews that were missed do not show here.",
    "The record says who has a coach now and not who had one before, so there is one year only. Not applicable where the policy promises nobody a coach.",
  ],
  reviewed_on: "2026-11-22",
  history: [{ on: "2026-11-22", change: "First published." }],
});
