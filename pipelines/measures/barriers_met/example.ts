import { workedExample } from "../define.ts";

// Of three answers one names time, one time and resources, and one that nothing got in the way: two of three name something.
export default workedExample({
  given: {
    "marts.barriers": `
      answer_number | academic_year | wave      | barrier
      1             | 202526        | follow_up | time
      2             | 202526        | follow_up | time
      2             | 202526        | follow_up | resources
      3             | 202526        | follow_up | none
      4             | 202526        | close_out | time
    `,
    "marts.invitations": `
      person_id | academic_year | wave      | invited | is_respondent
      p1        | 202526        | follow_up | 5       | true
    `,
  },
  expect: `
      school_urn | time_period | breakdown | category   | numerator | denominator | value  | invited
                 | 202526      | total     | Total      | 2         | 3           | 0.6667 | 5
                 | 202526      | barrier   | Confidence | 0         | 3           | 0      |
                 | 202526      | barrier   | Relevance  | 0         | 3           | 0      |
                 | 202526      | barrier   | Resources  | 1         | 3           | 0.3333 |
                 | 202526      | barrier   | Support    | 0         | 3           | 0      |
                 | 202526      | barrier   | Time       | 2         | 3           | 0.6667 |
  `,
});
