import { workedExample } from "../define.ts";

// 2 → 4 is +2, 3 → 3 is 0, 4 → 5 is +1: together +3 over three answers, or +1. The fourth left one question out.
export default workedExample({
  given: {
    "marts.evaluations": `
      academic_year | school_urn | wave           | scale_id | confidence_before | confidence_now
      202526        | 100001     | end_of_session | agree_5  | 2                 | 4
      202526        | 100001     | end_of_session | agree_5  | 3                 | 3
      202526        | 100001     | end_of_session | agree_5  | 4                 | 5
      202526        | 100001     | end_of_session | agree_5  |                   | 5
    `,
    "marts.invitations": `
      person_id | academic_year | school_urn | wave           | invited | is_respondent
      p1        | 202526        | 100001     | end_of_session | 5       | true
      p2        | 202526        | 100001     | end_of_session | 3       | true
    `,
  },
  expect: `
      school_urn | time_period | breakdown | category | numerator | denominator | value | invited
                 | 202526      | total     | Total    | 3         | 3           | 1     | 8
      100001     | 202526      | total     | Total    | 3         | 3           | 1     | 8
  `,
});
