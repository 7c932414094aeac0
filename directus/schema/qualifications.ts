import { qualifications } from "./choices.ts";
import { defineCollection } from "./define.ts";
import { choice, day } from "./field.ts";
import { reference } from "./link.ts";

export default defineCollection({
  name: "qualifications",
  folder: "people",
  label: "Qualifications",
  singular: "Qualification",
  icon: "workspace_premium",
  note: "What people are qualified for, or are working towards.",
  display: "{{qualification}} · {{staff_id.first_name}} {{staff_id.last_name}}",
  sort: 3,
  isTracked: false,
  isImported: true,
  fields: {
    staff_id: reference("Member of staff", "Who it is.", "staff", { isRequired: true, listedAs: "qualifications" }),
    qualification: choice("Qualification", "What it is.", qualifications, { isRequired: true }),
    state: choice(
      "State",
      "Only what has been gained counts in the qualification profile.",
      { in_progress: "In progress", gained: "Gained", withdrawn: "Withdrawn" },
      { isRequired: true, defaultValue: "in_progress" },
    ),
    started_on: day("Started on", "The first day of the course."),
    gained_on: day("Gained on", "The day of the award."),
    expires_on: day("Expires on", "Leave empty for what does not expire."),
  },
});
