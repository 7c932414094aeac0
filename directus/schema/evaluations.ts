import { waves } from "./choices.ts";
import { defineCollection } from "./define.ts";
import { between } from "./draft.ts";
import { choice, policyChoice, structure, text, whole } from "./field.ts";
import { reference } from "./link.ts";

// An answer may never lead to a person: no person, no date, no order of arrival, and no record of who saved it when.
export default defineCollection({
  name: "evaluations",
  folder: "evaluation",
  label: "Evaluations",
  singular: "Evaluation",
  icon: "rate_review",
  note: "One answer to one questionnaire. Nothing here says who answered or when.",
  display: "{{activity_id.title}} · {{wave}}",
  sort: 4,
  isTracked: false,
  isDated: false,
  fields: {
    activity_id: reference("Activity", "What the answer is about; empty for the staff survey.", "activities"),
    school_urn: reference("School", "Where whoever answered works.", "schools"),
    staff_group: policyChoice("Staff group", "The group of whoever answered.", "staff_groups"),
    wave: choice(
      "Wave",
      "When people were asked: at the end, months later, of a leader when it closed, or of all staff once a year.",
      waves,
      { isRequired: true, isIndexed: true },
    ),
    survey_period: text("Survey", "Which staff survey, such as 202627."),
    batch: whole(
      "Batch",
      "0 for an answer in time; late answers are numbered 1, 2 and so on by the group in which they count, imported ones by their file.",
      {
        isRequired: true,
        defaultValue: 0,
        rule: between(0, 99_999_999, "Type 0 for an answer that came in time."),
      },
    ),
    questionnaire: text("Questionnaire", "Which questions were asked.", { isRequired: true }),
    scale_id: text("Scale", "The scale of the answers; figures on different scales are never joined."),
    answers: structure("Answers", "The answers, by question.", { isRequired: true }),
  },
});
