import { careerStages, leadershipPrinciples, mechanisms, phases, pillars } from "./choices.ts";
import { defineCollection } from "./define.ts";
import { choice, choices, day, policyChoices, prose, text } from "./field.ts";
import { heading, list, reference } from "./link.ts";

const planning = { under: "planning" };
const design = { under: "design" };
const close = { under: "close" };

export default defineCollection({
  name: "programmes",
  folder: "provision",
  label: "Programmes",
  singular: "Programme",
  icon: "route",
  note: "A sustained piece of development: several activities with one intended outcome.",
  display: "{{title}}",
  sort: 1,
  isTracked: true,
  fields: {
    title: text("Title", "What staff call it.", { isRequired: true, width: "full" }),
    priority_id: reference("Priority", "The priority it serves.", "priorities", { listedAs: "programmes" }),
    school_urn: reference("School", "Leave empty for a programme of the whole trust.", "schools"),
    intended_outcome: prose(
      "Intended outcome",
      "What will be different for pupils or colleagues, agreed before it starts.",
    ),
    indicator: text("Indicator", "How you will see it, such as the share at the expected standard in reading."),
    baseline: text("Starting point", "Where the indicator stood before the programme began."),
    state: choice(
      "Stage",
      "Where the programme is in its life.",
      { explore: "Explore", prepare: "Prepare", deliver: "Deliver", sustain: "Sustain" },
      { isRequired: true, defaultValue: "explore" },
    ),
    starts_on: day("From", "The first day of the programme."),
    ends_on: day("Until", "The last planned day; leave empty while it goes on."),
    value_tags: policyChoices("Values", "Which of the organisation's values it serves.", "value_tags"),
    plan_id: reference("CPD plan", "The year's plan that it is part of.", "plans", { listedAs: "programmes" }),
    owner_role: text("Owner", "The role that answers for it, such as Head of English; not a name."),
    staff_groups: policyChoices("For", "The staff groups it is for; leave empty for everybody.", "staff_groups"),

    planning: heading("Plan", "Agreed before it starts, so that it can be looked back on.", "checklist"),
    outcome_short: prose("Short-term outcome", "After the first sessions.", planning),
    outcome_medium: prose("Medium-term outcome", "After a term or two.", planning),
    outcome_long: prose("Long-term outcome", "For pupils, after a year or more.", planning),
    resources: prose("Resources and finance", "What it needs, and from which budget.", planning),
    reflection_time: text("Time to reflect", "Such as 30 minutes of each staff meeting.", planning),
    evidence_base: prose("Evidence it rests on", "The research or inspection finding, with its source.", planning),
    networking: text("Networks", "With whom it is shared or done together.", planning),
    monitoring: prose("How it is followed", "Who looks, at what, how often.", planning),

    design: heading("How people learn in it", "All four groups of mechanisms before money is spent.", "psychology"),
    mechanisms: choices("Mechanisms", "What the programme really contains.", mechanisms, design),
    pillars: choices("Pillars", "Which of the five it stands on.", pillars, design),
    leadership_principles: choices("Leadership", "A checklist.", leadershipPrinciples, design),
    phases: choices("Pupils' ages", "Leave empty for all.", phases, design),
    career_stages: choices(
      "Career stages",
      "Newcomers need more instruction and fewer alternatives.",
      careerStages,
      design,
    ),

    close: heading("Closing it", "What lasts when it is over.", "task_alt"),
    closed_on: day("Closed on", "When the owner looked back on it.", close),
    impact_notes: prose("What came of it", "Against the intended outcome; what did not work, too.", close),
    sustain_plan: prose("What keeps it going", "Who, with what time and money.", close),
    decision: choice(
      "Decision",
      "Once it has been looked back on; leave empty until then.",
      { keep: "Keep", change: "Change", stop: "Stop" },
      close,
    ),
    decided_on: day("Decided on", "The day of the decision.", close),
    decision_reason: prose("Reason", "What the decision rests on. No names.", close),
    activities: list("Activities", "What the programme consists of.", ["title", "starts_on", "hours", "decision"]),
    needs: list("Needs", "What it answers.", ["title", "source", "state"]),
    evidence: list("Evidence", "What was seen of it.", ["title", "type", "finding", "observed_on"]),
  },
});
