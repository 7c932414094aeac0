import { workedExample } from "../define.ts";

// P1 spent 6 hours in a programme and 2 in a one-off; P2 spent 4 in a one-off. 6 of 12 hours were sustained: of the teacher's 6 of 8, of the
// assistant's none. The third activity has no hours on record.
export default workedExample({
  given: {
    "marts.completions": `
      person_id | activity_number | academic_year | school_urn | staff_group | hours
      1         | 1               | 202526        | 100001     | Teachers    | 6
      1         | 2               | 202526        | 100001     | Teachers    | 2
      2         | 2               | 202526        | 100001     | Support     | 4
      2         | 3               | 202526        | 100001     | Support     |
    `,
    "marts.provided_activities": `
      activity_number | is_sustained
      1               | true
      2               | false
      3               | true
    `,
  },
  expect: `
      school_urn | time_period | breakdown   | category | numerator | denominator | value
                 | 202526      | total       | Total    | 6         | 12          | 0.5
                 | 202526      | staff_group | Support  | 0         | 4           | 0
                 | 202526      | staff_group | Teachers | 6         | 8           | 0.75
  `,
});
