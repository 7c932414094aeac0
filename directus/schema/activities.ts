import { approaches, levels, strands } from "./choices.ts";
import { defineCollection } from "./define.ts";
import { atLeast } from "./draft.ts";
import { choice, day, decimal, flag, policyChoices, prose, step, text } from "./field.ts";
import { list, reference } from "./link.ts";

const reason = prose("Reason for the decision", "Needed for an exception or a refusal.");

export default defineCollection({
  name: "activities",
  folder: "provision",
  label: "Activities",
  singular: "Activity",
  icon: "event",
  note: "One course, session or piece of development, with its approval and who took part.",
  display: "{{title}} · {{starts_on}}",
  sort: 2,
  isTracked: true,
  fields: {
    title: text("Title", "What staff call it.", { isRequired: true, width: "full" }),
    programme_id: reference("Programme", "Leave empty for a one-off.", "programmes", { listedAs: "activities" }),
    priority_id: reference("Priority", "The priority it serves.", "priorities"),
    provider_id: reference("Provider", "Who delivers it.", "providers"),
    school_urn: reference("Host school", "Leave empty for an activity of the whole trust.", "schools"),
    approach: choice("Approach", "How people learn in it.", approaches),
    strand: choice("Strand", "The part of the offer it belongs to.", strands),
    sourcing_wave: step("Sourced from", "How near to home it was found.", {
      1: "1: our own school",
      2: "2: a teaching school hub or partner",
      3: "3: outside",
    }),
    delivery_mode: choice("Delivery", "Where people meet.", {
      in_person: "In person",
      virtual: "Online",
      blended: "Both",
    }),
    level: choice("Level", "Who it is meant for.", levels, { isRequired: true, defaultValue: "whole" }),
    starts_on: day("First day", "The day of the first session.", { isRequired: true, isIndexed: true }),
    ends_on: day("Last day", "The day of the last session; the same as the first for a single one.", {
      isIndexed: true,
    }),
    hours: decimal("Hours for each person", "Planned hours of one participant, over all sessions.", {
      rule: atLeast(0, "Type hours as a number, such as 1.5 for an hour and a half; 0 or more."),
    }),
    decision: choice(
      "Decision",
      "Whether it may go ahead.",
      { proposed: "Proposed", approved: "Approved", exception: "Approved as an exception", declined: "Declined" },
      { isRequired: true, defaultValue: "proposed" },
    ),
    decision_reason: {
      ...reason,
      meta: {
        ...reason.meta,
        conditions: [
          { name: "Needs a reason", rule: { decision: { _in: ["exception", "declined"] } }, required: true },
        ],
      },
    },
    criteria_met: policyChoices("Criteria met", "Tick what it fulfils of the policy's criteria.", "criteria"),
    is_restricted: flag(
      "Restricted",
      "Counted in totals, but never listed by name, such as support after an incident.",
      false,
    ),
    participations: list("Participants", "Who was booked and who came.", ["staff_id", "state", "hours_attended"]),
    costs: list("Costs", "What it cost.", ["kind", "amount", "incurred_on"]),
  },
});
