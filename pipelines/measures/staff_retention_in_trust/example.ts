import { workedExample } from "../define.ts";

// P1 stayed and P2 left; P3 moved to the trust's other school, which is staying. P4's year is not up.
export default workedExample({
  given: {
    "marts.staff_years": `
      person_id | academic_year | school_urn | staff_group | is_in_trust_a_year_later
      p1        | 202425        | 100001     | Teachers    | true
      p2        | 202425        | 100001     | Teachers    | false
      p3        | 202425        | 100001     | Support     | true
      p4        | 202526        | 100001     | Teachers    |
    `,
  },
  expect: `
      school_urn | time_period | breakdown   | category | numerator | denominator | value
                 | 202425      | total       | Total    | 2         | 3           | 0.6667
                 | 202425      | staff_group | Support  | 1         | 1           | 1
                 | 202425      | staff_group | Teachers | 1         | 2           | 0.5
      100001     | 202425      | total       | Total    | 2         | 3           | 0.6667
      100001     | 202425      | staff_group | Support  | 1         | 1           | 1
      100001     | 202425      | staff_group | Teachers | 1         | 2           | 0.5
  `,
});
