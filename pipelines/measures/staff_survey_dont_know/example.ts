import { workedExample } from "../define.ts";

// One of four answers, of two people, is “don't know”.
export default workedExample({
  given: {
    "marts.survey_answers": `
      academic_year | school_urn | respondent | statement             | is_dont_know
      202526        | 100001     | 1          | It rests on research. | false
      202526        | 100001     | 1          | I am given time.      | true
      202526        | 100001     | 2          | It rests on research. | false
      202526        | 100001     | 2          | I am given time.      | false
    `,
    "marts.survey_invitations": `
      academic_year | school_urn | invited
      202526        | 100001     | 5
    `,
  },
  expect: `
      school_urn | time_period | breakdown | category              | numerator | denominator | value | invited
                 | 202526      | total     | Total                 | 1         | 4           | 0.25  | 5
                 | 202526      | statement | I am given time.      | 1         | 2           | 0.5   |
                 | 202526      | statement | It rests on research. | 0         | 2           | 0     |
      100001     | 202526      | total     | Total                 | 1         | 4           | 0.25  | 5
  `,
});
