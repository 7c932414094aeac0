import { workedExample } from "../define.ts";

// Of two activities both had the resources and one had enough time: three of four answers.
export default workedExample({
  given: {
    "marts.close_outs": `
      academic_year | activity_number | question         | step
      202526        | 1               | Enough time      | 4
      202526        | 1               | Enough resources | 3
      202526        | 2               | Enough time      | 2
      202526        | 2               | Enough resources | 3
    `,
  },
  expect: `
      school_urn | time_period | breakdown | category         | numerator | denominator | value
                 | 202526      | total     | Total            | 3         | 4           | 0.75
                 | 202526      | question  | Enough resources | 2         | 2           | 1
                 | 202526      | question  | Enough time      | 1         | 2           | 0.5
  `,
});
