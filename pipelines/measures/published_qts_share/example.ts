import { workedExample } from "../define.ts";

// 0.9 of 10 teachers is 9, all of 30 is 30: together 39 of 40.
export default workedExample({
  given: {
    "marts.outcomes": `
      school_urn | geographic_level | outcome_code           | time_period | breakdown | value | status | is_in_trust
      100001     | school           | workforce_qts_share    | 202425      | total     | 0.9   |        | true
      100001     | school           | workforce_teachers_fte | 202425      | total     | 10    |        | true
      100002     | school           | workforce_qts_share    | 202425      | total     | 1     |        | true
      100002     | school           | workforce_teachers_fte | 202425      | total     | 30    |        | true
    `,
  },
  expect: `
      school_urn | time_period | breakdown | category | numerator | denominator | value
                 | 202425      | total     | Total    | 39        | 40          | 0.975
      100001     | 202425      | total     | Total    | 9         | 10          | 0.9
      100002     | 202425      | total     | Total    | 30        | 30          | 1
  `,
});
