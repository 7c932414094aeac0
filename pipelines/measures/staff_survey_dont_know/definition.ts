import { defineMeasure } from "../define.ts";

export default defineMeasure({
  title: "Don't know, in the staff survey",
  question: "How much of their own development can staff not judge?",
  numerator: "Answers of “don't know”",
  denominator: "All answers to the ten statements of the staff survey",
  level: "organisation",
  unit: "percent",
  better: "lower",
  interval: "clustered",
  chart: "line",
  breakdowns: ["statement"],
  trust_breakdowns: ["statement"],
  counts: "answers",
  base: "staff_survey",
  is_sensitive: true,
  policy_measure: "teaching_and_learning",
  claim_grade: 1,
  source: "The yearly staff survey, without names",
  caveats: [
    "One person answers up to ten statements, and those answers go together: the likely range counts people.",
    "Not knowing is an answer too: much of it says that something is not visible to staff.",
    "Those who did not answer may think otherwise: compare the answers with the number invited. Answers that came in a file have no number invited.",
  ],
  reviewed_on: "2026-11-20",
  history: [{ on: "2026-11-20", change: "First published." }],
});
