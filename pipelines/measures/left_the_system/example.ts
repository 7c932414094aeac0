import { workedExample } from "../define.ts";

// 0.1 of 10 full-time teachers is 1, 0.08 of 30 is 2.4: together 3.4 of 40, or 8.5%. School C's figure is not available.
export default workedExample({
  given: {
    "marts.published_results": `
      school_urn | outcome_code                | time_period | value | population | status | is_in_trust
      100001     | workforce_left_system_share | 202425      | 0.1   | 10         |        | true
      100002     | workforce_left_system_share | 202425      | 0.08  | 30         |        | true
      100003     | workforce_left_system_share | 202425      |       |            | [x]    | true
    `,
  },
  expect: `
      school_urn | time_period | breakdown | category | numerator | denominator | value | status
                 | 202425      | total     | Total    | 3.4       | 40          | 0.085 |
      100001     | 202425      | total     | Total    | 1         | 10          | 0.1   |
      100002     | 202425      | total     | Total    | 2.4       | 30          | 0.08  |
      100003     | 202425      | total     | Total    |           |             |       | [x]
  `,
});
