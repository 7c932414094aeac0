import { defineCollection } from "./define.ts";
import { atLeast } from "./draft.ts";
import { choice, day, decimal, money, prose, requiredWhere, text } from "./field.ts";
import { reference } from "./link.ts";

export default defineCollection({
  name: "participations",
  folder: "provision",
  label: "Participations",
  singular: "Participation",
  icon: "how_to_reg",
  note: "One person in one activity. It knows that an evaluation came, never what it said.",
  display: "{{staff_id.first_name}} {{staff_id.last_name}} · {{activity_id.title}}",
  sort: 3,
  isTracked: false,
  isImported: true,
  fields: {
    activity_id: reference("Activity", "What they took part in.", "activities", {
      isRequired: true,
      listedAs: "participations",
    }),
    staff_id: reference("Member of staff", "Who took part.", "staff", { isRequired: true, listedAs: "participations" }),
    role: choice(
      "Part",
      "What they did in it.",
      { participant: "Participant", facilitator: "Facilitator", coach: "Coach" },
      { isRequired: true, defaultValue: "participant" },
    ),
    state: choice(
      "State",
      "How far it got.",
      {
        requested: "Requested",
        declined: "Declined",
        booked: "Booked",
        attended: "Attended",
        completed: "Completed",
        withdrawn: "Withdrawn",
        absent: "Absent",
      },
      { isRequired: true, defaultValue: "booked" },
    ),
    decision_reason: requiredWhere(
      "Needs a reason",
      { state: { _eq: "declined" } },
      text("Reason for the decision", "Needed for a refusal; what would be said to anybody in their place.", {
        width: "full",
      }),
    ),
    estimated_cost: money("Estimated cost", "What the participant expects it to cost, all in."),
    hours_attended: decimal("Hours attended", "Leave empty where they are the planned hours.", {
      rule: atLeast(0, "Type hours as a number, such as 1.5 for an hour and a half; 0 or more."),
    }),
    completed_on: day("Completed on", "The day they finished; empty until then."),
    evaluation_state: choice(
      "Evaluation",
      "Whether they were asked what they thought of it, and answered.",
      { not_invited: "Not invited", invited: "Invited", answered: "Answered" },
      { isRequired: true, defaultValue: "not_invited", isIndexed: true },
    ),
    followup_state: choice(
      "Follow-up",
      "Whether they are in the sample that is asked again months later, and answered. Set it back where somebody sampled is away for long: another is drawn.",
      { not_sampled: "Not sampled", sampled: "Sampled", answered: "Answered" },
      { isRequired: true, defaultValue: "not_sampled", isIndexed: true },
    ),
    sharing_agreed_on: day("Sharing discussed on", "The day they agreed with their manager what is passed on."),
    reflection: prose("Reflection", "Their own, for their portfolio. No figure and no reader of the site sees it."),
  },
});
