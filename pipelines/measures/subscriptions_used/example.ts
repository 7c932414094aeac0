import { workedExample } from "../define.ts";

// Two of three are used; the users of the last are not known.
export default workedExample({
  given: {
    "marts.subscriptions": `
      subscription_id | academic_year | users
      s1              | 202526        | 200
      s2              | 202526        | 0
      s3              | 202526        | 10
      s4              | 202526        |
    `,
  },
  expect: `
      school_urn | time_period | breakdown | category | numerator | denominator | value
                 | 202526      | total     | Total    | 2         | 3           | 0.6667
  `,
});
