import { defineMeasure } from "../define.ts";

export default defineMeasure({
  title: "Something got in the way",
  question: "Some months later, what keeps people from using what they learnt?",
  numerator: "Answers that name something that got in the way",
  denominator: "Answers to the question in the follow-up",
  level: "organisation",
  unit: "percent",
  better: "lower",
  interval: "wilson",
  chart: "bar",
  breakdowns: ["barrier"],
  trust_breakdowns: ["barrier"],
  counts: "answers",
  base: "follow_up",
  is_sensitive: false,
  policy_measure: "value_for_money",
  claim_grade: 1,
  source: "Follow-up evaluations of a sample of those who took part, without names",
  caveats: [
    "Reported by those who took part themselves. Several things may be named, so the categories add up to more than the total.",
    "Naming a barrier is not a failure of the activity: many use it all the same.",
    "A sample is asked; the year is that of the activity. Those who did not answer may think otherwise.",
  ],
  reviewed_on: "2026-11-20",
  history: [{ on: "2026-11-20", change: "First published." }],
});
