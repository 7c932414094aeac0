import { defineMeasure } from "../define.ts";

export default defineMeasure({
  title: "Practice found better by somebody else",
  question: "When somebody else looked, was practice better than before?",
  numerator: "Those that found it better than before",
  denominator: "Observations, visits, scrutiny of work and other evidence on learning and use in the academic year",
  level: "learning",
  unit: "percent",
  better: "higher",
  interval: "wilson",
  chart: "line",
  breakdowns: ["finding"],
  distributions: ["finding"],
  counts: "answers",
  is_sensitive: true,
  policy_measure: "teaching_and_learning",
  claim_grade: 2,
  source: "The record of evidence of strength 2 or more: seen by somebody other than those who took part",
  caveats: [
    "Whoever looks knows what was hoped for, and chooses where to look: this confirms what participants say, and is no measurement of change.",
    "A visit to a whole school counts once, as one lesson does. Mixed and unclear findings count among those that did not find it better.",
    "Gap tasks are about one person each and are left out.",
    "For the organisation alone: in a school a finding may be about one teacher's lesson. What was found is hidden like answers are.",
  ],
  reviewed_on: "2026-11-22",
  history: [
    {
      on: "2026-11-22",
      change: "For the organisation alone, and hidden where few observations stand behind it or all found the same.",
    },
    { on: "2026-11-22", change: "First published." },
  ],
});
