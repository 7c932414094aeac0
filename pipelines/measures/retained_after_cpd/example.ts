import { workedExample } from "../define.ts";

// In post in November 2024 and the year before: teachers T1 and T2 completed a programme and stayed; of T3 and T4, who did not, one stayed. Of
// the assistants A1 completed one and left; A2, A3 and A4 did not, and two of them stayed. With: 2 of 3. Without: teachers count 2/2 = 1 each,
// assistants 1/3 each: (1 + 2/3) ÷ (2 + 1) = 0.5556. N1 came this year and is left out.
export default workedExample({
  given: {
    "marts.staff_years": `
      person_id | academic_year | staff_group | is_in_trust_a_year_later
      t1        | 202324        | Teachers    |
      t2        | 202324        | Teachers    |
      t3        | 202324        | Teachers    |
      t4        | 202324        | Teachers    |
      a1        | 202324        | Assistants  |
      a2        | 202324        | Assistants  |
      a3        | 202324        | Assistants  |
      a4        | 202324        | Assistants  |
      t1        | 202425        | Teachers    | true
      t2        | 202425        | Teachers    | true
      t3        | 202425        | Teachers    | true
      t4        | 202425        | Teachers    | false
      a1        | 202425        | Assistants  | false
      a2        | 202425        | Assistants  | true
      a3        | 202425        | Assistants  | true
      a4        | 202425        | Assistants  | false
      n1        | 202425        | Teachers    | true
    `,
    "marts.programme_members": `
      person_id | academic_year
      t1        | 202324
      t2        | 202324
      a1        | 202324
      n1        | 202425
    `,
  },
  expect: `
      school_urn | time_period | breakdown           | category                   | numerator | denominator | value
                 | 202425      | total               | Total                      | 2         | 3           | 0.6667
                 | 202425      | programme_last_year | Completed a programme      | 2         | 3           | 0.6667
                 | 202425      | programme_last_year | Did not, in the same roles | 3         | 5           | 0.5556
  `,
});
