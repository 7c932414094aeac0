import { workedExample } from "../define.ts";

// School A's grades are 2 and 1, school B's 3 and 2: three of four are good or outstanding. School C has a report card.
export default workedExample({
  given: {
    "marts.standing_judgements": `
      school_urn | academic_year | is_report_card | area       | grade | is_expected_or_better
      100001     | 202425        | false          | Leadership | 2     | true
      100001     | 202425        | false          | Behaviour  | 1     | true
      100002     | 202425        | false          | Leadership | 3     | false
      100002     | 202425        | false          | Behaviour  | 2     | true
      100003     | 202425        | true           | Inclusion  | 4     | false
    `,
  },
  expect: `
      school_urn | time_period | breakdown | category   | numerator | denominator | value
                 | 202425      | total     | Total      | 3         | 4           | 0.75
                 | 202425      | area      | Behaviour  | 2         | 2           | 1
                 | 202425      | area      | Leadership | 1         | 2           | 0.5
      100001     | 202425      | total     | Total      | 2         | 2           | 1
      100002     | 202425      | total     | Total      | 1         | 2           | 0.5
  `,
});
