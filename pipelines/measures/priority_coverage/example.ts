import { workedExample } from "../define.ts";

// Two of three priorities were served; school A's own was not.
export default workedExample({
  given: {
    "marts.priority_years": `
      academic_year | school_urn | has_activity
      202526        |            | true
      202526        |            | true
      202526        | 100001     | false
    `,
  },
  expect: `
      school_urn | time_period | breakdown | category | numerator | denominator | value
                 | 202526      | total     | Total    | 2         | 3           | 0.6667
      100001     | 202526      | total     | Total    | 0         | 1           | 0
  `,
});
