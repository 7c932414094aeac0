import { workedExample } from "../define.ts";

// In school A two of three teachers hold the status on 1 November 2025: P3 gained it three months later.
// In school B nothing is on record, so it is left out. P5 is no teacher.
export default workedExample({
  given: {
    "marts.staff_years": `
      person_id | academic_year | census_on  | school_urn | is_teacher
      p1        | 202526        | 2025-11-01 | 100001     | true
      p2        | 202526        | 2025-11-01 | 100001     | true
      p3        | 202526        | 2025-11-01 | 100001     | true
      p4        | 202526        | 2025-11-01 | 100002     | true
      p5        | 202526        | 2025-11-01 | 100001     | false
    `,
    "marts.qualification_holders": `
      person_id | is_qualified_teacher_status | held_from_on | held_to_on
      p1        | true                        | 1900-01-01   | 9999-12-31
      p2        | true                        | 2019-07-31   | 9999-12-31
      p3        | true                        | 2026-02-01   | 9999-12-31
      p4        | false                       | 2020-07-31   | 9999-12-31
    `,
  },
  expect: `
      school_urn | time_period | breakdown | category | numerator | denominator | value
                 | 202526      | total     | Total    | 2         | 3           | 0.6667
      100001     | 202526      | total     | Total    | 2         | 3           | 0.6667
  `,
});
