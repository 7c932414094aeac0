import { defineMeasure } from "../define.ts";

export default defineMeasure({
  title: "Shared with colleagues",
  question: "Did what was learnt stay with those who were there, or was it passed on?",
  numerator: "Activities of which something was passed on",
  denominator: "Activities of the academic year that people completed, 90 days or more after they ended",
  level: "learning",
  unit: "percent",
  better: "higher",
  interval: "wilson",
  chart: "line",
  breakdowns: ["sharing"],
  distributions: ["sharing"],
  counts: "records",
  is_sensitive: false,
  policy_measure: "provision",
  claim_grade: 0,
  source: "The record of sharing, and activity records",
  caveats: [
    "What was agreed and not yet done may still be on its way: agreements have a day by which they fall due.",
    "What was passed on without a record does not count, so the figure can be too low. That others heard of it does not say that they use it.",
    "Left out: activities where it was agreed to share nothing, restricted ones, and years before the first sharing on record.",
    "A school's figure is about what it held itself; the organisation's also counts what was held for all.",
  ],
  reviewed_on: "2026-11-22",
  history: [
    {
      on: "2026-11-22",
      change:
        "Also says what was agreed and not yet done, which was a measure of its own (sharing_done) by the day on which it fell due.",
    },
    { on: "2026-11-22", change: "First published." },
  ],
});
