import { defineMeasure } from "../define.ts";

export default defineMeasure({
  title: "Follow-ups done",
  question: "Were people asked again, some months after the CPD, as our policy says?",
  numerator: "Activities for which a sample was drawn",
  denominator: "Activities of the academic year whose follow-up is due",
  level: "provision",
  unit: "percent",
  better: "higher",
  interval: "wilson",
  chart: "line",
  breakdowns: [],
  counts: "records",
  is_sensitive: false,
  policy_measure: "provision",
  claim_grade: 0,
  source: "Activity and participation records",
  caveats: [
    "That people were asked says nothing of what they answered, or whether they did: the measures of use in the role say how many were in the sample and how many answered.",
    "A follow-up is due the policy's months after an activity that somebody completed; years before the first follow-up on record are not counted. Not applicable where the policy states none.",
    "A school's figure is about what it held itself; the organisation's also counts what was held for all. Restricted activities are not followed up.",
  ],
  reviewed_on: "2026-11-22",
  history: [
    {
      on: "2026-11-22",
      change:
        "The share that answers (followup_response_rate) is no longer a measure beside this one: every measure of follow-ups says how many were asked.",
    },
    { on: "2026-11-22", change: "First published." },
  ],
});
