import { answerScales, waves } from "./choices.ts";
import { defineCollection } from "./define.ts";
import { atLeast, like } from "./draft.ts";
import { choice, day, flag, prose, table, text, whole } from "./field.ts";

export default defineCollection({
  name: "questionnaires",
  folder: "evaluation",
  label: "Questionnaires",
  singular: "Questionnaire",
  icon: "quiz",
  note: "What people are asked. To change a question, copy the questionnaire, raise its version and make the copy the current one: answers on another scale start a new series.",
  display: "{{title}} · version {{version}}",
  sort: 1,
  isTracked: true,
  fields: {
    title: text("Title", "What people see above the questions.", { isRequired: true, width: "full" }),
    key: text("Key", "Answers refer to it: keep it. A new version has a key of its own.", {
      isRequired: true,
      isUnique: true,
      rule: like("^[a-z][a-z0-9_]*$", "Type small letters, digits and underscores, such as our_end_of_session_2."),
    }),
    wave: choice("Asked", "When it is asked, and of whom.", waves, { isRequired: true }),
    version: whole("Version", "1, 2, 3 and so on.", {
      isRequired: true,
      defaultValue: 1,
      rule: atLeast(1, "Type a whole number, such as 1."),
    }),
    scale_id: text("Scale", "Figures on different scales are never joined: another scale here starts a new series.", {
      isRequired: true,
      rule: like("^[a-z][a-z0-9_]*$", "Type small letters, digits and underscores, such as agree_5."),
    }),
    is_current: flag("Current", "The one that new links ask. One for each moment.", true),
    introduced_on: day("Introduced on", "From when it is asked; drawn on the charts where the scale changed."),
    introduction: prose("Introduction", "One or two sentences above the questions."),
    items: table(
      "Questions",
      "In their order. Fewer are answered more: a form should take two minutes.",
      {
        key: text("Key", "Small letters and underscores; figures refer to it."),
        question: text("Question", "As people read it."),
        scale: choice("Answered by", "How it is answered.", answerScales),
        area: text("Area", "The part of the survey it belongs to; leave empty otherwise."),
        is_required: flag("Needed", "The form cannot be sent without it.", false),
      },
      "{{question}}",
    ),
  },
});
