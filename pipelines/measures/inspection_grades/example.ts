import { workedExample } from "../define.ts";

// In 2024/25 school A's grades are 2 and 1, school B's 3 and 2: three of four are good or outstanding. In 2025/26 A has a report card: inclusion at the
// strong standard (2), attendance that needs attention (4), safeguarding that is met (1), two of three. B's grades still stand, and are its own alone.
export default workedExample({
  given: {
    "marts.standing_judgements": `
      school_urn | academic_year | is_report_card | area         | grade | is_expected_or_better
      100001     | 202425        | false          | Leadership   | 2     | true
      100001     | 202425        | false          | Behaviour    | 1     | true
      100002     | 202425        | false          | Leadership   | 3     | false
      100002     | 202425        | false          | Behaviour    | 2     | true
      100001     | 202526        | true           | Inclusion    | 2     | true
      100001     | 202526        | true           | Attendance   | 4     | false
      100001     | 202526        | true           | Safeguarding | 1     | true
      100002     | 202526        | false          | Leadership   | 3     | false
      100002     | 202526        | false          | Behaviour    | 2     | true
    `,
  },
  expect: `
      school_urn | time_period | breakdown | category                  | numerator | denominator | value  | status
                 | 202425      | total     | Total                     | 3         | 4           | 0.75   |
                 | 202425      | area      | Behaviour, graded         | 2         | 2           | 1      |
                 | 202425      | area      | Leadership, graded        | 1         | 2           | 0.5    |
                 | 202526      | total     | Total                     | 2         | 3           | 0.6667 | [b]
                 | 202526      | area      | Attendance, report card   | 0         | 1           | 0      | [b]
                 | 202526      | area      | Behaviour, graded         | 1         | 1           | 1      |
                 | 202526      | area      | Inclusion, report card    | 1         | 1           | 1      | [b]
                 | 202526      | area      | Leadership, graded        | 0         | 1           | 0      |
                 | 202526      | area      | Safeguarding, report card | 1         | 1           | 1      | [b]
      100001     | 202425      | total     | Total                     | 2         | 2           | 1      |
      100001     | 202526      | total     | Total                     | 2         | 3           | 0.6667 | [b]
      100002     | 202425      | total     | Total                     | 1         | 2           | 0.5    |
      100002     | 202526      | total     | Total                     | 1         | 2           | 0.5    |
  `,
});
