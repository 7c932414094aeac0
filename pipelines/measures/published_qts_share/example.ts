import { workedExample } from "../define.ts";

// 0.9 of 10 teachers is 9, all of 30 is 30: together 39 of 40. School C's teachers are not known.
export default workedExample({
  given: {
    "marts.published_results": `
      school_urn | outcome_code        | time_period | value | population | status | is_in_trust
      100001     | workforce_qts_share | 202425      | 0.9   | 10         |        | true
      100002     | workforce_qts_share | 202425      | 1     | 30         |        | true
      100003     | workforce_qts_share | 202425      |       |            | [x]    | true
    `,
  },
  expect: `
      school_urn | time_period | breakdown | category | numerator | denominator | value | status
                 | 202425      | total     | Total    | 39        | 40          | 0.975 |
      100001     | 202425      | total     | Total    | 9         | 10          | 0.9   |
      100002     | 202425      | total     | Total    | 30        | 30          | 1     |
      100003     | 202425      | total     | Total    |           |             |       | [x]
  `,
});
