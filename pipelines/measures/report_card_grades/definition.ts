import { defineMeasure } from "../define.ts";

export default defineMeasure({
  title: "Report card grades, since November 2025",
  question: "How much of what inspectors judged is at the expected standard or above?",
  numerator: "Judgements at the expected standard, strong standard or exceptional, and safeguarding that is met",
  denominator: "Areas judged on each school's latest report card",
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
    "Never to be compared with the grades before November 2025, whose steps mean something else. There is no judgement of a school as a whole.",
    "Few schools are inspected in a year: one moves the organisation's figure by many points.",
  ],
  reviewed_on: "2026-11-20",
  history: [{ on: "2026-11-20", change: "First published." }],
});
