import { workedExample } from "../define.ts";

// 1.2 for 60 pupils and -0.3 for 40: 72 − 12 = 60 over 100 pupils, or 0.6. The published ranges are ±1.5 and ±2:
// √((60 × 1.5)² + (40 × 2)²) ÷ 100 = √14,500 ÷ 100 = 1.2042, so −0.6042 to 1.8042. Nobody worked it out for 2023/24.
export default workedExample({
  given: {
    "marts.published_results": `
      school_urn | outcome_code         | time_period | value | population | half_width | status | is_in_trust | same_schools
      100001     | ks2_writing_progress | 202223      | 1.2   | 60         | 1.5        |        | true        | Schools with a figure every year
      100001     | ks2_writing_progress | 202324      |       |            |            | [x]    | true        |
      100002     | ks2_writing_progress | 202223      | -0.3  | 40         | 2          |        | true        | Schools with a figure every year
    `,
  },
  expect: `
      school_urn | time_period | breakdown    | category                         | numerator | denominator | value | lower   | upper  | status
                 | 202223      | total        | Total                            | 60        | 100         | 0.6   | -0.6042 | 1.8042 |
                 | 202223      | same_schools | Schools with a figure every year | 60        | 100         | 0.6   | -0.6042 | 1.8042 |
                 | 202324      | total        | Total                            |           |             |       |         |        | [x]
      100001     | 202223      | total        | Total                            | 72        | 60          | 1.2   | -0.3    | 2.7    |
      100001     | 202324      | total        | Total                            |           |             |       |         |        | [x]
      100002     | 202223      | total        | Total                            | -12       | 40          | -0.3  | -2.3    | 1.7    |
  `,
});
