import { workedExample } from "../define.ts";

// £6,000 for 60 people is £100 each. Of five who answered two use it, or 0.4: £6,000 ÷ (60 × 0.4) = £250, which is 5 × £100 ÷ 2. Wilson's limits of 2 of 5
// are 0.1176 and 0.7693, so £129.99 to £850.24.
export default workedExample({
  given: {
    "marts.evaluations": `
      academic_year | wave           | scale_id | use_in_role
      202526        | follow_up      | use_4    | in_use
      202526        | follow_up      | use_4    | embedded
      202526        | follow_up      | use_4    | tried
      202526        | follow_up      | use_4    | tried
      202526        | follow_up      | use_4    | not_yet
      202526        | follow_up      | agree_5  | in_use
      202526        | end_of_session | agree_5  |
    `,
    "marts.followed_up_costs": `
      academic_year | amount | people
      202526        | 6000   | 60
    `,
    "marts.invitations": `
      person_id | academic_year | wave           | invited | is_respondent
      p1        | 202526        | follow_up      | 4       | true
      p2        | 202526        | follow_up      | 3       | true
      p3        | 202526        | end_of_session | 3       | true
    `,
  },
  expect: `
      school_urn | time_period | breakdown | category | numerator | denominator | value | invited
                 | 202526      | total     | Total    | 500       | 2           | 250   | 7
  `,
});
