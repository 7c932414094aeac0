import { workedExample } from "../define.ts";

// Three of six were heard: 5 and 4 are favourable, 2 is not, so 2 of 3. Each answer is a third of the three.
export default workedExample({
  given: {
    "marts.evaluations": `
      academic_year | school_urn | staff_group | programme | wave           | scale_id | quality
      202526        | 100001     | Teachers    |           | end_of_session | agree_5  | 5
      202526        | 100001     | Teachers    |           | end_of_session | agree_5  | 2
      202526        | 100001     | Support     |           | end_of_session | agree_5  | 4
      202526        | 100001     | Support     |           | end_of_session | agree_5  |
    `,
    "marts.invitations": `
      person_id | academic_year | school_urn | staff_group | programme | wave           | invited | is_respondent
      p1        | 202526        | 100001     | Teachers    |           | end_of_session | 3       | true
      p2        | 202526        | 100001     | Teachers    |           | end_of_session | 1       | false
      p3        | 202526        | 100001     | Support     |           | end_of_session | 2       | true
      p3        | 202526        | 100001     | Support     |           | follow_up      | 1       | true
    `,
  },
  expect: `
      school_urn | time_period | breakdown   | category         | numerator | denominator | value  | invited
                 | 202526      | total       | Total            | 2         | 3           | 0.6667 | 6
                 | 202526      | staff_group | Support          | 1         | 1           | 1      | 2
                 | 202526      | staff_group | Teachers         | 1         | 2           | 0.5    | 4
                 | 202526      | answer      | 2 Disagree       | 1         | 3           | 0.3333 |
                 | 202526      | answer      | 4 Agree          | 1         | 3           | 0.3333 |
                 | 202526      | answer      | 5 Strongly agree | 1         | 3           | 0.3333 |
      100001     | 202526      | total       | Total            | 2         | 3           | 0.6667 | 6
      100001     | 202526      | staff_group | Support          | 1         | 1           | 1      | 2
      100001     | 202526      | staff_group | Teachers         | 1         | 2           | 0.5    | 4
      100001     | 202526      | answer      | 2 Disagree       | 1         | 3           | 0.3333 |
      100001     | 202526      | answer      | 4 Agree          | 1         | 3           | 0.3333 |
      100001     | 202526      | answer      | 5 Strongly agree | 1         | 3           | 0.3333 |
  `,
});
