/** Worked examples of the duties of the yearly cycle: what is on record, and what is to be done because of it. */
import type { TaskExample } from "./tasks-example.ts";

const schools = "urn\n100001\n100002";
const one = "urn\n100001";
const plan = (row: string) => `id | school_urn | time_period | state | published_on | evaluated_on\n${row}`;

export const cycleExamples: TaskExample[] = [
  {
    duty: "evaluate_last_plan",
    about: "last year's plan of a school is overdue in November, an older one is let go, and this year's can wait",
    given: {
      schools,
      plans: plan(`p0 | 100001 | 202425 | published | |
        p1 | 100001 | 202526 | published | |
        p2 | 100001 | 202627 | published | |
        p3 |        | 202526 | evaluated | | 2026-07-10`),
    },
    expect: ["100001 | cpd_lead | 2026-08-31 | CPD plan | | plans/p1"],
  },
  {
    duty: "evaluate_last_plan",
    about: "once it is evaluated there is nothing to do",
    given: { schools, plans: plan("p1 | 100001 | 202526 | published | | 2026-07-01") },
    expect: [],
  },
  {
    duty: "evaluate_last_plan",
    about: "in an organisation of one school a plan without a school is that school's",
    given: { schools: one, plans: plan("p1 | | 202526 | agreed | |") },
    expect: ["100001 | cpd_lead | 2026-08-31 | CPD plan | | plans/p1"],
  },
  {
    duty: "audit_needs",
    about: "a place whose last need was found too long ago has its audit before it",
    given: {
      schools,
      needs: `school_urn | identified_on
        100001 | 2026-06-12
        100002 | 2026-02-28
               | 2026-10-01`,
    },
    expect: [
      "100002 | cpd_lead | 2026-08-31 | Needs for 2026/27 | No need has been entered since 1 March 2026. | needs/+",
    ],
  },
  {
    duty: "audit_needs",
    about: "entering one need is the beginning of the audit",
    given: { schools: one, needs: "school_urn | identified_on\n | 2026-09-15" },
    expect: [],
  },
  {
    duty: "publish_plan",
    about: "a draft is not published, and a place without a plan has none",
    given: {
      schools,
      plans: plan(`p1 | 100001 | 202627 | draft | |
        p2 | | 202627 | agreed | 2026-09-04 |`),
    },
    expect: [
      "100001 | cpd_lead | 2026-08-31 | CPD plan 2026/27 | The plan has not been published to staff. | plans/p1",
      "100002 | cpd_lead | 2026-08-31 | CPD plan 2026/27 | There is no plan yet. | plans/+",
    ],
  },
  {
    duty: "publish_plan",
    about: "a published plan is done",
    given: { schools: one, plans: plan("p1 | 100001 | 202627 | published | |") },
    expect: [],
  },
  {
    duty: "discuss_with_school_board",
    about: "schools with boards of their own discuss their plan there, as the policy calls them",
    given: {
      policy: [{ local_board_term: "locality committee" }],
      schools,
      plans: [
        { id: "p1", school_urn: "100001", time_period: 202627, discussed_with_school_board_on: "2026-10-08" },
        { id: "p2", school_urn: "100002", time_period: 202627 },
      ],
    },
    expect: ["100002 | cpd_lead | 2026-12-31 | Priorities and budget 2026/27 | | plans/p2"],
  },
  {
    duty: "discuss_with_school_board",
    about: "a policy without boards in schools asks for no such discussion",
    given: { schools },
    expect: [],
  },
  {
    duty: "discuss_with_trust_board",
    about: "the trust's executives take it to the trust's board",
    given: { schools },
    expect: [" | trust_executive | 2026-12-31 | Priorities and budget 2026/27 | | plans/+"],
  },
  {
    duty: "discuss_with_trust_board",
    about: "a single school's lead takes it to the board, and it is done when the plan says so",
    given: { schools: one },
    expect: ["100001 | cpd_lead | 2026-12-31 | Priorities and budget 2026/27 | | plans/+"],
  },
  {
    duty: "discuss_with_trust_board",
    about: "the day of the discussion ends it",
    given: { schools, plans: [{ time_period: 202627, discussed_with_trust_board_on: "2026-09-30" }] },
    expect: [],
  },
  {
    duty: "visit_schools",
    about: "a trust that visits visits each school each term",
    given: {
      schools,
      evidence: `id | type | school_urn | observed_on
        e1 | qa_visit | 100001 | 2026-09-20
        e2 | qa_visit | 100002 | 2026-05-11`,
    },
    expect: [" 100002 | cpd_administrator | 2026-12-31 | Visit to School 100002 | | evidence/+".trim()],
  },
  {
    duty: "visit_schools",
    about: "where nobody ever visited and the policy asks for no visits, none is due",
    given: { schools },
    expect: [],
  },
  {
    duty: "put_on_agenda",
    about: "each board has CPD on its agenda each term",
    given: {
      policy: [{ local_board_term: "academy board", board_term: "trust board" }],
      schools,
      editions: "kind | school_urn | meeting_on\nminute | 100001 | 2026-10-06\nboard_paper | | 2026-07-06",
    },
    expect: [
      " | cpd_administrator | 2026-12-31 | The trust board this term | | editions/+",
      "100002 | cpd_lead | 2026-12-31 | The academy board this term | | editions/+",
    ],
  },
  {
    duty: "put_on_agenda",
    about: "a hub reports once a year and has no item each term",
    given: { policy: [{ profile: "M" }], schools: one },
    expect: [],
  },
  {
    duty: "send_paper",
    about: "a draft is due eight days before its meeting",
    given: {
      schools,
      editions: `id | title | school_urn | meeting_on | state
        x1 | Autumn paper | 100001 | 2026-12-10 | draft
        x2 | Sent | | 2026-12-10 | final
        x3 | Long ago | | 2026-01-10 | draft`,
    },
    expect: ["100001 | cpd_lead | 2026-12-02 | Autumn paper | The meeting is on 10 December 2026. | editions/x1"],
  },
  {
    duty: "send_paper",
    about: "what has gone out is done",
    given: { schools, editions: "meeting_on | state\n2026-12-10 | final" },
    expect: [],
  },
  {
    duty: "record_decisions",
    about: "a meeting that is over has decided something",
    given: {
      schools,
      editions:
        "id | meeting_on | state\nx1 | 2026-11-10 | final\nx2 | 2026-11-10 | discussed\nx3 | 2026-12-10 | final",
    },
    expect: [" | cpd_administrator | 2026-11-24 | Paper | The meeting was on 10 November 2026. | editions/x1"],
  },
  {
    duty: "record_decisions",
    about: "once discussed it is done",
    given: { schools, editions: "meeting_on | state\n2026-11-10 | discussed" },
    expect: [],
  },
  {
    duty: "carry_out_decisions",
    about: "decisions that are due soon and not done are counted",
    given: {
      schools,
      editions: [
        {
          id: "x1",
          meeting_on: "2026-10-01",
          state: "discussed",
          decisions: [
            { due_on: "2026-12-01", done_on: null },
            { due_on: "2026-11-01", done_on: null },
            { due_on: "2026-11-01", done_on: "2026-10-30" },
            { due_on: "2027-06-01", done_on: null },
          ],
        },
      ],
    },
    expect: [" | cpd_administrator | 2026-11-01 | Paper | 2 decisions are not done yet. | editions/x1"],
  },
  {
    duty: "carry_out_decisions",
    about: "the day on which it was done ends it",
    given: {
      schools,
      editions: [{ meeting_on: "2026-10-01", decisions: [{ due_on: "2026-11-01", done_on: "2026-10-30" }] }],
    },
    expect: [],
  },
  {
    duty: "write_yearly_report",
    about: "last year's report is due by the end of the autumn term",
    given: { schools },
    expect: [" | cpd_administrator | 2026-12-31 | Report on 2025/26 | It has not been begun. | editions/+"],
  },
  {
    duty: "write_yearly_report",
    about: "a report that went out still lacks future needs",
    given: {
      schools: one,
      editions: [{ id: "x1", kind: "annual_report", time_period: 202526, meeting_on: "2026-10-01", state: "final" }],
    },
    expect: ["100001 | cpd_lead | 2026-12-31 | Report on 2025/26 | It says nothing of future needs. | editions/x1"],
  },
  {
    duty: "write_yearly_report",
    about: "sent, with the future needs in the plan, it is done",
    given: {
      schools,
      plans: [{ time_period: 202526, future_needs: true }],
      editions: [{ kind: "annual_report", time_period: 202526, meeting_on: "2026-10-01", state: "discussed" }],
    },
    expect: [],
  },
  {
    duty: "evaluate_lead_role",
    about: "somebody other than the lead evaluates the role: an executive in a trust",
    given: { schools },
    expect: [" | trust_executive | 2026-12-31 | The role in 2025/26 | | editions"],
  },
  {
    duty: "evaluate_lead_role",
    about: "in a single school it is a governor's",
    given: { policy: [{ profile: "P" }], schools: one },
    expect: ["100001 | governor | 2026-12-31 | The role in 2025/26 | | editions"],
  },
  {
    duty: "evaluate_lead_role",
    about: "a policy without that evaluation asks for none, and a written one is done",
    given: { policy: [{ profile: "B" }], schools },
    expect: [],
  },
  {
    duty: "review_policy",
    about: "a policy is reviewed its cycle after it was approved",
    given: { policy: [{ approved_on: "2024-09-01", review_cycle_months: 24 }], schools },
    expect: [" | cpd_administrator | 2026-09-01 | The policy | | policy"],
  },
  {
    duty: "review_policy",
    about: "the day that the policy names counts before the cycle, and one far ahead is no task",
    given: { policy: [{ approved_on: "2024-09-01", review_cycle_months: 24, next_review_on: "2027-09-01" }], schools },
    expect: [],
  },
  {
    duty: "assess_equality",
    about: "profile C promises an assessment",
    given: { policy: [{ approved_on: "2026-09-01" }], schools },
    expect: [" | cpd_administrator | 2026-11-30 | Equality impact assessment | | policy"],
  },
  {
    duty: "assess_equality",
    about: "an assessment of this version is enough",
    given: { policy: [{ approved_on: "2026-09-01", equality_assessed_on: "2026-08-20" }], schools },
    expect: [],
  },
  {
    duty: "check_cpd_system",
    about: "once a year the way CPD is run is looked at",
    given: { schools, evidence: "type | observed_on\nself_check | 2026-06-01" },
    expect: [" | cpd_administrator | 2027-08-31 | Check of 2026/27 | | evidence/+"],
  },
  {
    duty: "check_cpd_system",
    about: "this year's check is enough",
    given: { schools, evidence: "type | observed_on\nself_check | 2026-10-01" },
    expect: [],
  },
];
