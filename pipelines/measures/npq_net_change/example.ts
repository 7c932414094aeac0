import { workedExample } from "../define.ts";

// P1 and P2 gained one and stayed, P3 left with one, P4 gained one and left, P5 holds one and stayed: 2 − 1 over five people is 0.2.
// P6 is not of this staff; P7's year is not up.
export default workedExample({
  given: {
    "marts.staff_years": `
      person_id | academic_year | is_teacher | is_in_trust_a_year_later
      p1        | 202425        | true       | true
      p2        | 202425        | true       | true
      p3        | 202425        | true       | false
      p4        | 202425        | true       | false
      p5        | 202425        | true       | true
      p6        | 202425        | false      | false
      p7        | 202526        | true       |
    `,
    "marts.holder_years": `
      person_id | academic_year | kind | is_holder | is_gained
      p1        | 202425        | NPQ  | false     | true
      p2        | 202425        | NPQ  | false     | true
      p3        | 202425        | NPQ  | true      | false
      p4        | 202425        | NPQ  | false     | true
      p5        | 202425        | NPQ  | true      | false
      p6        | 202425        | NPQ  | true      | false
    `,
  },
  expect: `
      school_urn | time_period | breakdown | category | numerator | denominator | value
                 | 202425      | total     | Total    | 1         | 5           | 0.2
  `,
});
