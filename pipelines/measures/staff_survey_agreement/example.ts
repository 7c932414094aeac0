import { workedExample } from "../define.ts";

// Two people answered two statements each: R1 agrees with both, R2 with one of them; R3 does not know. Three of four answers, of two people.
// The range is that of 1.5 of 2 people. By answer, each is a part of all five.
export default workedExample({
  given: {
    "marts.survey_answers": `
      academic_year | school_urn | respondent | area     | statement             | step | is_dont_know
      202526        | 100001     | 1          | Evidence | It rests on research. | 4    | false
      202526        | 100001     | 1          | Time     | I am given time.      | 3    | false
      202526        | 100001     | 2          | Evidence | It rests on research. | 3    | false
      202526        | 100001     | 2          | Time     | I am given time.      | 2    | false
      202526        | 100001     | 3          | Time     | I am given time.      |      | true
    `,
    "marts.survey_invitations": `
      academic_year | school_urn | invited
      202526        | 100001     | 5
    `,
  },
  expect: `
      school_urn | time_period | breakdown | category              | numerator | denominator | value | lower  | upper  | invited
                 | 202526      | total     | Total                 | 3         | 4           | 0.75  | 0.1979 | 0.9733 | 5
                 | 202526      | area      | Evidence              | 2         | 2           | 1     | 0.3424 | 1      |
                 | 202526      | area      | Time                  | 1         | 2           | 0.5   | 0.0945 | 0.9055 |
                 | 202526      | statement | I am given time.      | 1         | 2           | 0.5   | 0.0945 | 0.9055 |
                 | 202526      | statement | It rests on research. | 2         | 2           | 1     | 0.3424 | 1      |
                 | 202526      | answer    | 2 Disagree            | 1         | 5           | 0.2   |        |        |
                 | 202526      | answer    | 3 Agree               | 2         | 5           | 0.4   |        |        |
                 | 202526      | answer    | 4 Strongly agree      | 1         | 5           | 0.2   |        |        |
                 | 202526      | answer    | Don't know            | 1         | 5           | 0.2   |        |        |
      100001     | 202526      | total     | Total                 | 3         | 4           | 0.75  | 0.1979 | 0.9733 | 5
  `,
});
