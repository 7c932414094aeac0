import { workedExample } from "../define.ts";

// Two of three follow-ups that are due were done; the fourth is not due yet.
export default workedExample({
  given: {
    "marts.provided_activities": `
      academic_year | school_urn | follow_up
      202526        | 100001     | done
      202526        | 100001     | missing
      202526        |            | done
      202526        |            |
    `,
  },
  expect: `
      school_urn | time_period | breakdown | category | numerator | denominator | value
                 | 202526      | total     | Total    | 2         | 3           | 0.6667
      100001     | 202526      | total     | Total    | 1         | 2           | 0.5
  `,
});
