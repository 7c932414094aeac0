import { defineMeasure } from "../define.ts";

export default defineMeasure({
  title: "Statements that leaders and staff agree with",
  question: "Do leaders and other staff see CPD the same way?",
  numerator: "Answers of agree or strongly agree",
  denominator: "Answers other than “don't know” to the ten statements of the staff survey",
  level: "organisation",
  unit: "percent",
  better: "neither",
  interval: "clustered",
  chart: "line",
  breakdowns: ["position"],
  trust_breakdowns: ["position"],
  counts: "answers",
  base: "staff_survey",
  is_sensitive: true,
  policy_measure: "teaching_and_learning",
  claim_grade: 1,
  source: "The yearly staff survey, without names",
  caveats: [
    "The gap is the difference of the two categories, in the same statements of the same survey: where leaders agree and others do not, look at what staff see of it.",
    "Leaders are senior and middle leaders, heads and chief executives, as the policy's staff groups say. Where schools have few of each, few of them may say so. Answers without a staff group, late ones, those that came in a file and the few that had to wait for them are in the total alone.",
    "One person answers up to ten statements, and those answers go together: the likely range counts people.",
    "Those who did not answer may think otherwise: compare the answers with the number invited. Answers that came in a file have no number invited.",
  ],
  reviewed_on: "2026-11-22",
  history: [
    {
      on: "2026-11-22",
      change:
        "Answers that were too few to count when the survey closed, and count with late ones, are in the total alone.",
    },
    { on: "2026-11-20", change: "First published." },
  ],
});
