import { defineMeasure } from "../define.ts";

export default defineMeasure({
  title: "Good inspection judgements",
  question: "How much of what inspectors judged is as good as they ask?",
  numerator:
    "Judgements of good or outstanding, up to November 2025; since then those at the expected standard, strong standard or exceptional, and safeguarding that is met",
  denominator: "Areas judged at each school's latest inspection, the judgement of the school as a whole left out",
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
    "Grades and report cards never mix, as their steps mean something else: from the first report card of any school, the organisation's figure counts report cards alone, and the grades that still stand are told by area and at their schools. A year with a school's first report card is a break ([b]).",
    "A school's latest inspection stands until the next, so a year's figure holds judgements of earlier years. There is no judgement of a school as a whole any more.",
    "Few schools are inspected in a year: one moves the organisation's figure by many points.",
  ],
  reviewed_on: "2026-11-22",
  history: [
    {
      on: "2026-11-22",
      change:
        "Holds report cards too, which were a measure of their own (report_card_grades); the figure of the organisation turns to them with the first.",
    },
    { on: "2026-11-20", change: "First published." },
  ],
});
