import { defineMeasure } from "../define.ts";

export default defineMeasure({
  title: "Staff who took part in CPD",
  question: "What share of staff completed at least one activity in the year?",
  numerator: "Staff who completed at least one activity in that academic year",
  denominator: "Staff in post on the census day, 1 November",
  level: "provision",
  unit: "percent",
  better: "higher",
  interval: "wilson",
  chart: "line",
  breakdowns: ["staff_group", "contract"],
  trust_breakdowns: ["contract"],
  counts: "people",
  base: "staff_in_post",
  is_sensitive: false,
  policy_measure: "provision",
  claim_grade: 0,
  source: "Participation and staff records",
  caveats: [
    "Taking part is not yet learning. The year that is running can only rise.",
    "A school counts from the first year with a completed activity on record. Someone who left or joined during the year counts if they were in post on 1 November. Restricted activities are not counted, as whoever did nothing else could be found by subtraction.",
  ],
  reviewed_on: "2026-11-22",
  history: [
    { on: "2026-11-22", change: "Also divided by contract." },
    { on: "2026-11-20", change: "First published." },
  ],
});
