import { workedExample } from "../define.ts";

// P2 moved from A to B: P1 and P3 are still where they were. Two of three. P4's year is not up.
export default workedExample({
  given: {
    "marts.staff_years": `
      person_id | academic_year | school_urn | is_in_same_school_a_year_later
      p1        | 202425        | 100001     | true
      p2        | 202425        | 100001     | false
      p3        | 202425        | 100002     | true
      p4        | 202526        | 100002     |
    `,
  },
  expect: `
      school_urn | time_period | breakdown | category | numerator | denominator | value
                 | 202425      | total     | Total    | 2         | 3           | 0.6667
  `,
});
