import { workedExample } from "../define.ts";

// 0.1 of 10 full-time teachers is 1, 0.04 of 30 is 1.2: together 2.2 of 40, or 5.5%. School C's figure is not available.
export default workedExample({
  given: {
    "marts.published_results": `
      school_urn | outcome_code                 | time_period | value | population | status | is_in_trust
      100001     | workforce_moved_school_share | 202425      | 0.1   | 10         |        | true
      100002     | workforce_moved_school_share | 202425      | 0.04  | 30         |        | true
      100003     | workforce_moved_school_share | 202425      |       |            | [x]    | true
    `,
  },
  expect: `
      school_urn | time_period | breakdown | category | numerator | denominator | value | status
                 | 202425      | total     | Total    | 2.2       | 40          | 0.055 |
      100001     | 202425      | total     | Total    | 1         | 10          | 0.1   |
      100002     | 202425      | total     | Total    | 1.2       | 30          | 0.04  |
      100003     | 202425      | total     | Total    |           |             |       | [x]
  `,
});
