import { workedExample } from "../define.ts";

// Enjoyment and interest: 0.8 of 60 pupils are 48 and 0.625 of 80 are 50, together 98 of 140. Understanding: 0.8 of 60 are 48. In all 146 of 200 answers.
export default workedExample({
  given: {
    "marts.published_results": `
      school_urn | outcome_code              | time_period | value | population | status | is_in_trust
      100001     | pupil_voice_enjoyment     | 202526      | 0.8   | 60         |        | true
      100001     | pupil_voice_understanding | 202526      | 0.8   | 60         |        | true
      100002     | pupil_voice_enjoyment     | 202526      | 0.625 | 80         |        | true
    `,
  },
  expect: `
      school_urn | time_period | breakdown | category               | numerator | denominator | value
                 | 202526      | total     | Total                  | 146       | 200         | 0.73
                 | 202526      | theme     | Enjoyment and interest | 98        | 140         | 0.7
                 | 202526      | theme     | Understanding          | 48        | 60          | 0.8
      100001     | 202526      | total     | Total                  | 96        | 120         | 0.8
      100002     | 202526      | total     | Total                  | 50        | 80          | 0.625
  `,
});
