import { defineMeasure } from "../define.ts";

export default defineMeasure({
  title: "Full cost per participant hour",
  question: "What does an hour of CPD for one person cost, with the time of those who take part and without it?",
  numerator: "Fees, travel, venues, resources, cover and staff time, in pounds",
  denominator: "Hours that participants attended",
  level: "organisation",
  unit: "money",
  better: "neither",
  interval: "none",
  chart: "line",
  breakdowns: ["part"],
  trust_breakdowns: ["part"],
  counts: "money",
  is_sensitive: false,
  policy_measure: "value_for_money",
  claim_grade: 0,
  source: "Cost and participation records",
  caveats: [
    "Low is not good in itself: compare within like kind, and beside use in the role.",
    "By part: staff time is pay that would be due in any case; without it, the figure is what was spent besides. Each part is divided by all hours, so the two add up to the whole. A year without staff time on record has no full cost ([x]), and what it cost without.",
    "Subscriptions, which have no hours, are left out. A cost counts in the year it was incurred, hours in the year they were completed. Hours that were not written down are the activity's planned ones.",
  ],
  reviewed_on: "2026-11-22",
  history: [
    {
      on: "2026-11-22",
      change:
        "Also holds the cost without staff time, which was a measure of its own (cost_per_participant_hour); its figures are the same. A year without staff time on record says so.",
    },
    { on: "2026-11-20", change: "First published." },
  ],
});
