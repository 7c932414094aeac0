import { workedExample } from "../define.ts";

// 20 pupils for each of 10 teachers are 200, 16 for each of 30 are 480: together 680 pupils for 40 teachers, or 17 each.
export default workedExample({
  given: {
    "marts.published_results": `
      school_urn | outcome_code                  | time_period | value | population | status | is_in_trust
      100001     | workforce_pupil_teacher_ratio | 202425      | 20    | 10         |        | true
      100002     | workforce_pupil_teacher_ratio | 202425      | 16    | 30         |        | true
      100003     | workforce_pupil_teacher_ratio | 202425      |       |            | [x]    | true
    `,
  },
  expect: `
      school_urn | time_period | breakdown | category | numerator | denominator | value | status
                 | 202425      | total     | Total    | 680       | 40          | 17    |
      100001     | 202425      | total     | Total    | 200       | 10          | 20    |
      100002     | 202425      | total     | Total    | 480       | 30          | 16    |
      100003     | 202425      | total     | Total    |           |             |       | [x]
  `,
});
