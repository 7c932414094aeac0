import { workedExample } from "../define.ts";

// Teachers answered 3 of 4 follow-ups, support staff 1 of 2: together 4 of 6.
export default workedExample({
  given: {
    "marts.invitations": `
      person_id | academic_year | school_urn | staff_group | wave           | invited | answered
      1         | 202526        | 100001     | Teachers    | follow_up      | 3       | 2
      2         | 202526        | 100002     | Teachers    | follow_up      | 1       | 1
      3         | 202526        | 100002     | Support     | follow_up      | 2       | 1
      3         | 202526        | 100002     | Support     | end_of_session | 4       | 4
    `,
  },
  expect: `
      school_urn | time_period | breakdown   | category | numerator | denominator | value
                 | 202526      | total       | Total    | 4         | 6           | 0.6667
                 | 202526      | staff_group | Support  | 1         | 2           | 0.5
                 | 202526      | staff_group | Teachers | 3         | 4           | 0.75
      100001     | 202526      | total       | Total    | 2         | 3           | 0.6667
      100002     | 202526      | total       | Total    | 2         | 3           | 0.6667
  `,
});
