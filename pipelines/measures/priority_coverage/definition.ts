import { defineMeasure } from "../define.ts";

export default defineMeasure({
  title: "Priorities with CPD",
  question: "Which share of our priorities got any CPD time in the year?",
  numerator: "Priorities that at least one activity of that academic year served",
  denominator: "Priorities in force during the academic year",
  level: "provision",
  unit: "percent",
  better: "higher",
  interval: "none",
  chart: "line",
  breakdowns: [],
  counts: "records",
  is_sensitive: false,
  policy_measure: "provision",
  claim_grade: 0,
  source: "Priorities and activity records",
  caveats: [
    "One activity is enough to count, so this finds priorities that got nothing; it does not say whether a priority got enough.",
    "The year that is running can only rise. An activity that names no priority counts for its programme's; restricted activities count for none.",
    "A school's figure is about priorities of its own; the organisation's counts them all.",
  ],
  reviewed_on: "2026-11-22",
  history: [{ on: "2026-11-22", change: "First published." }],
});
