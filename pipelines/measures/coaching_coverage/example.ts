import { workedExample } from "../define.ts";

// Two of three teachers have a coach.
export default workedExample({
  given: {
    "marts.coaching": `
      person_id | academic_year | school_urn | has_coach | is_promised
      1         | 202627        | 100001     | true      | true
      2         | 202627        | 100001     | false     | true
      3         | 202627        | 100002     | true      | true
    `,
  },
  expect: `
      school_urn | time_period | breakdown | category | numerator | denominator | value
                 | 202627      | total     | Total    | 2         | 3           | 0.6667
      100001     | 202627      | total     | Total    | 1         | 2           | 0.5
      100002     | 202627      | total     | Total    | 1         | 1           | 1
  `,
});
