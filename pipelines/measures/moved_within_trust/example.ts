import { workedExample } from "../define.ts";

// Of four one stayed, one left the organisation and two moved within it: 2 of 4. P5's year is not up.
export default workedExample({
  given: {
    "marts.staff_years": `
      person_id | academic_year | is_in_same_school_a_year_later | is_in_trust_a_year_later
      p1        | 202425        | true                           | true
      p2        | 202425        | false                          | false
      p3        | 202425        | false                          | true
      p4        | 202425        | false                          | true
      p5        | 202526        |                                |
    `,
  },
  expect: `
      school_urn | time_period | breakdown | category | numerator | denominator | value
                 | 202425      | total     | Total    | 2         | 4           | 0.5
  `,
});
