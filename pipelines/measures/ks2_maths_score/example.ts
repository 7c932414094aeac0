import { workedExample } from "../define.ts";

// 106 points for each of 50 pupils are 5,300, 103 for each of 25 are 2,575: together 7,875 points over 75 pupils, or 105 each.
// Nobody published an average for 2021/22.
export default workedExample({
  given: {
    "marts.published_results": `
      school_urn | outcome_code      | time_period | value | population | status | is_in_trust | same_schools
      100001     | ks2_maths_average | 202122      |       |            | [x]    | true        |
      100001     | ks2_maths_average | 202223      | 106   | 50         |        | true        | Schools with a figure every year
      100002     | ks2_maths_average | 202223      | 103   | 25         |        | true        | Schools with a figure every year
    `,
  },
  expect: `
      school_urn | time_period | breakdown    | category                         | numerator | denominator | value | status
                 | 202122      | total        | Total                            |           |             |       | [x]
                 | 202223      | total        | Total                            | 7875      | 75          | 105   |
                 | 202223      | same_schools | Schools with a figure every year | 7875      | 75          | 105   |
      100001     | 202122      | total        | Total                            |           |             |       | [x]
      100001     | 202223      | total        | Total                            | 5300      | 50          | 106   |
      100002     | 202223      | total        | Total                            | 2575      | 25          | 103   |
  `,
});
