import { workedExample } from "../define.ts";

// 0.45 of 200 pupils is 90, 0.6 of 100 is 60: together 150 of 300. In 2022/23 grading went back to what it was: a break.
export default workedExample({
  given: {
    "marts.published_results": `
      school_urn | outcome_code  | time_period | value | population | status | is_in_trust | same_schools
      100001     | ks4_basics_95 | 202223      | 0.45  | 200        |        | true        | Schools with a figure every year
      100002     | ks4_basics_95 | 202223      | 0.6   | 100        |        | true        | Schools with a figure every year
    `,
  },
  expect: `
      school_urn | time_period | breakdown    | category                         | numerator | denominator | value | status
                 | 202223      | total        | Total                            | 150       | 300         | 0.5   | [b]
                 | 202223      | same_schools | Schools with a figure every year | 150       | 300         | 0.5   | [b]
      100001     | 202223      | total        | Total                            | 90        | 200         | 0.45  | [b]
      100002     | 202223      | total        | Total                            | 60        | 100         | 0.6   | [b]
  `,
});
