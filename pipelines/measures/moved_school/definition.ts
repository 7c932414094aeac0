import { defineMeasure } from "../define.ts";

export default defineMeasure({
  title: "Teachers who moved to another state school",
  question: "How many teachers moved to another state-funded school within a year?",
  numerator: "Full-time equivalent teachers in another state-funded school a year later (published share × teachers)",
  denominator: "Full-time equivalent teachers in the census",
  formula:
    "Left to another state-funded school ÷ teachers in the census; sum over schools of (share × teachers) ÷ sum over schools of teachers",
  level: "organisation",
  unit: "percent",
  better: "neither",
  interval: "none",
  chart: "line",
  breakdowns: [],
  counts: "published",
  is_sensitive: false,
  policy_measure: "recruitment_retention",
  outcome_measure_code: "workforce_moved_school_share",
  claim_grade: 0,
  source:
    "Department for Education, teacher turnover at school level: https://explore-education-statistics.service.gov.uk/data-catalogue/data-set/1df9bfbf-b573-4f1d-ba87-06a36387f2e5",
  caveats: [
    "Context, not evidence about CPD: conditions in a school and the labour market move these figures most.",
    "2023/24 is from November 2023 to November 2024. Full-time equivalents, qualified teachers or not.",
    "A move to another school of the same organisation is among them; the organisation's own records tell those apart.",
    "It is published a year and a half later than the staff records know it: a year's figure needs the census of the next November.",
    "The organisation's figure counts the schools that were in the organisation at the end of each year and have a figure, so it moves when a school joins.",
  ],
  reviewed_on: "2026-11-20",
  history: [{ on: "2026-11-20", change: "First published." }],
});
