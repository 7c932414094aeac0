import { workedExample } from "../define.ts";

// Two of four needs were named by people themselves: a team's and a request. School A found one of them and one by monitoring.
export default workedExample({
  given: {
    "marts.needs_found": `
      academic_year | school_urn | source             | is_told
      202526        | 100001     | team_discussion    | true
      202526        | 100001     | monitoring         | false
      202526        |            | individual_request | true
      202526        |            | monitoring         | false
    `,
  },
  expect: `
      school_urn | time_period | breakdown | category                         | numerator | denominator | value
                 | 202526      | total     | Total                            | 2         | 4           | 0.5
                 | 202526      | source    | Individual request or self-audit | 1         | 4           | 0.25
                 | 202526      | source    | Monitoring                       | 2         | 4           | 0.5
                 | 202526      | source    | Team discussion                  | 1         | 4           | 0.25
      100001     | 202526      | total     | Total                            | 1         | 2           | 0.5
      100001     | 202526      | source    | Monitoring                       | 1         | 2           | 0.5
      100001     | 202526      | source    | Team discussion                  | 1         | 2           | 0.5
  `,
});
