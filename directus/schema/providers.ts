import { defineCollection } from "./define.ts";
import { choice, day, money, prose, table, text } from "./field.ts";
import { heading } from "./link.ts";

const followUp = { under: "follow_up" };

export default defineCollection({
  name: "providers",
  folder: "provision",
  label: "Providers",
  singular: "Provider",
  icon: "storefront",
  note: "Who delivers development, from inside or outside.",
  display: "{{name}}",
  sort: 4,
  isTracked: true,
  fields: {
    name: text("Name", "As on their invoices.", { isRequired: true, width: "full" }),
    kind: choice(
      "Kind",
      "What sort of provider they are.",
      {
        own_school: "One of our schools",
        trust: "The trust",
        teaching_school_hub: "Teaching school hub",
        university: "University",
        external: "Another provider",
      },
      { isRequired: true, defaultValue: "external" },
    ),
    quality_assured_on: day("Quality assured on", "The last time someone checked; leave empty if nobody has."),
    quality_state: choice("Quality", "What the check said.", {
      meets: "Meets our criteria",
      concerns: "Concerns",
      not_used_again: "Not to be used again",
    }),
    quotes: table(
      "Quotes compared",
      "Compare, challenge, consult, compete: what others would have cost.",
      {
        for_what: text("For", "What was quoted."),
        amount: money("Amount", "In pounds."),
        quoted_on: day("On", "When."),
      },
      "{{for_what}}: £{{amount}}",
    ),
    follow_up: heading("Feedback and follow-up", "What they were told, and who sees to it.", "contact_mail"),
    feedback: prose("Feedback given", "In sum: no participant's own words or name.", followUp),
    feedback_sent_on: day("Sent on", "When they were told.", followUp),
    feedback_answered_on: day("Answered on", "When they answered; leave empty if they have not.", followUp),
    follow_up_reason: text("To follow up", "Such as access for wheelchairs; leave empty if nothing is open.", {
      ...followUp,
      width: "full",
    }),
    follow_up_owner: text("Who sees to it", "The role; not a name.", followUp),
    follow_up_due_on: day("By", "When it should be settled.", followUp),
    follow_up_closed_on: day("Settled on", "Leave empty until it is.", followUp),
    notes: prose("Notes", "What the next person should know; not about individuals."),
  },
});
