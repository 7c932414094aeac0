import { workedExample } from "../define.ts";

// P1 spent 6 + 2 hours, P2 spent 1 and P3 none: 9 hours over three people is 3. P4's school has nothing on record.
export default workedExample({
  given: {
    "marts.staff_years": `
      person_id | academic_year | school_urn | staff_group | contract
      1         | 202526        | 100001     | Teachers    | permanent
      2         | 202526        | 100001     | Teachers    | fixed_term
      3         | 202526        | 100001     | Support     | permanent
      4         | 202526        | 100002     | Teachers    | permanent
    `,
    "marts.completions": `
      person_id | academic_year | school_urn | hours
      1         | 202526        | 100001     | 6
      1         | 202526        | 100001     | 2
      2         | 202526        | 100001     | 1
      3         | 202425        | 100001     | 5
    `,
  },
  expect: `
      school_urn | time_period | breakdown   | category   | numerator | denominator | value
                 | 202526      | total       | Total      | 9         | 3           | 3
                 | 202526      | staff_group | Support    | 0         | 1           | 0
                 | 202526      | staff_group | Teachers   | 9         | 2           | 4.5
                 | 202526      | contract    | Fixed term | 1         | 1           | 1
                 | 202526      | contract    | Permanent  | 8         | 2           | 4
      100001     | 202526      | total       | Total      | 9         | 3           | 3
      100001     | 202526      | staff_group | Support    | 0         | 1           | 0
      100001     | 202526      | staff_group | Teachers   | 9         | 2           | 4.5
  `,
});
