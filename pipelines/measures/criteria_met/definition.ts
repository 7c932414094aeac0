import { defineMeasure } from "../define.ts";

export default defineMeasure({
  title: "CPD that met the policy's criteria",
  question: "How much of what went ahead met every criterion of our policy?",
  numerator: "Activities that met every criterion that the policy lists",
  denominator: "Activities that went ahead and ended in the academic year",
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
  source: "Activity records: the criteria that were ticked when each was decided",
  caveats: [
    "A tick says that somebody judged so beforehand, and not what came of it.",
    "Exceptions count among those that did not. Earlier years are judged by the criteria of today's policy. A year in which nothing was ticked at all is not counted.",
    "A school's figure is about what it held itself; the organisation's also counts what was held for all. Restricted activities are not counted.",
  ],
  reviewed_on: "2026-11-22",
  history: [{ on: "2026-11-22", change: "First published." }],
});
