import { workedExample } from "../define.ts";

// Two of three said yes, one of them and the no about coaching; the fourth left the question out.
export default workedExample({
  given: {
    "marts.evaluations": `
      academic_year | school_urn | programme | wave           | scale_id   | wants_more
      202526        | 100001     | Coaching  | end_of_session | agree_5    | true
      202526        | 100001     | Coaching  | end_of_session | agree_5    | false
      202526        | 100001     |           | end_of_session | agree_5    | true
      202526        | 100001     |           | end_of_session | agree_5    |
      202526        | 100001     |           | end_of_session | agree_4_dk | true
    `,
    "marts.invitations": `
      person_id | academic_year | school_urn | programme | wave           | invited | is_respondent
      1         | 202526        | 100001     | Coaching  | end_of_session | 3       | true
      2         | 202526        | 100001     |           | end_of_session | 2       | true
    `,
  },
  expect: `
      school_urn | time_period | breakdown | category | numerator | denominator | value  | invited
                 | 202526      | total     | Total    | 2         | 3           | 0.6667 | 5
                 | 202526      | programme | Coaching | 1         | 2           | 0.5    | 3
      100001     | 202526      | total     | Total    | 2         | 3           | 0.6667 | 5
  `,
});
