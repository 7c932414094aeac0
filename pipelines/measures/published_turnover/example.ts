import { workedExample } from "../define.ts";

// 0.2 of 10 full-time teachers is 2, 0.12 of 30 is 3.6: together 5.6 of 40, or 14%. School C's figure is not available.
export default workedExample({
  given: {
    "marts.published_results": `
      school_urn | outcome_code             | time_period | value | population | status | is_in_trust
      100001     | workforce_turnover_share | 202425      | 0.2   | 10         |        | true
      100002     | workforce_turnover_share | 202425      | 0.12  | 30         |        | true
      100003     | workforce_turnover_share | 202425      |       |            | [x]    | true
    `,
  },
  expect: `
      school_urn | time_period | breakdown | category | numerator | denominator | value | status
                 | 202425      | total     | Total    | 5.6       | 40          | 0.14  |
      100001     | 202425      | total     | Total    | 2         | 10          | 0.2   |
      100002     | 202425      | total     | Total    | 3.6       | 30          | 0.12  |
      100003     | 202425      | total     | Total    |           |             |       | [x]
  `,
});
