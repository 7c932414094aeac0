import { workedExample } from "../define.ts";

// £900 of fees, £300 of cover and £800 of staff time over 24 + 16 hours: £2,000 ÷ 40 = £50, of which £1,200 ÷ 40 = £30 without staff time.
// In 2024/25 no staff time is on record: £100 over 10 hours, and no full cost.
export default workedExample({
  given: {
    "marts.costs": `
      academic_year | amount | is_staff_time
      202526        | 900    | false
      202526        | 300    | false
      202526        | 800    | true
      202425        | 100    | false
      202324        | 70     | false
    `,
    "marts.participations": `
      academic_year | hours
      202526        | 24
      202526        | 16
      202526        |
      202425        | 10
    `,
  },
  expect: `
      school_urn | time_period | breakdown | category           | numerator | denominator | value | status
                 | 202425      | total     | Total              |           |             |       | [x]
                 | 202425      | part      | Without staff time | 100       | 10          | 10    |
                 | 202526      | total     | Total              | 2000      | 40          | 50    |
                 | 202526      | part      | Staff time         | 800       | 40          | 20    |
                 | 202526      | part      | Without staff time | 1200      | 40          | 30    |
  `,
});
