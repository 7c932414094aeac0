import { approaches, careerStages, levels, phases, strands } from "./choices.ts";
import { defineCollection } from "./define.ts";
import { atLeast, type FieldDraft } from "./draft.ts";
import {
  choice,
  choices,
  day,
  decimal,
  flag,
  money,
  policyChoices,
  prose,
  requiredWhere,
  ruledByPolicy,
  step,
  structure,
  text,
} from "./field.ts";
import { heading, list, notice, reference } from "./link.ts";

/** What can be decided of an activity. */
export const decisions = {
  proposed: "Proposed",
  approved: "Approved",
  exception: "Approved as an exception",
  declined: "Declined",
};
const gateMessage =
  "The policy lets an activity go ahead only when every criterion is ticked: tick them all, or decide on “Approved as an exception” and give the reason.";
const approval = { under: "approval" };
const offer = { under: "offer" };
const evaluation = { under: "evaluation" };
const waveStates = { open: "Open", closed: "Closed" };

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
    time_type: choice("When", "The time that people take for it.", {
      inset: "Training day (INSET)",
      induction: "Induction",
      staff_meeting: "Staff meeting",
      release: "Released from other duties",
      collaboration: "Time to work together",
      reflection: "Time to reflect",
      own_time: "Own time",
    }),
    intended_learning: prose(
      "Intended learning",
      "What people should know or do afterwards; the form asks about it in these words.",
    ),
    leader_id: reference("Leader", "Who closes it: the link to the leader's form goes to them.", "staff"),
    is_project: flag("Project", "A project or initiative that the organisation joins.", false),

    approval: heading("Approval", "The policy's criteria, the money, and the decision with its reason.", "gavel"),
    requested_by_role: text("Asked for by", "The role or team; not a name.", approval),
    estimated_cost: money("Estimated cost", "In pounds, all in: fees, travel, cover.", approval),
    budget_check: requiredWhere(
      "Needed before it goes ahead",
      { decision: { _in: ["approved", "exception"] } },
      choice(
        "Within the budget",
        "Needed before it goes ahead.",
        {
          within: "Within the budget",
          over: "Over the budget",
          not_checked: "Not checked",
        },
        approval,
      ),
    ),
    criteria_met: ruledByPolicy(
      ["validation"],
      policyChoices("Criteria met", "Tick what it fulfils of the policy's criteria.", "criteria", {
        ...approval,
        rule: { test: {}, message: gateMessage },
      }),
    ),
    criteria_notice: notice("About the criteria", approval),
    decision: withMessage(
      `Choose one of the list. ${gateMessage}`,
      ruledByPolicy(
        ["conditions"],
        choice("Decision", "Whether it may go ahead.", decisions, {
          isRequired: true,
          defaultValue: "proposed",
          ...approval,
        }),
      ),
    ),
    decided_on: day("Decided on", "The day of the decision.", approval),
    decision_reason: requiredWhere(
      "Needs a reason",
      { decision: { _in: ["exception", "declined"] } },
      prose("Reason for the decision", "Needed for an exception or a refusal.", approval),
    ),

    offer: heading("Offer and booking", "Who was told, what was booked, what it leads to.", "campaign"),
    offered_to: policyChoices("Offered to", "The staff groups that were told of it.", "staff_groups", offer),
    offered_on: day("Offered on", "The day they were told.", offer),
    booking_state: choice(
      "Booking",
      "How far it got.",
      {
        to_book: "To be booked",
        booked: "Booked",
        confirmed: "Confirmed",
        resourced: "Room and materials ready",
      },
      offer,
    ),
    frameworks: policyChoices("Standards", "The frameworks of standards it works towards.", "frameworks", offer),
    accreditation: choice(
      "Accreditation",
      "What it leads to.",
      {
        none: "None",
        certificate: "Certificate of attendance",
        accredited: "Accredited",
        qualification: "Part of a qualification",
      },
      offer,
    ),
    given_by_school_urn: reference(
      "Given by",
      "The school whose staff support another; leave empty otherwise.",
      "schools",
      offer,
    ),
    has_external_audience: flag("Open to others", "People from outside the organisation take part.", false, offer),
    phases: choices("Pupils' ages", "Leave empty for all.", phases, offer),
    career_stages: choices("Career stages", "Leave empty for all.", careerStages, offer),

    evaluation: heading("Evaluation", "Filled in as people are asked and reports are made.", "rate_review"),
    evaluation_wave: choice(
      "Forms at the end",
      "Leave empty: asking opens it. Answers count once it is closed.",
      waveStates,
      evaluation,
    ),
    followup_wave: choice("Forms months later", "Leave empty: the draw opens it.", waveStates, evaluation),
    followup_drawn_on: day("Follow-up sample drawn on", "Leave empty: the draw fills it in.", evaluation),
    followup_draw: structure("The draw", "How many of how many, at which share.", evaluation),
    report_sent_on: day("Evaluation report sent on", "Leave empty: sending fills it in.", evaluation),
    report_final_on: day(
      "Final report sent on",
      "The version with the comments of those who read the first.",
      evaluation,
    ),
    further_training: prose("Further training asked for", "In sum, for the report.", evaluation),
    is_restricted: flag(
      "Restricted",
      "Counted in totals, but never listed by name, such as support after an incident.",
      false,
    ),
    participations: list("Participants", "Who was booked and who came.", ["staff_id", "state", "hours_attended"]),
    evidence: list("Evidence", "What was seen of it.", ["title", "type", "finding", "observed_on"]),
    sharing: list("Sharing", "What was passed on.", ["title", "route", "done_on"]),
    costs: list("Costs", "What it cost.", ["kind", "amount", "incurred_on"]),
  },
});

/** The same field with another message where its rule is broken. */
function withMessage(message: string, made: FieldDraft): FieldDraft {
  return { ...made, ...(made.rule ? { rule: { ...made.rule, message } } : {}) };
}
