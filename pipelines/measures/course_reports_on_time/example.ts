import { workedExample } from "../define.ts";

// One of three reports was in time, one late and one is missing; that of the fourth activity is not due.
export default workedExample({
  given: {
    "marts.provided_activities": `
      academic_year | school_urn | report
      202526        | 100001     | on_time
      202526        | 100001     | late
      202526        |            | missing
      202526        |            |
    `,
  },
  expect: `
      school_urn | time_period | breakdown | category | numerator | denominator | value
                 | 202526      | total     | Total    | 1         | 3           | 0.3333
      100001     | 202526      | total     | Total    | 1         | 2           | 0.5
  `,
});
