import { defineMeasure } from "../define.ts";

export default defineMeasure({
  title: "Inspection grades, up to November 2025",
  question: "How much of what inspectors judged is good or outstanding?",
  numerator: "Judgements of good or outstanding",
  denominator: "Areas judged at each school's latest graded inspection, that of the school as a whole left out",
  level: "organisation",
  unit: "percent",
  better: "higher",
  interval: "none",
  chart: "line",
  breakdowns: ["area"],
  trust_breakdowns: ["area"],
  counts: "published",
  is_sensitive: false,
  policy_measure: "inspection",
  claim_grade: 0,
  source: "Ofsted, as recorded or imported from its published files",
  caveats: [
    "Context, not evidence about CPD: an inspection looks at much besides, and at one moment.",
    "A school's latest inspection stands until the next, so a year's figure holds judgements of earlier years.",
    "Grades and report cards never mix: a school leaves this figure with its first report card, so that what remains changes in kind.",
    "Few schools are inspected in a year: one moves the organisation's figure by many points.",
  ],
  reviewed_on: "2026-11-20",
  history: [{ on: "2026-11-20", change: "First published." }],
});
