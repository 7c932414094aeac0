import { workedExample } from "../define.ts";

// £40,000 for each of 10 teachers and £44,000 for each of 30: £1,720,000 over 40, or £43,000. School C's teachers are not known.
export default workedExample({
  given: {
    "marts.published_results": `
      school_urn | outcome_code          | time_period | value | population | status | is_in_trust
      100001     | workforce_mean_salary | 202425      | 40000 | 10         |        | true
      100002     | workforce_mean_salary | 202425      | 44000 | 30         |        | true
      100003     | workforce_mean_salary | 202425      |       |            | [x]    | true
    `,
  },
  expect: `
      school_urn | time_period | breakdown | category | numerator | denominator | value | status
                 | 202425      | total     | Total    | 1720000   | 40          | 43000 |
      100001     | 202425      | total     | Total    | 400000    | 10          | 40000 |
      100002     | 202425      | total     | Total    | 1320000   | 30          | 44000 |
      100003     | 202425      | total     | Total    |           |             |       | [x]
  `,
});
