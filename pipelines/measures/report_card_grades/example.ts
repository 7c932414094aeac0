import { workedExample } from "../define.ts";

// Inclusion is at the strong standard (2), attendance needs attention (4), safeguarding is met (1): two of three.
export default workedExample({
  given: {
    "marts.standing_judgements": `
      school_urn | academic_year | is_report_card | area         | grade | is_expected_or_better
      100001     | 202526        | true           | Inclusion    | 2     | true
      100001     | 202526        | true           | Attendance   | 4     | false
      100001     | 202526        | true           | Safeguarding | 1     | true
      100002     | 202526        | false          | Leadership   | 2     | true
    `,
  },
  expect: `
      school_urn | time_period | breakdown | category     | numerator | denominator | value
                 | 202526      | total     | Total        | 2         | 3           | 0.6667
                 | 202526      | area      | Attendance   | 0         | 1           | 0
                 | 202526      | area      | Inclusion    | 1         | 1           | 1
                 | 202526      | area      | Safeguarding | 1         | 1           | 1
      100001     | 202526      | total     | Total        | 2         | 3           | 0.6667
  `,
});
