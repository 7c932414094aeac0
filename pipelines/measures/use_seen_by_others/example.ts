import { workedExample } from "../define.ts";

// Of four in the sample three answered, and two of them were seen: by a line manager and by an observer. Of the two about coaching one was.
export default workedExample({
  given: {
    "marts.evaluations": `
      academic_year | school_urn | programme | wave      | scale_id   | seen_by
      202526        | 100001     | Coaching  | follow_up | use_4      | line_manager
      202526        | 100001     | Coaching  | follow_up | use_4      | nobody
      202526        | 100001     |           | follow_up | use_4      | observer
      202526        | 100001     |           | follow_up | agree_5    | observer
    `,
    "marts.invitations": `
      person_id | academic_year | school_urn | programme | wave      | invited | is_respondent
      1         | 202526        | 100001     | Coaching  | follow_up | 3       | true
      2         | 202526        | 100001     |           | follow_up | 1       | true
    `,
  },
  expect: `
      school_urn | time_period | breakdown | category                        | numerator | denominator | value  | invited
                 | 202526      | total     | Total                           | 2         | 3           | 0.6667 | 4
                 | 202526      | programme | Coaching                        | 1         | 2           | 0.5    | 3
                 | 202526      | answer    | 1 Nobody yet                    | 1         | 3           | 0.3333 |
                 | 202526      | answer    | 2 Line manager                  | 1         | 3           | 0.3333 |
                 | 202526      | answer    | 3 Somebody else who observed it | 1         | 3           | 0.3333 |
      100001     | 202526      | total     | Total                           | 2         | 3           | 0.6667 | 4
      100001     | 202526      | answer    | 1 Nobody yet                    | 1         | 3           | 0.3333 |
      100001     | 202526      | answer    | 2 Line manager                  | 1         | 3           | 0.3333 |
      100001     | 202526      | answer    | 3 Somebody else who observed it | 1         | 3           | 0.3333 |
  `,
});
