import { workedExample } from "../define.ts";

// 0.75 of 40 pupils are 30, 0.5 of 20 are 10: together 40 of 60.
export default workedExample({
  given: {
    "marts.published_results": `
      school_urn | outcome_code      | time_period | value | population | status | is_in_trust
      100001     | own_reintegration | 202526      | 0.75  | 40         |        | true
      100002     | own_reintegration | 202526      | 0.5   | 20         |        | true
    `,
  },
  expect: `
      school_urn | time_period | breakdown | category | numerator | denominator | value
                 | 202526      | total     | Total    | 40        | 60          | 0.6667
      100001     | 202526      | total     | Total    | 30        | 40          | 0.75
      100002     | 202526      | total     | Total    | 10        | 20          | 0.5
  `,
});
