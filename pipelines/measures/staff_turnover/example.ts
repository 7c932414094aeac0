import { workedExample } from "../define.ts";

// One of three teachers left, and she worked half time: 0.5 of 2.5 full-time equivalents is a rate of 0.2.
// P4 is no teacher. P5's year is not up.
export default workedExample({
  given: {
    "marts.staff_years": `
      person_id | academic_year | school_urn | is_teacher | fte | is_in_same_school_a_year_later
      p1        | 202425        | 100001     | true       | 0.5 | false
      p2        | 202425        | 100001     | true       | 1   | true
      p3        | 202425        | 100002     | true       | 1   | true
      p4        | 202425        | 100001     | false      | 1   | false
      p5        | 202526        | 100001     | true       | 1   |
    `,
  },
  expect: `
      school_urn | time_period | breakdown | category | numerator | denominator | value
                 | 202425      | total     | Total    | 1         | 3           | 0.2
      100001     | 202425      | total     | Total    | 1         | 2           | 0.3333
      100002     | 202425      | total     | Total    | 0         | 1           | 0
  `,
});
