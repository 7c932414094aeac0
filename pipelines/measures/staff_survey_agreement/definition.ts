import { defineMeasure } from "../define.ts";

export default defineMeasure({
  title: "Support for development, as staff see it",
  question: "Do staff find that their development helps pupils, rests on evidence, lasts, is shared and is given time?",
  numerator: "Answers of agree or strongly agree",
  denominator: "Answers other than “don't know” to the ten statements of the staff survey",
  level: "organisation",
  unit: "percent",
  better: "higher",
  interval: "clustered",
  chart: "line",
  breakdowns: ["area", "statement", "answer"],
  trust_breakdowns: ["area", "statement", "answer"],
  distributions: ["answer"],
  counts: "answers",
  base: "staff_survey",
  is_sensitive: true,
  policy_measure: "teaching_and_learning",
  claim_grade: 1,
  source: "The yearly staff survey, without names",
  caveats: [
    "One person answers up to ten statements, and those answers go together: the likely range counts people.",
    "The scale has four steps and “don't know”, and no middle: it does not mix with the five steps of other questionnaires.",
    "“Don't know” is left out of the share. By answer, it has its part of all answers beside the others: much of it says that something is not visible to staff.",
    "Those who did not answer may think otherwise: compare the answers with the number invited. Answers that came in a file have no number invited.",
  ],
  reviewed_on: "2026-11-22",
  history: [
    {
      on: "2026-11-22",
      change:
        "Also says how the answers were spread, with “don't know”, which was a measure of its own (staff_survey_dont_know).",
    },
    { on: "2026-11-20", change: "First published." },
  ],
});
