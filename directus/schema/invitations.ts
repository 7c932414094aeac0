import { waves } from "./choices.ts";
import { defineCollection } from "./define.ts";
import { choice, day, hidden, policyChoice, step, structure, text } from "./field.ts";
import { reference } from "./link.ts";

// It knows that an answer came, never which: no reference to an answer, no time of its own, nothing that changes when one comes but `state`.
export default defineCollection({
  name: "invitations",
  folder: "evaluation",
  label: "Invitations",
  singular: "Invitation",
  icon: "mail",
  note: "One link to one form for one person. It learns that an answer came, never what it said. Made and sent by themselves.",
  display: "{{activity_id.title}} · {{wave}}",
  sort: 2,
  isTracked: false,
  isDated: false,
  fields: {
    wave: choice(
      "Asked",
      "What the link asks for.",
      { ...waves, gap_task: "Gap task" },
      { isRequired: true, isIndexed: true },
    ),
    activity_id: reference("Activity", "What it is about; empty for the staff survey.", "activities"),
    participation_id: reference("Participation", "Whose it is.", "participations", { onDelete: "CASCADE" }),
    staff_id: reference(
      "Member of staff",
      "To whom it goes; empty for a provider, who writes a gap task's first stage.",
      "staff",
      {
        onDelete: "CASCADE",
      },
    ),
    school_urn: reference("School", "Where they work, for following up who has been asked.", "schools"),
    questionnaire_id: reference("Questionnaire", "What is asked.", "questionnaires"),
    evidence_id: reference("Gap task", "The task whose stage is to be filled in.", "evidence", { onDelete: "CASCADE" }),
    stage: step("Stage", "Of a gap task.", { 1: "1: intent", 2: "2: task", 3: "3: second session", 4: "4: impact" }),
    survey_period: text("Survey", "Which staff survey, such as 202627."),
    state: choice(
      "State",
      "Whether an answer came.",
      {
        due: "To be sent",
        sent: "Sent",
        answered: "Answered",
        expired: "Expired",
        cancelled: "Cancelled",
      },
      { isRequired: true, defaultValue: "due", isIndexed: true },
    ),
    opens_on: day("From", "The day it is due to be sent."),
    closes_on: day("Until", "Answers in time are counted together when this day is over.", { isIndexed: true }),
    expires_on: day("Link works until", "Later answers are kept and counted in groups.", { isIndexed: true }),
    sent_on: structure("Sent on", "The days on which e-mails went out; three at most."),
    token_hashes: hidden(
      text("Fingerprints of the link", "What the link's code is checked against; the code itself is not kept."),
    ),
    answer_school_urn: reference("An answer may carry the school", "Empty where too few are asked.", "schools"),
    answer_staff_group: policyChoice("An answer may carry the group", "Empty where too few are asked.", "staff_groups"),
    drawn_on: day("Drawn on", "For a follow-up: the day the sample was drawn."),
    replaces_id: reference("Replaces", "The invitation in whose place this one was drawn.", "invitations"),
    replaced_because: choice("Because", "Why the other was replaced.", {
      left: "They left",
      long_absence: "Long absence",
      archived: "Their record was archived",
    }),
  },
});
