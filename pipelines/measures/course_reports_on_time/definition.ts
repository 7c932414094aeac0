import { defineMeasure } from "../define.ts";

export default defineMeasure({
  title: "Course reports sent on time",
  question: "Did the evaluation report of every course reach those who are to read it in time?",
  numerator: "Activities whose first report was sent within the policy's days after the form closed",
  denominator: "Activities of the academic year whose evaluation report is due",
  level: "provision",
  unit: "percent",
  better: "higher",
  interval: "wilson",
  chart: "line",
  breakdowns: [],
  counts: "records",
  is_sensitive: false,
  policy_measure: "provision",
  claim_grade: 0,
  source: "Activity records: the day on which each report was sent",
  caveats: [
    "A report in time says nothing of what it found.",
    "A report is due once its day has passed, and where somebody was asked; years before the first report on record are not counted. Not applicable where the policy names nobody to send it to.",
    "A school's figure is about what it held itself; the organisation's also counts what was held for all. Restricted activities have no report.",
  ],
  reviewed_on: "2026-11-22",
  history: [{ on: "2026-11-22", change: "First published." }],
});
