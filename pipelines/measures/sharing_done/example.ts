import { workedExample } from "../define.ts";

// Two of three were done.
export default workedExample({
  given: {
    "marts.agreed_sharing": `
      academic_year | school_urn | is_done
      202526        | 100001     | true
      202526        | 100001     | false
      202526        |            | true
    `,
  },
  expect: `
      school_urn | time_period | breakdown | category | numerator | denominator | value
                 | 202526      | total     | Total    | 2         | 3           | 0.6667
      100001     | 202526      | total     | Total    | 1         | 2           | 0.5
  `,
});
