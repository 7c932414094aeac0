import { approaches, careerStages, domains, levels, needSources, phases } from "./choices.ts";
import { defineCollection } from "./define.ts";
import { like } from "./draft.ts";
import { choice, choices, day, policyChoice, prose, text } from "./field.ts";
import { reference } from "./link.ts";

export default defineCollection({
  name: "needs",
  folder: "needs",
  label: "Needs",
  singular: "Need",
  icon: "search_insights",
  note: "What the needs audit found: a need of the whole organisation, a team or a role. Never a person's appraisal.",
  display: "{{title}}",
  sort: 2,
  isTracked: true,
  fields: {
    title: text("Need", "What people should come to know, do or value.", { isRequired: true, width: "full" }),
    source: choice("Found by", "Where the need showed itself.", needSources, { isRequired: true }),
    level: choice("Level", "Whose need it is.", levels, { isRequired: true, defaultValue: "whole" }),
    domain: choices("Kind of need", "One or more.", domains),
    evidence: prose("Evidence, and why it is needed", "What was seen, and what follows if nothing is done. No names.", {
      isRequired: true,
    }),
    evidence_link: text("Link to the evidence", "Where the report or the data can be found.", {
      width: "full",
      rule: like("^https?://", "Type a web address that starts with https://, or leave it empty."),
    }),
    school_urn: reference("School", "Leave empty for a need of the whole trust.", "schools"),
    staff_group: policyChoice("Staff group", "Whose need it is; leave empty for everybody's.", "staff_groups"),
    phases: choices("Pupils' ages", "Which pupils it is for; leave empty for all.", phases),
    career_stages: choices("Career stages", "Leave empty for all.", careerStages),
    priority_id: reference("Priority", "The priority that it became part of.", "priorities", { listedAs: "needs" }),
    programme_id: reference("Met by", "The programme that answers it; leave empty while none does.", "programmes", {
      listedAs: "needs",
    }),
    preferred_approach: choice("Preferred approach", "How those who raised it would like to learn.", approaches),
    raised_by_role: text("Raised by", "The team or role, such as Mathematics department; not a person's name."),
    identified_on: day("Found on", "The day of the audit or discussion."),
    state: choice(
      "State",
      "How far it got.",
      {
        suggested: "Suggested",
        agreed: "Agreed",
        planned: "Planned for",
        met: "Met",
        not_pursued: "Not pursued",
      },
      { isRequired: true, defaultValue: "agreed" },
    ),
    outcome_note: prose("What became of it", "Why it was not pursued, or how you know it is met."),
  },
});
