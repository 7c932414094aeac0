import { defineMeasure } from "../define.ts";

export default defineMeasure({
  title: "Staff who moved within the organisation",
  question: "How many of our staff moved to another of our own schools within a year?",
  numerator:
    "Those of them who are in another school of the organisation, and no longer in that one, on the next census day",
  denominator: "Staff in post on the census day, 1 November",
  level: "organisation",
  unit: "percent",
  better: "neither",
  interval: "wilson",
  chart: "line",
  breakdowns: [],
  counts: "people",
  base: "staff_who_stayed_in_their_school",
  is_sensitive: false,
  policy_measure: "recruitment_retention",
  claim_grade: 0,
  source: "The organisation's own staff records",
  caveats: [
    "Context, not evidence about CPD: conditions in a school and the labour market move these figures most.",
    "Everybody counts once, teachers and support staff, in the school where they work most. It is the difference between “staff who stay in the organisation” and “staff stability”, but for a school that left the organisation. In turnover such a teacher has left the school.",
    "2024/25 is from November 2024 to November 2025. Supply cover is not counted.",
    "For the organisation alone: in a single school they are too few to be shown.",
  ],
  reviewed_on: "2026-11-22",
  history: [
    {
      on: "2026-11-22",
      change:
        "All staff instead of teachers, and people instead of full-time equivalents: earlier figures cannot be compared.",
    },
    { on: "2026-11-20", change: "First published." },
  ],
});
