import { workedExample } from "../define.ts";

// 20 pupils for each of 10 teachers are 200, 16 for each of 30 are 480: together 680 pupils for 40 teachers, or 17 each.
export default workedExample({
  given: {
    "marts.outcomes": `
      school_urn | geographic_level | outcome_code                  | time_period | breakdown | value | status | is_in_trust
      100001     | school           | workforce_pupil_teacher_ratio | 202425      | total     | 20    |        | true
      100001     | school           | workforce_teachers_fte        | 202425      | total     | 10    |        | true
      100002     | school           | workforce_pupil_teacher_ratio | 202425      | total     | 16    |        | true
      100002     | school           | workforce_teachers_fte        | 202425      | total     | 30    |        | true
      100003     | school           | workforce_pupil_teacher_ratio | 202425      | total     |       | [x]    | true
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
