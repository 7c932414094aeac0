import { defineCollection } from "./define.ts";
import { choice, day, prose, table, text, whole } from "./field.ts";
import { heading, reference, underHeading } from "./link.ts";

const words = { under: "words" };
const made = { under: "made" };

export default defineCollection({
  name: "editions",
  folder: "governance",
  label: "Papers and decisions",
  singular: "Paper",
  icon: "gavel",
  note: "A paper for one meeting: the words people write, and what the meeting decided. Its figures stay those of its release.",
  display: "{{title}}",
  sort: 1,
  isTracked: true,
  fields: {
    title: text("Title", "As on the agenda.", { isRequired: true, width: "full" }),
    kind: choice(
      "Kind",
      "What sort of paper it is.",
      {
        annual_report: "Annual impact report",
        board_paper: "Board paper",
        course_report: "Course evaluation report",
        subscriptions_review: "Review of subscriptions and agreements",
        minute: "Board item without a paper",
      },
      { isRequired: true, defaultValue: "board_paper" },
    ),
    school_urn: reference("School", "Leave empty for the trust's board.", "schools"),
    time_period: whole("Academic year", "As a number: 202526 is 2025/26."),
    meeting_on: day("Meeting on", "Papers go out eight days before.", { isRequired: true, isIndexed: true }),
    presented_by_role: text("Presented by", "The role; not a name."),
    state: choice(
      "State",
      "A paper that has gone out does not change.",
      { draft: "Draft", final: "Gone out", discussed: "Discussed" },
      { isRequired: true, defaultValue: "draft" },
    ),

    words: heading("Words", "What figures cannot say. Figures and sentences about them write themselves.", "edit_note"),
    decision_asked: prose("Decision asked", "What the meeting is to decide, in one sentence.", words),
    sections: underHeading(
      "words",
      table(
        "Sections",
        "Your words under a heading of the report.",
        { section: text("Heading", "As in the policy's outline."), words: prose("Words", "Yours.") },
        "{{section}}",
      ),
    ),
    forward_plan: prose("Planned", "What comes next, and when.", words),
    future_needs: prose("Future needs", "What the board should know is needed.", words),
    lead_role_evaluation: prose(
      "Evaluation of the CPD lead's role",
      "For the board only; written by somebody else than the CPD lead.",
      words,
    ),
    lead_role_evaluated_by: text("Evaluated by", "The role.", words),

    decisions: table(
      "Decisions",
      "What the meeting decided, who sees to it and by when.",
      {
        decision: text("Decision", "In one sentence."),
        owner_role: text("Who", "The role that sees to it."),
        due_on: day("By", "When it should be done."),
        done_on: day("Done on", "Leave empty until it is."),
      },
      "{{decision}}",
    ),

    made: heading("How it was made", "Filled in when the paper is made.", "fingerprint"),
    number: whole("Number", "Of the edition, counted over all papers.", made),
    release_id: text("Release", "The figures it rests on.", made),
    sha256: text("Fingerprint", "Of the PDF, as SHA-256.", made),
    made_on: day("Made on", "When.", made),
  },
});
