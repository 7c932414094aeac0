import { defineCollection } from "./define.ts";
import { atLeast, like } from "./draft.ts";
import { choice, day, tags, text, whole } from "./field.ts";

export default defineCollection({
  name: "schools",
  folder: "settings",
  label: "Schools",
  singular: "School",
  icon: "location_city",
  note: "The trust's own schools and those that figures are published for. Ours are those with the policy's trust UID.",
  display: "{{name}}",
  sort: 2,
  isTracked: false,
  isImported: true,
  key: {
    urn: text("URN", "The unique reference number in Get Information About Schools.", {
      isRequired: true,
      rule: like("^[0-9]{6}$", "Type the six figures of the URN, as in Get Information About Schools."),
    }),
  },
  fields: {
    name: text("Name", "As in Get Information About Schools.", { isRequired: true }),
    phase: choice("Phase", "The ages it teaches.", {
      nursery: "Nursery",
      primary: "Primary",
      secondary: "Secondary",
      all_through: "All-through",
      special: "Special",
      alternative_provision: "Alternative provision",
      post_16: "Post-16",
    }),
    establishment_type: text("Type", "Such as Academy converter."),
    local_authority_code: text("Local authority code", "Three figures, such as 936."),
    local_authority: text("Local authority", "Its name."),
    opened_on: day("Opened on", "Under this URN."),
    closed_on: day("Closed on", "Under this URN; leave empty while it is open."),
    trust_uid: text("Trust UID", "The group the school belongs to; ours when it is the policy's.", { isIndexed: true }),
    trust_name: text("Trust", "The group's name."),
    trust_joined_on: day("Joined the trust on", "The day it became part of that trust."),
    trust_left_on: day("Left the trust on", "Leave empty while it belongs to it."),
    predecessor_urns: tags("Earlier URNs", "Those under which the same school was known before it converted."),
    pupils: whole("Pupils", "On roll, at the last count.", {
      rule: atLeast(0, "Type the number of pupils as a whole number; 0 or more."),
    }),
  },
});
