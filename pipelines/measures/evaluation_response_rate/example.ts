import { workedExample } from "../define.ts";

// 6 of 8 and 3 of 4 teachers and 1 of 4 support staff answered: 10 of 16.
export default workedExample({
  given: {
    "marts.invitations": `
      academic_year | school_urn | staff_group | wave           | invited | answered
      202526        | 100001     | Teachers    | end_of_session | 8       | 6
      202526        | 100002     | Teachers    | end_of_session | 4       | 3
      202526        | 100002     | Support     | end_of_session | 4       | 1
      202526        | 100002     | Support     | follow_up      | 2       | 2
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
