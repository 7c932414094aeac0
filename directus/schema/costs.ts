import { defineCollection } from "./define.ts";
import { choice, day, money } from "./field.ts";
import { reference } from "./link.ts";

export default defineCollection({
  name: "costs",
  folder: "provision",
  label: "Costs and budgets",
  singular: "Cost",
  icon: "payments",
  note: "What was spent, or set aside (a budget), and on what.",
  display: "{{kind}} · £{{amount}}",
  sort: 6,
  isTracked: true,
  isImported: true,
  fields: {
    kind: choice(
      "Kind",
      "What it was spent on; a budget is what was set aside.",
      {
        fees: "Fees",
        travel: "Travel",
        venue: "Venue",
        resources: "Resources",
        cover: "Supply cover",
        staff_time: "Staff time",
        budget: "Budget",
      },
      { isRequired: true },
    ),
    amount: money("Amount", "In pounds.", { isRequired: true }),
    incurred_on: day("Date", "The day of the invoice; for a budget, the first day it covers.", { isRequired: true }),
    activity_id: reference("Activity", "Where it belongs to one.", "activities", { listedAs: "costs" }),
    programme_id: reference("Programme", "Where it belongs to a whole programme.", "programmes"),
    subscription_id: reference("Subscription", "Where it is the cost of one.", "subscriptions"),
    school_urn: reference("School", "Whose budget it is; leave empty for the trust's.", "schools"),
  },
});
