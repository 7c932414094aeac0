import { roles } from "./choices.ts";
import { defineCollection } from "./define.ts";
import { choice, day } from "./field.ts";
import { reference } from "./link.ts";

const school = reference(
  "School",
  "The school they are appointed to. Governors and CPD leads need one; for other roles, empty means the whole trust.",
  "schools",
);

export default defineCollection({
  name: "appointments",
  folder: "people",
  label: "Appointments",
  singular: "Appointment",
  icon: "key",
  note: "Who may read what on the site, and for how long. When the term of office ends, so does access.",
  display: "{{user_id.first_name}} {{user_id.last_name}} · {{role}}",
  sort: 4,
  isTracked: true,
  fields: {
    user_id: reference("Account", "The account they sign in with.", "directus_users", {
      isRequired: true,
      // An account that is gone has nothing left to be allowed.
      onDelete: "CASCADE",
    }),
    role: choice("Role", "What they are in the organisation.", roles, { isRequired: true }),
    school_urn: {
      ...school,
      meta: {
        ...school.meta,
        conditions: [{ name: "Of one school", rule: { role: { _in: ["cpd_lead", "governor"] } }, required: true }],
      },
    },
    starts_on: day("From", "The first day of the term of office.", { isRequired: true }),
    ends_on: day("Until", "The last day of the term of office; leave empty if it has no end."),
  },
});
