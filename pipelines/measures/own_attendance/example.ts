import { workedExample } from "../define.ts";

// 75 of a hundred for each of 40 pupils are 3,000, 50 for each of 20 are 1,000: together 4,000 over 60 pupils.
export default workedExample({
  given: {
    "marts.published_results": `
      school_urn | outcome_code   | time_period | value | population | status | is_in_trust
      100001     | own_attendance | 202526      | 0.75  | 40         |        | true
      100002     | own_attendance | 202526      | 0.5   | 20         |        | true
    `,
  },
  expect: `
      school_urn | time_period | breakdown | category | numerator | denominator | value
                 | 202526      | total     | Total    | 4000      | 60          | 66.6667
      100001     | 202526      | total     | Total    | 3000      | 40          | 75
      100002     | 202526      | total     | Total    | 1000      | 20          | 50
  `,
});
