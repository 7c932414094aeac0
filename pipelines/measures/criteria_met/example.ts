import { workedExample } from "../define.ts";

// Two of three activities met all; the one of 2024/25 is from a year in which nothing was ticked.
export default workedExample({
  given: {
    "marts.provided_activities": `
      academic_year | school_urn | criteria
      202526        | 100001     | met
      202526        | 100001     | not_met
      202526        |            | met
      202425        | 100001     |
    `,
  },
  expect: `
      school_urn | time_period | breakdown | category | numerator | denominator | value
                 | 202526      | total     | Total    | 2         | 3           | 0.6667
      100001     | 202526      | total     | Total    | 1         | 2           | 0.5
  `,
});
