import { workedExample } from "../define.ts";

// Two of four activities came from the trust's own schools; school A held one of them and one from outside.
export default workedExample({
  given: {
    "marts.provided_activities": `
      academic_year | school_urn | sourcing_wave
      202526        | 100001     | 1
      202526        | 100001     | 3
      202526        |            | 1
      202526        |            | 2
      202526        |            |
    `,
  },
  expect: `
      school_urn | time_period | breakdown    | category                         | numerator | denominator | value
                 | 202526      | total        | Total                            | 2         | 4           | 0.5
                 | 202526      | sourced_from | 1 Our own schools                | 2         | 4           | 0.5
                 | 202526      | sourced_from | 2 Teaching school hub or partner | 1         | 4           | 0.25
                 | 202526      | sourced_from | 3 Outside                        | 1         | 4           | 0.25
      100001     | 202526      | total        | Total                            | 1         | 2           | 0.5
      100001     | 202526      | sourced_from | 1 Our own schools                | 1         | 2           | 0.5
      100001     | 202526      | sourced_from | 3 Outside                        | 1         | 2           | 0.5
  `,
});
