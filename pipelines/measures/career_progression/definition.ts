import { defineMeasure } from "../define.ts";

export default defineMeasure({
  title: "Staff who moved up",
  question: "How many of those who stayed stood on a higher rung of our ladder a year later?",
  numerator: "Those on a higher rung a year later, or who came from the support staff's ladder to the teachers'",
  denominator: "Staff on a rung of the policy's ladder on the census day, 1 November, and still on one a year later",
  level: "organisation",
  unit: "percent",
  better: "neither",
  interval: "wilson",
  chart: "line",
  breakdowns: [],
  counts: "people",
  is_sensitive: false,
  policy_measure: "recruitment_retention",
  claim_grade: 0,
  source: "The organisation's own staff records and the policy's ladder",
  caveats: [
    "Context, not evidence about CPD: how many move up depends on how many posts fall free, and those who choose a programme may be likelier to apply.",
    "Who left to move up elsewhere is not counted. Everybody counts once. Not applicable where the policy has no ladder.",
    "For the organisation alone: a school's figure would say how many of its staff stayed.",
  ],
  reviewed_on: "2026-11-22",
  history: [
    { on: "2026-11-22", change: "For the organisation alone." },
    { on: "2026-11-22", change: "First published." },
  ],
});
