import { defineCollection } from "./define.ts";
import { choice, choices, day, decimal, flag, money, prose, requiredWhere, table, text, whole } from "./field.ts";
import { reference } from "./link.ts";

export default defineCollection({
  name: "agreements",
  folder: "people",
  label: "Training agreements",
  singular: "Training agreement",
  icon: "contract",
  note: "A written agreement, signed before a substantial course starts. What a leaver would pay back is worked out on the site, with its assumptions; HR decides.",
  display: "{{title}} · {{staff_id.first_name}} {{staff_id.last_name}}",
  sort: 4,
  isTracked: true,
  fields: {
    title: text("Course", "What is funded.", { isRequired: true, width: "full" }),
    staff_id: reference("Member of staff", "Who signs.", "staff", { isRequired: true, listedAs: "agreements" }),
    qualification_id: reference("Qualification", "What it leads to.", "qualifications"),
    activity_id: reference("Activity", "Where the course is in the record.", "activities"),
    state: choice(
      "State",
      "Only a signed agreement can ask for anything back.",
      { draft: "Draft", signed: "Signed", ended: "Ended", repaid: "Repaid", waived: "Waived" },
      { isRequired: true, defaultValue: "draft" },
    ),
    signed_on: requiredWhere(
      "Signed needs a day",
      { state: { _in: ["signed", "ended", "repaid"] } },
      day("Signed on", "Must be before the course starts: an agreement signed later may not hold."),
    ),
    course_starts_on: day("Course starts on", "The first day.", { isRequired: true }),
    course_ends_on: day("Course ends on", "The last day; expected, until it is over."),
    awarded_on: day("Awarded on", "The day of the award, if there is one."),
    counts_from: choice(
      "Years count from",
      "As the agreement says; policies are often silent, and it changes what is due.",
      { course_start: "The first day of the course", course_end: "The last day of the course", award: "The award" },
      { isRequired: true, defaultValue: "course_end" },
    ),
    part_years: choice(
      "Part of a year",
      "As the agreement says.",
      { whole: "Counts as the year that has begun", by_month: "Is shared out by months" },
      { isRequired: true, defaultValue: "whole" },
    ),
    fees: money("Course fees", "In pounds, paid by the employer."),
    cover: money("Supply cover", "In pounds."),
    expenses: money("Travel and expenses", "In pounds."),
    is_publicly_funded: flag("Funded by the levy or the DfE", "Nothing can be asked back of what was.", false),
    is_mandatory: flag(
      "Training that the post demands",
      "Asking for it back can break the minimum wage: ask HR.",
      false,
    ),
    schedule: table(
      "What is due",
      "The share in each year, as signed; the policy's own is filled in when this is left empty.",
      {
        year: whole("Year", "1 is the first."),
        share: decimal("Share", "Between 0 and 1."),
      },
      "Year {{year}}: {{share}}",
    ),
    leaving_on: day("Leaves on", "The last day of employment, where they leave."),
    exclusions: choices("Reasons that excuse", "Where one applies, nothing is due.", {
      redundancy: "Redundancy",
      ill_health: "Ill health",
      maternity: "Maternity, adoption or parental leave",
      dismissal_unfair: "Employer's breach of contract",
      move_in_trust: "Moves within the trust",
      other: "Another reason the agreement names",
    }),
    decided_amount: money("Decided by HR", "What HR has decided to ask for, if anything."),
    decision_note: prose("Reason", "Why it was waived or changed; no private matters."),
  },
});
