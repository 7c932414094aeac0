import { workedExample } from "../define.ts";

// Of three teachers one stayed, one left the organisation and one, half time, moved within it: 0.5 of 2.5 full-time equivalents is 0.2.
// P4 is no teacher. P5's year is not up.
export default workedExample({
  given: {
    "marts.staff_years": `
      person_id | academic_year | is_teacher | fte | is_in_same_school_a_year_later | is_in_trust_a_year_later
      p1        | 202425        | true       | 1   | true                           | true
      p2        | 202425        | true       | 1   | false                          | false
      p3        | 202425        | true       | 0.5 | false                          | true
      p4        | 202425        | false      | 1   | false                          | true
      p5        | 202526        | true       | 1   |                                |
    `,
  },
  expect: `
      school_urn | time_period | breakdown | category | numerator | denominator | value
                 | 202425      | total     | Total    | 1         | 3           | 0.2
  `,
});
