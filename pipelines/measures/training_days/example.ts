import { workedExample } from "../define.ts";

// Of five promised days each, school A had six, which counts as five, and school B had three: 8 of 10.
export default workedExample({
  given: {
    "marts.training_days": `
      academic_year | school_urn | days | promised
      202526        | 100001     | 6    | 5
      202526        | 100002     | 3    | 5
    `,
  },
  expect: `
      school_urn | time_period | breakdown | category | numerator | denominator | value
                 | 202526      | total     | Total    | 8         | 10          | 0.8
      100001     | 202526      | total     | Total    | 5         | 5           | 1
      100002     | 202526      | total     | Total    | 3         | 5           | 0.6
  `,
});
