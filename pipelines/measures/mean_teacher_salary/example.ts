import { workedExample } from "../define.ts";

// £40,000 for each of 10 teachers and £44,000 for each of 30: £1,720,000 over 40, or £43,000. School C's teachers are not known.
export default workedExample({
  given: {
    "marts.outcomes": `
      school_urn | geographic_level | outcome_code           | time_period | breakdown | value | status | is_in_trust
      100001     | school           | workforce_mean_salary  | 202425      | total     | 40000 |        | true
      100001     | school           | workforce_teachers_fte | 202425      | total     | 10    |        | true
      100002     | school           | workforce_mean_salary  | 202425      | total     | 44000 |        | true
      100002     | school           | workforce_teachers_fte | 202425      | total     | 30    |        | true
      100003     | school           | workforce_mean_salary  | 202425      | total     | 41000 |        | true
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
