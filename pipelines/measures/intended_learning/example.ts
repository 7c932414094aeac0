import { workedExample } from "../define.ts";

// Of five asked three answered: 5 and 4 are favourable, 2 is not, so 2 of 3. The fourth left the question out, and the fifth answered on a
// scale of four steps, where 4 means something else.
export default workedExample({
  given: {
    "marts.evaluations": `
      academic_year | school_urn | wave           | scale_id   | intended_learning
      202526        | 100001     | end_of_session | agree_5    | 5
      202526        | 100001     | end_of_session | agree_5    | 2
      202526        |            | end_of_session | agree_5    | 4
      202526        | 100001     | end_of_session | agree_5    |
      202526        | 100001     | end_of_session | agree_4_dk | 4
    `,
    "marts.invitations": `
      person_id | academic_year | school_urn | wave           | invited | is_respondent
      1         | 202526        | 100001     | end_of_session | 4       | true
      2         | 202526        |            | end_of_session | 1       | true
      2         | 202526        |            | follow_up      | 1       | true
    `,
  },
  expect: `
      school_urn | time_period | breakdown | category         | numerator | denominator | value  | invited
                 | 202526      | total     | Total            | 2         | 3           | 0.6667 | 5
                 | 202526      | answer    | 2 Disagree       | 1         | 3           | 0.3333 |
                 | 202526      | answer    | 4 Agree          | 1         | 3           | 0.3333 |
                 | 202526      | answer    | 5 Strongly agree | 1         | 3           | 0.3333 |
      100001     | 202526      | total     | Total            | 1         | 2           | 0.5    | 4
      100001     | 202526      | answer    | 2 Disagree       | 1         | 2           | 0.5    |
      100001     | 202526      | answer    | 5 Strongly agree | 1         | 2           | 0.5    |
  `,
});
