import { workedExample } from "../define.ts";

// Three visits to school A and one to school B: 4 over two schools, or 2 each.
export default workedExample({
  given: {
    "marts.school_visits": `
      school_urn | academic_year | visits
      100001     | 202526        | 3
      100002     | 202526        | 1
    `,
  },
  expect: `
      school_urn | time_period | breakdown | category | numerator | denominator | value
                 | 202526      | total     | Total    | 4         | 2           | 2
      100001     | 202526      | total     | Total    | 3         | 1           | 3
      100002     | 202526      | total     | Total    | 1         | 1           | 1
  `,
});
