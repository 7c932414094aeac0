import { workedExample } from "../define.ts";

// One of two was shared; of the third it was agreed that there is nothing to share, and the fourth ended lately.
export default workedExample({
  given: {
    "marts.provided_activities": `
      academic_year | school_urn | sharing
      202526        | 100001     | done
      202526        |            | missing
      202526        | 100001     | nothing_to_share
      202526        | 100001     |
    `,
  },
  expect: `
      school_urn | time_period | breakdown | category | numerator | denominator | value
                 | 202526      | total     | Total    | 1         | 2           | 0.5
      100001     | 202526      | total     | Total    | 1         | 1           | 1
  `,
});
