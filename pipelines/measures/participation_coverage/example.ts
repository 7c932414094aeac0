import { workedExample } from "../define.ts";

// P1 completed two activities and counts once; P2's was the year before, and P3 completed none. One of three.
// Nothing is on record in school B, so it is left out; P5 joined after the census day.
export default workedExample({
  given: {
    "marts.staff_years": `
      person_id | academic_year | school_urn | staff_group | contract
      p1        | 202526        | 100001     | Teachers    | permanent
      p2        | 202526        | 100001     | Teachers    | fixed_term
      p3        | 202526        | 100001     | Support     | permanent
      p4        | 202526        | 100002     | Teachers    | permanent
    `,
    "marts.completions": `
      person_id | academic_year | school_urn
      p1        | 202526        | 100001
      p1        | 202526        | 100001
      p2        | 202425        | 100001
      p5        | 202526        | 100001
    `,
  },
  expect: `
      school_urn | time_period | breakdown   | category   | numerator | denominator | value
                 | 202526      | total       | Total      | 1         | 3           | 0.3333
                 | 202526      | staff_group | Support    | 0         | 1           | 0
                 | 202526      | staff_group | Teachers   | 1         | 2           | 0.5
                 | 202526      | contract    | Fixed term | 0         | 1           | 0
                 | 202526      | contract    | Permanent  | 1         | 2           | 0.5
      100001     | 202526      | total       | Total      | 1         | 3           | 0.3333
      100001     | 202526      | staff_group | Support    | 0         | 1           | 0
      100001     | 202526      | staff_group | Teachers   | 1         | 2           | 0.5
  `,
});
