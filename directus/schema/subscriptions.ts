import { defineCollection } from "./define.ts";
import { atLeast } from "./draft.ts";
import { choice, day, money, prose, text, whole } from "./field.ts";
import { reference } from "./link.ts";

export default defineCollection({
  name: "subscriptions",
  folder: "provision",
  label: "Subscriptions",
  singular: "Subscription",
  icon: "autorenew",
  note: "Services paid for by the year, reviewed for value for money.",
  display: "{{title}}",
  sort: 5,
  isTracked: true,
  fields: {
    title: text("Title", "What it is called.", { isRequired: true, width: "full" }),
    kind: choice(
      "Kind",
      "What sort it is.",
      {
        subscription: "Subscription",
        service_level_agreement: "Service level agreement",
        membership: "Membership",
      },
      { isRequired: true, defaultValue: "subscription" },
    ),
    owner_role: text("Owner", "The role that answers for it; not a name."),
    provider_id: reference("Provider", "Who is paid.", "providers"),
    school_urn: reference("School", "Leave empty for a subscription of the whole trust.", "schools"),
    annual_cost: money("Cost a year", "In pounds, without VAT that is claimed back."),
    starts_on: day("From", "The first day of the present term."),
    ends_on: day("Until", "The day it ends or renews."),
    notice_by_on: day("Notice by", "The last day on which it can be ended."),
    benefit: prose("What it is for", "The benefit the board should weigh, and what overlaps with it."),
    users_in_year: whole("Users this year", "How many members of staff used it in the last twelve months.", {
      rule: atLeast(0, "Type how many people used it, as a whole number; 0 if nobody did."),
    }),
    decision: choice("Decision", "Leave empty until it has been reviewed.", {
      keep: "Keep",
      change: "Change",
      stop: "Stop",
    }),
    decided_on: day("Decided on", "The day of the decision."),
    decision_reason: prose("Reason", "What the decision rests on."),
  },
});
