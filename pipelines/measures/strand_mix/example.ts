import { workedExample } from "../define.ts";

// Three of four activities were more than courses. School A held two of them, one of each; the other two were the trust's own.
export default workedExample({
  given: {
    "marts.provided_activities": `
      academic_year | school_urn | strand
      202526        | 100001     | formal_learning
      202526        | 100001     | school_based
      202526        |            | school_to_school
      202526        |            | school_to_school
      202526        |            |
    `,
  },
  expect: `
      school_urn | time_period | breakdown | category                | numerator | denominator | value
                 | 202526      | total     | Total                   | 3         | 4           | 0.75
                 | 202526      | strand    | 2 Based in the school   | 1         | 4           | 0.25
                 | 202526      | strand    | 4 School to school      | 2         | 4           | 0.5
                 | 202526      | strand    | 5 Formal learning       | 1         | 4           | 0.25
      100001     | 202526      | total     | Total                   | 1         | 2           | 0.5
      100001     | 202526      | strand    | 2 Based in the school   | 1         | 2           | 0.5
      100001     | 202526      | strand    | 5 Formal learning       | 1         | 2           | 0.5
  `,
});
