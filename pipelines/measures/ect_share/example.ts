import { workedExample } from "../define.ts";

// P1's induction is running; P2 passed in July; P3 never was in one. One of three.
export default workedExample({
  given: {
    "marts.staff_years": `
      person_id | academic_year | census_on  | is_teacher
      p1        | 202526        | 2025-11-01 | true
      p2        | 202526        | 2025-11-01 | true
      p3        | 202526        | 2025-11-01 | true
      p4        | 202526        | 2025-11-01 | false
    `,
    "marts.inductions": `
      person_id | starts_on  | ends_on
      p1        | 2025-09-01 | 9999-12-31
      p2        | 2023-09-01 | 2025-07-31
    `,
  },
  expect: `
      school_urn | time_period | breakdown | category | numerator | denominator | value
                 | 202526      | total     | Total    | 1         | 3           | 0.3333
  `,
});
