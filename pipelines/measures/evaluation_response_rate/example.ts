import { workedExample } from "../define.ts";

// Teachers answered 6 of 8 and 3 of 4 invitations, support staff 1 of 4: together 10 of 16.
export default workedExample({
  given: {
    "marts.invitations": `
      person_id | academic_year | school_urn | staff_group | wave           | invited | answered
      p1        | 202526        | 100001     | Teachers    | end_of_session | 8       | 6
      p2        | 202526        | 100002     | Teachers    | end_of_session | 4       | 3
      p3        | 202526        | 100002     | Support     | end_of_session | 4       | 1
      p3        | 202526        | 100002     | Support     | follow_up      | 2       | 2
    `,
  },
  expect: `
      school_urn | time_period | breakdown   | category | numerator | denominator | value
                 | 202526      | total       | Total    | 10        | 16          | 0.625
                 | 202526      | staff_group | Support  | 1         | 4           | 0.25
                 | 202526      | staff_group | Teachers | 9         | 12          | 0.75
      100001     | 202526      | total       | Total    | 6         | 8           | 0.75
      100001     | 202526      | staff_group | Teachers | 6         | 8           | 0.75
      100002     | 202526      | total       | Total    | 4         | 8           | 0.5
      100002     | 202526      | staff_group | Support  | 1         | 4           | 0.25
      100002     | 202526      | staff_group | Teachers | 3         | 4           | 0.75
  `,
});
