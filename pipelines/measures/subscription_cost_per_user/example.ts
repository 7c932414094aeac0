import { workedExample } from "../define.ts";

// £4,000 for 200 users, £1,000 that nobody used, and a membership of £300 for 10: £5,300 ÷ 210 = £25.24. The users of the last are not known.
export default workedExample({
  given: {
    "marts.subscriptions": `
      subscription_id | academic_year | kind         | annual_cost | users
      s1              | 202526        | Subscription | 4000        | 200
      s2              | 202526        | Subscription | 1000        | 0
      s3              | 202526        | Membership   | 300         | 10
      s4              | 202526        | Subscription | 900         |
    `,
  },
  expect: `
      school_urn | time_period | breakdown | category     | numerator | denominator | value
                 | 202526      | total     | Total        | 5300      | 210         | 25.2381
                 | 202526      | kind      | Membership   | 300       | 10          | 30
                 | 202526      | kind      | Subscription | 5000      | 200         | 25
  `,
});
