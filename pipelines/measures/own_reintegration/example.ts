import { workedExample } from "../define.ts";

// 0.75 of 40 pupils are 30; 0.4167 of 12 are 5.0004, which is 5 pupils: together 35 of 52.
export default workedExample({
  given: {
    "marts.published_results": `
      school_urn | outcome_code      | time_period | value  | population | status | is_in_trust
      100001     | own_reintegration | 202526      | 0.75   | 40         |        | true
      100002     | own_reintegration | 202526      | 0.4167 | 12         |        | true
    `,
  },
  expect: `
      school_urn | time_period | breakdown | category | numerator | denominator | value
                 | 202526      | total     | Total    | 35        | 52          | 0.6731
      100001     | 202526      | total     | Total    | 30        | 40          | 0.75
      100002     | 202526      | total     | Total    | 5         | 12          | 0.4167
  `,
});
