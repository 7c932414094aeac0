import { workedExample } from "../define.ts";

// Of four in the sample three answered on the scale of use: one uses it and for one it is embedded, one has tried it. Two of three.
// Of the three asked about coaching two answered, and one of them uses it; the other activity was a one-off.
export default workedExample({
  given: {
    "marts.evaluations": `
      academic_year | school_urn | staff_group | programme | wave           | scale_id | use_in_role
      202526        | 100001     | Teachers    | Coaching  | follow_up      | use_4    | in_use
      202526        | 100001     | Teachers    |           | follow_up      | use_4    | embedded
      202526        | 100001     | Teachers    | Coaching  | follow_up      | use_4    | tried
      202526        | 100001     | Teachers    |           | follow_up      | agree_5  | in_use
      202526        | 100001     | Teachers    |           | end_of_session | agree_5  |
    `,
    "marts.invitations": `
      person_id | academic_year | school_urn | staff_group | programme | wave           | invited | is_respondent
      p1        | 202526        | 100001     | Teachers    | Coaching  | follow_up      | 3       | true
      p2        | 202526        | 100001     | Teachers    |           | follow_up      | 1       | false
      p2        | 202526        | 100001     | Teachers    |           | end_of_session | 9       | true
    `,
  },
  expect: `
      school_urn | time_period | breakdown   | category   | numerator | denominator | value  | invited
                 | 202526      | total       | Total      | 2         | 3           | 0.6667 | 4
                 | 202526      | staff_group | Teachers   | 2         | 3           | 0.6667 | 4
                 | 202526      | programme   | Coaching   | 1         | 2           | 0.5    | 3
                 | 202526      | answer      | 2 Tried    | 1         | 3           | 0.3333 |
                 | 202526      | answer      | 3 In use   | 1         | 3           | 0.3333 |
                 | 202526      | answer      | 4 Embedded | 1         | 3           | 0.3333 |
      100001     | 202526      | total       | Total      | 2         | 3           | 0.6667 | 4
      100001     | 202526      | staff_group | Teachers   | 2         | 3           | 0.6667 | 4
      100001     | 202526      | answer      | 2 Tried    | 1         | 3           | 0.3333 |
      100001     | 202526      | answer      | 3 In use   | 1         | 3           | 0.3333 |
      100001     | 202526      | answer      | 4 Embedded | 1         | 3           | 0.3333 |
  `,
});
