import { defineMeasure } from "../define.ts";

export default defineMeasure({
  title: "Staying after a programme",
  question: "Do staff who completed a programme stay as often as others of the same roles who did not?",
  numerator: "Those still in post in any of the schools a year later",
  denominator:
    "Staff in post on the census day, 1 November, and the year before: in the total, those who completed a programme",
  formula:
    "Still in post ÷ in post; for those without a programme, each staff group counts as much as it does among those with one",
  level: "organisation",
  unit: "percent",
  better: "higher",
  interval: "none",
  chart: "line",
  breakdowns: ["programme_last_year"],
  trust_breakdowns: ["programme_last_year"],
  counts: "people",
  is_sensitive: true,
  policy_measure: "recruitment_retention",
  claim_grade: 0,
  source: "The organisation's own staff and participation records",
  caveats: [
    "Descriptive only, and no evidence that CPD keeps people: those who choose a programme, or are chosen for one, may be likelier to stay anyway. Teachers with an NPQ are not found to be likelier to stay.",
    "Both categories are staff of at least a year's standing. With a programme means that they completed a part of one in the academic year before the census day, so that leaving early cannot be mistaken for not taking part. One-off activities, which nearly everybody comes to, are not counted, nor are restricted ones.",
    "The rate of those without counts each staff group as often as it is among those with; groups in which everybody or nobody took part are left out. The numbers count people. No likely range is given, because the rate of those without is weighted.",
    "For the organisation alone, never for a school. 2024/25 is from November 2024 to November 2025. Supply cover is not counted.",
  ],
  reviewed_on: "2026-11-22",
  history: [
    { on: "2026-11-22", change: "The total is those who completed a programme; no likely range is given." },
    { on: "2026-11-20", change: "First published." },
  ],
});
