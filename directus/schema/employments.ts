import { defineCollection } from "./define.ts";
import { atMost } from "./draft.ts";
import { choice, choices, day, decimal, flag, policyChoice, table, text } from "./field.ts";
import { heading, reference, underHeading } from "./link.ts";

const support = { under: "support" };

export default defineCollection({
  name: "employments",
  folder: "people",
  label: "Employment",
  singular: "Employment",
  icon: "badge",
  note: "One row for each spell in one post. A move inside the trust ends one and starts another.",
  display: "{{staff_id.first_name}} {{staff_id.last_name}} · {{school_urn.name}}",
  sort: 2,
  isTracked: false,
  isImported: true,
  fields: {
    staff_id: reference("Member of staff", "Who it is.", "staff", { isRequired: true, listedAs: "employments" }),
    school_urn: reference("School", "Where they work.", "schools", { isRequired: true }),
    staff_group: policyChoice(
      "Staff group",
      "The group of the policy that they belong to in this post.",
      "staff_groups",
      {
        isRequired: true,
      },
    ),
    role_title: text("Post", "The title of the post, such as Teacher of science."),
    is_teacher: flag("Teacher", "Counted as a teacher in the school workforce census.", false),
    contract: choice(
      "Contract",
      "Only permanent and fixed-term posts count towards retention.",
      { permanent: "Permanent", fixed_term: "Fixed term", supply: "Supply" },
      { isRequired: true, defaultValue: "permanent" },
    ),
    fte: decimal("Full-time equivalent", "1 for full time, 0.6 for three days a week.", {
      rule: atMost(1.5, "Type a share of full time, such as 1 or 0.6."),
    }),
    starts_on: day("From", "The first day in this post.", { isRequired: true }),
    ends_on: day("Until", "The last day; leave empty while they are in post.", { isIndexed: true }),
    destination: choice("Went to", "Where they went; leave empty while they are in post.", {
      own_trust: "Another post in the trust",
      other_state_school: "Another state-funded school",
      left_state_sector: "Left the state-funded sector",
      retired: "Retired",
      unknown: "Not known",
    }),
    rung: policyChoice("Rung of the ladder", "Where the post stands on the policy's ladder.", "ladder"),
    support: heading(
      "Induction, coaching and yearly discussion",
      "That they happened; never what was said.",
      "support",
    ),
    induction_completed_on: day("Induction completed on", "Leave empty until it is.", support),
    coach_id: reference("Coach", "The colleague who coaches them.", "staff", support),
    coach_since_on: day("Coached since", "The day it was agreed.", support),
    coach_reviews: underHeading(
      "support",
      table(
        "Reviews with the coach",
        "The days of the formal reviews.",
        { reviewed_on: day("On", "The day.") },
        "{{reviewed_on}}",
      ),
    ),
    discussions: underHeading(
      "support",
      table(
        "Yearly discussions",
        "The day, and which of the four headings were covered; what was said stays between the two.",
        {
          held_on: day("On", "The day."),
          headings: choices("Covered", "Of the four.", {
            needs: "Needs and aspirations",
            access: "Access and funding",
            accreditation: "Accreditation",
            dissemination: "Dissemination",
          }),
        },
        "{{held_on}}",
      ),
    ),
  },
});
