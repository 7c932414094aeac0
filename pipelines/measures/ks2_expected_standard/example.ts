import { workedExample } from "../define.ts";

// In 2024/25 school B joined the trust: 0.6 of 50 pupils is 30, 0.8 of 25 is 20, together 50 of 75. The year before it was A alone:
// 28 of 40, and A alone is the same school in both years. C's figure was suppressed when it was published.
export default workedExample({
  given: {
    "marts.published_results": `
      school_urn | outcome_code     | time_period | value | population | status | is_in_trust | same_schools
      100001     | ks2_rwm_expected | 202324      | 0.7   | 40         |        | true        | Schools with a figure every year
      100001     | ks2_rwm_expected | 202425      | 0.6   | 50         |        | true        | Schools with a figure every year
      100002     | ks2_rwm_expected | 202324      | 0.5   | 30         |        | false       |
      100002     | ks2_rwm_expected | 202425      | 0.8   | 25         |        | true        |
      100003     | ks2_rwm_expected | 202425      |       |            | [c]    | true        |
    `,
  },
  expect: `
      school_urn | time_period | breakdown    | category                         | numerator | denominator | value  | status
                 | 202324      | total        | Total                            | 28        | 40          | 0.7    |
                 | 202324      | same_schools | Schools with a figure every year | 28        | 40          | 0.7    |
                 | 202425      | total        | Total                            | 50        | 75          | 0.6667 |
                 | 202425      | same_schools | Schools with a figure every year | 30        | 50          | 0.6    |
      100001     | 202324      | total        | Total                            | 28        | 40          | 0.7    |
      100001     | 202425      | total        | Total                            | 30        | 50          | 0.6    |
      100002     | 202324      | total        | Total                            | 15        | 30          | 0.5    |
      100002     | 202425      | total        | Total                            | 20        | 25          | 0.8    |
      100003     | 202425      | total        | Total                            |           |             |        | [c]
  `,
});
