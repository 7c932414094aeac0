import { workedExample } from "../define.ts";

// 12.5 and 20 full-time equivalents make 32.5; school C's count was suppressed when it was published.
export default workedExample({
  given: {
    "marts.outcomes": `
      school_urn | geographic_level | outcome_code           | time_period | breakdown | value | status | is_in_trust
      100001     | school           | workforce_teachers_fte | 202425      | total     | 12.5  |        | true
      100002     | school           | workforce_teachers_fte | 202425      | total     | 20    |        | true
      100003     | school           | workforce_teachers_fte | 202425      | total     |       | [c]    | true
    `,
  },
  expect: `
      school_urn | time_period | breakdown | category | numerator | denominator | value | status
                 | 202425      | total     | Total    | 32.5      |             | 32.5  |
      100001     | 202425      | total     | Total    | 12.5      |             | 12.5  |
      100002     | 202425      | total     | Total    | 20        |             | 20    |
      100003     | 202425      | total     | Total    |           |             |       | [c]
  `,
});
