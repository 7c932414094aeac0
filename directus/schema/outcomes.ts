import { outcomeMeasures, statusCodes } from "./choices.ts";
import { defineCollection } from "./define.ts";
import { between, like } from "./draft.ts";
import { choice, day, decimal, text, whole } from "./field.ts";
import { reference } from "./link.ts";

export default defineCollection({
  name: "outcomes",
  folder: "outcomes",
  label: "Published figures",
  singular: "Published figure",
  icon: "query_stats",
  note: "One published number about a school, or about an area or the nation to compare with, and where it is from.",
  display: "{{measure_code}} · {{time_period}} · {{geography_name}}",
  sort: 1,
  isTracked: false,
  isImported: true,
  fields: {
    geographic_level: choice(
      "About",
      "What the figure describes; those not about a school are comparisons.",
      { school: "A school", trust: "A trust", local_authority: "A local authority", national: "The nation" },
      { isRequired: true },
    ),
    school_urn: reference("School", "Empty for figures about an area.", "schools"),
    geography_code: text("Code of the area", "As published, such as 936 for Surrey."),
    geography_name: text("Name of the area", "As published."),
    published_urn: text("URN as published", "An older URN where the school has since converted."),
    measure_code: choice("Measure", "What was measured.", outcomeMeasures, {
      isRequired: true,
      isIndexed: true,
    }),
    time_period: whole("Academic year", "As a number: 202526 is 2025/26.", {
      isRequired: true,
      rule: between(190001, 209900, "Type the academic year as six figures, such as 202526 for 2025/26."),
    }),
    breakdown: text("Breakdown", "What the category divides by; total for everybody.", {
      isRequired: true,
      defaultValue: "total",
    }),
    category: text("Category", "Total for everybody.", { isRequired: true, defaultValue: "Total" }),
    value: decimal("Value", "Empty where none was published; a share lies between 0 and 1."),
    lower: decimal("Lower limit", "Of the published interval."),
    upper: decimal("Upper limit", "Of the published interval."),
    population: decimal("Population", "How many pupils or posts it is about; the weight in totals."),
    unit: choice("Unit", "What the value counts.", {
      percent: "Share",
      mean: "Mean",
      count: "Count",
      money: "Pounds",
      hours: "Hours",
      ratio: "Ratio",
      points: "Points",
    }),
    status_code: choice("Status", "Why there is no ordinary value.", statusCodes, {
      isRequired: true,
      defaultValue: "",
    }),
    source_code: text("As published", "What the file had in place of a value, such as SUPP."),
    release_status: choice(
      "Release",
      "How final the figure is.",
      { provisional: "Provisional", revised: "Revised", final: "Final" },
      { isRequired: true, defaultValue: "final" },
    ),
    source_title: text("Source", "The publication it is from.", { width: "full" }),
    source_url: text("Address", "Where the publication can be found.", {
      width: "full",
      rule: like("^https?://", "Type a web address that starts with https://."),
    }),
    publisher: text("Publisher", "Who published it."),
    licence: text("Licence", "Under which it may be used, such as Open Government Licence v3.0."),
    retrieved_on: day("Retrieved on", "The day the file was downloaded."),
  },
});
