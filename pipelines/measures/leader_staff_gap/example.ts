import { workedExample } from "../define.ts";

// A leader agrees with both statements; of two others' four answers one is agreement: 2 of 2 beside 1 of 4. R4's staff group is not said: in the total of 4 of 7 alone.
export default workedExample({
  given: {
    "marts.survey_answers": `
      academic_year | respondent | position    | step | is_dont_know
      202526        | 1          | Leaders     | 4    | false
      202526        | 1          | Leaders     | 3    | false
      202526        | 2          | Other staff | 3    | false
      202526        | 2          | Other staff | 2    | false
      202526        | 3          | Other staff | 2    | false
      202526        | 3          | Other staff | 1    | false
      202526        | 4          |             | 4    | false
    `,
  },
  expect: `
      school_urn | time_period | breakdown | category    | numerator | denominator | value
                 | 202526      | total     | Total       | 4         | 7           | 0.5714
                 | 202526      | position  | Leaders     | 2         | 2           | 1
                 | 202526      | position  | Other staff | 1         | 4           | 0.25
  `,
});
