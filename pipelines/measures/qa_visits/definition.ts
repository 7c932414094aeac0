import { defineMeasure } from "../define.ts";

export default defineMeasure({
  title: "Quality assurance visits to each school",
  question: "How often was each school visited to see how CPD is at work?",
  numerator: "Quality assurance visits",
  denominator: "Schools of the organisation",
  level: "organisation",
  unit: "mean",
  better: "higher",
  interval: "none",
  chart: "bar",
  breakdowns: [],
  counts: "records",
  is_sensitive: false,
  policy_measure: "inspection",
  claim_grade: 0,
  source: "Evidence records",
  caveats: [
    "That a visit was made says nothing of what was seen there.",
    "Counted from the first year of which a visit is on record. The year that is running can only rise: visits are termly, so three make a year.",
  ],
  reviewed_on: "2026-11-20",
  history: [{ on: "2026-11-20", change: "First published." }],
});
