import { defineMeasure } from "../define.ts";

export default defineMeasure({
  title: "Higher level teaching assistants",
  question: "What share of support staff hold HLTA status?",
  numerator: "Support staff who hold HLTA status on that day",
  denominator: "Support staff in post on the census day, 1 November: everybody who is no teacher",
  level: "organisation",
  unit: "percent",
  better: "neither",
  interval: "wilson",
  chart: "line",
  breakdowns: [],
  counts: "people",
  base: "support_staff_in_post",
  is_sensitive: false,
  policy_measure: "qualification_profile",
  claim_grade: 0,
  source: "The organisation's own qualification and staff records",
  caveats: [
    "Holding the status is not yet being used in it.",
    "Staff groups differ from policy to policy, so that all support staff are counted, offices and premises too, and the share is small everywhere. For the organisation alone: in a single school they are too few to be shown.",
  ],
  reviewed_on: "2026-11-20",
  history: [{ on: "2026-11-20", change: "First published." }],
});
