import { workedExample } from "../define.ts";

// £900 of fees, £300 of cover and £800 of staff time over 24 + 16 hours: £2,000 ÷ 40 = £50. In 2024/25 no staff time is on record.
export default workedExample({
  given: {
    "marts.costs": `
      academic_year | amount | is_staff_time
      202526        | 900    | false
      202526        | 300    | false
      202526        | 800    | true
      202425        | 100    | false
    `,
    "marts.participations": `
      academic_year | hours
      202526        | 24
      202526        | 16
      202425        | 10
    `,
  },
  expect: `
      school_urn | time_period | breakdown | category | numerator | denominator | value
                 | 202526      | total     | Total    | 2000      | 40          | 50
  `,
});
