import { defineCollection } from "./define.ts";
import { atMost } from "./draft.ts";
import { choice, day, decimal, flag, policyChoice, text } from "./field.ts";
import { reference } from "./link.ts";

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
  },
});
