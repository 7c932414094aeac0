import { workedExample } from "../define.ts";

// 0.1 of 50 pupils is 5, 0.04 of 25 is 1: together 6 of 75, or 8%. The year before A's figure was suppressed.
export default workedExample({
  given: {
    "marts.published_results": `
      school_urn | outcome_code     | time_period | value | population | status | is_in_trust | same_schools
      100001     | ks2_rwm_higher   | 202324      |       |            | [c]    | true        |
      100001     | ks2_rwm_higher   | 202425      | 0.1   | 50         |        | true        | Schools with a figure every year
      100002     | ks2_rwm_higher   | 202425      | 0.04  | 25         |        | true        | Schools with a figure every year
      100002     | ks2_rwm_expected | 202425      | 0.6   | 25         |        | true        | Schools with a figure every year
    `,
  },
  expect: `
      school_urn | time_period | breakdown    | category                         | numerator | denominator | value | status
                 | 202324      | total        | Total                            |           |             |       | [c]
                 | 202425      | total        | Total                            | 6         | 75          | 0.08  |
                 | 202425      | same_schools | Schools with a figure every year | 6         | 75          | 0.08  |
      100001     | 202324      | total        | Total                            |           |             |       | [c]
      100001     | 202425      | total        | Total                            | 5         | 50          | 0.1   |
      100002     | 202425      | total        | Total                            | 1         | 25          | 0.04  |
  `,
});
