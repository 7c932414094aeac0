import { workedExample } from "../define.ts";

// 50 points for each of 100 pupils are 5,000, 44 for each of 50 are 2,200: together 7,200 points over 150 pupils, or 48 each.
// School B's results for 2023/24 were not available, so it is not among the schools with a figure every year.
export default workedExample({
  given: {
    "marts.published_results": `
      school_urn | outcome_code     | time_period | value | population | status | is_in_trust | same_schools
      100001     | ks4_attainment_8 | 202324      | 47.5  | 100        |        | true        | Schools with a figure every year
      100001     | ks4_attainment_8 | 202425      | 50    | 100        |        | true        | Schools with a figure every year
      100002     | ks4_attainment_8 | 202324      |       |            | [x]    | true        |
      100002     | ks4_attainment_8 | 202425      | 44    | 50         |        | true        |
    `,
  },
  expect: `
      school_urn | time_period | breakdown    | category                         | numerator | denominator | value | status
                 | 202324      | total        | Total                            | 4750      | 100         | 47.5  |
                 | 202324      | same_schools | Schools with a figure every year | 4750      | 100         | 47.5  |
                 | 202425      | total        | Total                            | 7200      | 150         | 48    |
                 | 202425      | same_schools | Schools with a figure every year | 5000      | 100         | 50    |
      100001     | 202324      | total        | Total                            | 4750      | 100         | 47.5  |
      100001     | 202425      | total        | Total                            | 5000      | 100         | 50    |
      100002     | 202324      | total        | Total                            |           |             |       | [x]
      100002     | 202425      | total        | Total                            | 2200      | 50          | 44    |
  `,
});
