import { workedExample } from "../define.ts";

// Two of four found it better than before.
export default workedExample({
  given: {
    "marts.seen_evidence": `
      academic_year | school_urn | finding
      202526        | 100001     | better
      202526        | 100001     | mixed
      202526        |            | better
      202526        |            | same
    `,
  },
  expect: `
      school_urn | time_period | breakdown | category             | numerator | denominator | value
                 | 202526      | total     | Total                | 2         | 4           | 0.5
                 | 202526      | finding   | 1 Better than before | 2         | 4           | 0.5
                 | 202526      | finding   | 2 As before          | 1         | 4           | 0.25
                 | 202526      | finding   | 4 Mixed              | 1         | 4           | 0.25
  `,
});
