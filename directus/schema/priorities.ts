import { levels } from "./choices.ts";
import { defineCollection } from "./define.ts";
import { choice, day, text } from "./field.ts";
import { list, reference } from "./link.ts";

export default defineCollection({
  name: "priorities",
  folder: "needs",
  label: "Priorities",
  singular: "Priority",
  icon: "flag",
  note: "What the development plan set out to do; every activity serves one.",
  display: "{{title}}",
  sort: 1,
  isTracked: true,
  fields: {
    title: text("Title", "In the words of the development plan.", { isRequired: true, width: "full" }),
    level: choice("Level", "Whose priority this is.", levels, { isRequired: true, defaultValue: "whole" }),
    school_urn: reference("School", "Leave empty for a priority of the whole trust.", "schools"),
    owner_role: text("Owner", "The role that answers for it, such as Deputy head; not a person's name."),
    starts_on: day("From", "The day it was agreed."),
    ends_on: day("Until", "Leave empty while it goes on."),
    needs: list("Needs", "What it rests on.", ["title", "source", "state"]),
    programmes: list("Programmes", "The programmes that serve this priority.", [
      "title",
      "state",
      "starts_on",
      "ends_on",
    ]),
  },
});
