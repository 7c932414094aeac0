import { defineMeasure } from "../define.ts";

export default defineMeasure({
  title: "Staff still in the same school a year later",
  question: "Of the staff in post in November, how many are still in the same school a year later?",
  numerator: "Those of them who are still in post in the same school a year later",
  denominator: "Staff in post on the census day, 1 November",
  formula: "The stability index: staff of a year ago who are still in post ÷ staff in post a year ago",
  level: "organisation",
  unit: "percent",
  better: "higher",
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
    "Everybody counts once, teachers and support staff, in the school where they work most. It follows the same people, so somebody who came later does not make up for one who left.",
    "Moving to another school of the organisation ends it here, and not in “staff who stay in the organisation”. 2024/25 is from November 2024 to November 2025. Supply cover is not counted.",
    "For the organisation alone: beside those who stay in the organisation, a school's figure would count the few who moved.",
  ],
  reviewed_on: "2026-11-22",
  history: [
    {
      on: "2026-11-22",
      change: "For the organisation alone; staff who became supply cover are no longer counted as still in post.",
    },
    { on: "2026-11-20", change: "First published." },
  ],
});
