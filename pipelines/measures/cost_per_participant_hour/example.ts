import { workedExample } from "../define.ts";

// £900 of fees and £300 of cover over 24 + 16 hours: £1,200 ÷ 40 = £30. The £500 of staff time is left out.
export default workedExample({
  given: {
    "marts.costs": `
      academic_year | amount | is_staff_time
      202526        | 900    | false
      202526        | 300    | false
      202526        | 500    | true
      202425        | 100    | false
    `,
    "marts.participations": `
      academic_year | hours
      202526        | 24
      202526        | 16
      202526        |
    `,
  },
  expect: `
      time_period | breakdown | category | numerator | denominator | value
      202526      | total     | Total    | 1200      | 40          | 30
  `,
});
