import { workedExample } from "../define.ts";

// P1 holds two NPQs and counts once; P2's was gained after the census day; P3 holds QTS alone. One of three.
export default workedExample({
  given: {
    "marts.staff_years": `
      person_id | academic_year | census_on  | school_urn | is_teacher
      p1        | 202526        | 2025-11-01 | 100001     | true
      p2        | 202526        | 2025-11-01 | 100001     | true
      p3        | 202526        | 2025-11-01 | 100001     | true
      p4        | 202526        | 2025-11-01 | 100002     | true
    `,
    "marts.qualification_holders": `
      person_id | is_npq | held_from_on | held_to_on
      p1        | true   | 2021-01-15   | 9999-12-31
      p1        | true   | 2024-01-15   | 9999-12-31
      p2        | true   | 2026-01-15   | 9999-12-31
      p3        | false  | 2018-07-31   | 9999-12-31
    `,
  },
  expect: `
      school_urn | time_period | breakdown | category | numerator | denominator | value
                 | 202526      | total     | Total    | 1         | 3           | 0.3333
      100001     | 202526      | total     | Total    | 1         | 3           | 0.3333
  `,
});
