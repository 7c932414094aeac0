import { workedExample } from "../define.ts";

// One of three moved up; the fourth's post is on no rung.
export default workedExample({
  given: {
    "marts.career_steps": `
      person_id | academic_year | school_urn | is_on_higher_rung | has_ladder
      1         | 202425        | 100001     | true              | true
      2         | 202425        | 100001     | false             | true
      3         | 202425        | 100002     | false             | true
      4         | 202425        | 100002     |                   | true
    `,
  },
  expect: `
      school_urn | time_period | breakdown | category | numerator | denominator | value
                 | 202425      | total     | Total    | 1         | 3           | 0.3333
  `,
});
