import { defineMeasure } from "../define.ts";

export default defineMeasure({
  title: "Needs that people named themselves",
  question: "How did we learn what is needed, and whose voice is missing?",
  numerator: "Needs from requests, team discussions, surveys, feedback, 360° reviews and appraisals in sum",
  denominator: "Needs found in the academic year",
  level: "provision",
  unit: "percent",
  better: "neither",
  interval: "none",
  chart: "bar",
  breakdowns: ["source"],
  distributions: ["source"],
  counts: "records",
  is_sensitive: false,
  policy_measure: "provision",
  claim_grade: 0,
  source: "The record of needs",
  caveats: [
    "The rest came from reviews, inspections, data and plans. Neither way is better: a source that is missing is a question to ask.",
    "What nobody wrote down does not count, and a few needs make large shares. A need counts in the year in which it was found, whatever became of it.",
    "Needs of single people count in the organisation's figure only.",
  ],
  reviewed_on: "2026-11-22",
  history: [{ on: "2026-11-22", change: "First published." }],
});
