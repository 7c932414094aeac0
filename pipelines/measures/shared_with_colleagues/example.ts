import { workedExample } from "../define.ts";

// One of three was shared, another was only agreed; of the fourth it was agreed that there is nothing to share, and the fifth ended lately.
export default workedExample({
  given: {
    "marts.provided_activities": `
      academic_year | school_urn | sharing
      202526        | 100001     | done
      202526        |            | missing
      202526        | 100001     | agreed
      202526        | 100001     | nothing_to_share
      202526        | 100001     |
    `,
  },
  expect: `
      school_urn | time_period | breakdown | category               | numerator | denominator | value
                 | 202526      | total     | Total                  | 1         | 3           | 0.3333
                 | 202526      | sharing   | 1 Passed on            | 1         | 3           | 0.3333
                 | 202526      | sharing   | 2 Agreed, not yet done | 1         | 3           | 0.3333
                 | 202526      | sharing   | 3 Nothing agreed       | 1         | 3           | 0.3333
      100001     | 202526      | total     | Total                  | 1         | 2           | 0.5
      100001     | 202526      | sharing   | 1 Passed on            | 1         | 2           | 0.5
      100001     | 202526      | sharing   | 2 Agreed, not yet done | 1         | 2           | 0.5
  `,
});
