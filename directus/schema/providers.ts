import { defineCollection } from "./define.ts";
import { choice, day, prose, text } from "./field.ts";

export default defineCollection({
  name: "providers",
  folder: "provision",
  label: "Providers",
  singular: "Provider",
  icon: "storefront",
  note: "Who delivers development, from inside or outside.",
  display: "{{name}}",
  sort: 4,
  isTracked: true,
  fields: {
    name: text("Name", "As on their invoices.", { isRequired: true, width: "full" }),
    kind: choice(
      "Kind",
      "What sort of provider they are.",
      {
        own_school: "One of our schools",
        trust: "The trust",
        teaching_school_hub: "Teaching school hub",
        university: "University",
        external: "Another provider",
      },
      { isRequired: true, defaultValue: "external" },
    ),
    quality_assured_on: day("Quality assured on", "The last time someone checked; leave empty if nobody has."),
    notes: prose("Notes", "What the next person should know; not about individuals."),
  },
});
