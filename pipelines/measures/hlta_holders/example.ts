import { workedExample } from "../define.ts";

// P1 holds it; P2 gains it within the year, and is no holder on the census day; P3 has none. One of three. P4 is a teacher.
export default workedExample({
  given: {
    "marts.staff_years": `
      person_id | academic_year | is_teacher
      p1        | 202526        | false
      p2        | 202526        | false
      p3        | 202526        | false
      p4        | 202526        | true
    `,
    "marts.holder_years": `
      person_id | academic_year | kind | is_holder | is_gained
      p1        | 202526        | HLTA | true      | false
      p2        | 202526        | HLTA | false     | true
      p4        | 202526        | NPQ  | true      | false
    `,
  },
  expect: `
      school_urn | time_period | breakdown | category | numerator | denominator | value
                 | 202526      | total     | Total    | 1         | 3           | 0.3333
  `,
});
