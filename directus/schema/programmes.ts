import { defineCollection } from "./define.ts";
import { choice, day, policyChoices, prose, text } from "./field.ts";
import { list, reference } from "./link.ts";

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
    activities: list("Activities", "What the programme consists of.", ["title", "starts_on", "hours", "decision"]),
  },
});
