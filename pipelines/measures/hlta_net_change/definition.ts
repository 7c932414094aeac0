import { defineMeasure } from "../define.ts";

export default defineMeasure({
  title: "HLTA holders gained and lost",
  question: "Do we gain more higher level teaching assistants in a year than leave us?",
  numerator:
    "Support staff who became higher level teaching assistants within the year and stayed, less higher level teaching assistants who left the organisation",
  denominator: "Support staff in post on the census day, 1 November",
  formula: "(Gained − left with it) ÷ in post",
  level: "organisation",
  unit: "net",
  better: "higher",
  interval: "none",
  chart: "line",
  breakdowns: [],
  counts: "people",
  is_sensitive: true,
  policy_measure: "qualification_profile",
  claim_grade: 0,
  source: "The organisation's own qualification and staff records",
  caveats: [
    "Context, not evidence about CPD: who gains a qualification and who leaves have reasons of their own.",
    "Those who came with the qualification during the year are not counted; they are among the holders of the next census day. Somebody who gained it and left within the year changes nothing.",
    "No likely range: everybody is counted, and from a range could be told how few it was who left. For the organisation alone, never for a school. 2024/25 is from November 2024 to November 2025. Supply cover is not counted.",
  ],
  reviewed_on: "2026-11-22",
  history: [
    {
      on: "2026-11-22",
      change: "Staff who become supply cover, or whose school leaves, are no longer in the organisation.",
    },
    { on: "2026-11-20", change: "First published." },
  ],
});
