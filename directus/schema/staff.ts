import { defineCollection } from "./define.ts";
import { like } from "./draft.ts";
import { prose, tags, text } from "./field.ts";
import { list } from "./link.ts";

export default defineCollection({
  name: "staff",
  folder: "people",
  label: "Staff",
  singular: "Member of staff",
  icon: "person",
  note: "Names and addresses, to send people their links. No figure is made from this page: the pipeline reads only the key.",
  display: "{{first_name}} {{last_name}}",
  sort: 1,
  isTracked: false,
  isImported: true,
  fields: {
    first_name: text("First name", "As colleagues know them."),
    last_name: text("Last name", "As colleagues know them.", { isRequired: true }),
    email: text("E-mail", "Their work address; evaluation links go there.", {
      rule: like("^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$", "Type a whole e-mail address, such as a.name@school.example."),
    }),
    mis_reference: text(
      "MIS reference",
      "Their number in the school's own system, by which an import finds them again.",
      {
        isIndexed: true,
      },
    ),
    memberships: tags("Memberships", "Subject associations and the like that they keep up."),
    aspirations: prose(
      "Aspirations",
      "Only what they want kept here: for their own portfolio. No figure and no reader of the site sees it.",
    ),
    employments: list("Employment", "Where they work and have worked.", [
      "school_urn",
      "staff_group",
      "starts_on",
      "ends_on",
    ]),
    qualifications: list("Qualifications", "What they hold or work towards.", ["qualification", "state", "gained_on"]),
    agreements: list("Training agreements", "What was signed for funded courses.", ["title", "state", "signed_on"]),
    participations: list("Development", "What they took part in.", ["activity_id", "state", "completed_on"]),
  },
});
