import { workedExample } from "../define.ts";

// Three for, one against and one between: (3 − 1) ÷ 5 is 0.4. The sixth answered on a scale of four steps.
export default workedExample({
  given: {
    "marts.evaluations": `
      academic_year | school_urn | wave           | scale_id   | quality
      202526        | 100001     | end_of_session | agree_5    | 5
      202526        | 100001     | end_of_session | agree_5    | 4
      202526        | 100001     | end_of_session | agree_5    | 4
      202526        | 100001     | end_of_session | agree_5    | 2
      202526        | 100001     | end_of_session | agree_5    | 3
      202526        | 100001     | end_of_session | agree_4_dk | 1
    `,
    "marts.invitations": `
      person_id | academic_year | school_urn | wave           | invited | is_respondent
      1         | 202526        | 100001     | end_of_session | 5       | true
      2         | 202526        | 100001     | end_of_session | 2       | true
    `,
  },
  expect: `
      school_urn | time_period | breakdown | category | numerator | denominator | value | invited
                 | 202526      | total     | Total    | 2         | 5           | 0.4   | 7
      100001     | 202526      | total     | Total    | 2         | 5           | 0.4   | 7
  `,
});
