import { workedExample } from "../define.ts";

// £900 of fees and £600 of cover for 1 + 0.5 full-time equivalent teachers: £1,500 ÷ 1.5 = £1,000. Staff time is left out, and P3 is no teacher.
export default workedExample({
  given: {
    "marts.costs": `
      academic_year | amount | is_staff_time
      202526        | 900    | false
      202526        | 600    | false
      202526        | 500    | true
      202425        | 100    | false
    `,
    "marts.staff_years": `
      academic_year | person_id | is_teacher | fte
      202526        | p1        | true       | 1
      202526        | p2        | true       | 0.5
      202526        | p3        | false      | 1
    `,
  },
  expect: `
      school_urn | time_period | breakdown | category | numerator | denominator | value
                 | 202526      | total     | Total    | 1500      | 1.5         | 1000
  `,
});
