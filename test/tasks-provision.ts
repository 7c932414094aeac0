/** Worked examples of the duties around activities, providers and subscriptions. */
import type { TaskExample } from "./tasks-example.ts";

const schools = "urn\n100001\n100002";
const gate = { criteria_mode: "gate", criteria: [{ key: "linked_priority" }, { key: "value" }] };
const held = { id: "a1", title: "Phonics day", school_urn: "100001", starts_on: "2026-10-05", ends_on: "2026-10-05" };
const came = [
  { activity_id: "a1", staff_id: "s1", evaluation_state: "invited" },
  { activity_id: "a1", staff_id: "s2", evaluation_state: "answered" },
];
const reported = {
  policy: [
    {
      report_recipients: [
        { role: "Head of service", version: "first" },
        { role: "Team", version: "final" },
      ],
      report_due_days: 14,
    },
  ],
  schools,
};

export const provisionExamples: TaskExample[] = [
  {
    duty: "decide_activity",
    about: "what is proposed waits for a decision, and what passed the gate without all criteria would be an exception",
    given: {
      policy: [gate],
      schools,
      activities: [
        { ...held, id: "a1", decision: "proposed", budget_check: "within" },
        { ...held, id: "a2", title: "Visit", starts_on: "2026-12-01", decision: "approved", criteria_met: ["value"] },
        {
          ...held,
          id: "a3",
          starts_on: "2026-12-01",
          decision: "approved",
          criteria_met: ["value", "linked_priority"],
        },
        { ...held, id: "a4", starts_on: "2025-12-01", decision: "proposed" },
        { ...held, id: "a5", decision: "proposed", is_restricted: true },
      ],
    },
    expect: [
      "100001 | cpd_lead | 2026-10-05 | Phonics day | It is proposed. | activities/a1",
      "100001 | cpd_lead | 2026-12-01 | Visit | It is approved, with 1 of 2 criteria met: it would be an exception, with its reason. | activities/a2",
    ],
  },
  {
    duty: "decide_activity",
    about: "a score is no gate, and a decision is done",
    given: {
      policy: [{ ...gate, criteria_mode: "score" }],
      schools,
      activities: [{ ...held, starts_on: "2026-12-01", criteria_met: ["value"], decision: "approved" }],
    },
    expect: [],
  },
  {
    duty: "decide_activity",
    about: "where criteria make up a score, a proposal says what it has of it",
    given: {
      policy: [
        {
          criteria_mode: "score",
          criteria: [
            { key: "linked_priority", weight: 3 },
            { key: "value", weight: 1 },
          ],
        },
      ],
      schools,
      activities: [
        { ...held, id: "a1", decision: "proposed", budget_check: "within", criteria_met: ["linked_priority"] },
        { ...held, id: "a2", decision: "proposed", budget_check: "over" },
      ],
    },
    expect: [
      "100001 | cpd_lead | 2026-10-05 | Phonics day | It is proposed, with 3 of 4 points. | activities/a1",
      "100001 | cpd_lead | 2026-10-05 | Phonics day | It is proposed, with 0 of 4 points, and over the budget. | activities/a2",
    ],
  },
  {
    duty: "agree_sharing",
    about: "after an activity it is agreed what is passed on",
    given: { schools, activities: [held], participations: came },
    expect: ["100001 | cpd_lead | 2026-10-19 | Phonics day | It ended on 5 October 2026. | sharing/+"],
  },
  {
    duty: "agree_sharing",
    about: "an agreement ends it, even one that nothing is to be shared",
    given: {
      schools,
      activities: [held, { ...held, id: "a2" }],
      participations: [...came, { activity_id: "a2", staff_id: "s1", sharing_agreed_on: "2026-10-06" }],
      sharing: "activity_id | route\na1 | not_needed",
    },
    expect: [],
  },
  {
    duty: "share_as_agreed",
    about: "what was agreed is due when it was said to be",
    given: {
      schools,
      activities: [held],
      sharing: "id | activity_id | school_urn | due_on\nh1 | a1 | 100001 | 2026-11-30",
    },
    expect: ["100001 | cpd_lead | 2026-11-30 | Phonics day | | sharing/h1"],
  },
  {
    duty: "share_as_agreed",
    about: "done is done",
    given: { schools, sharing: "school_urn | due_on | done_on\n100001 | 2026-11-30 | 2026-11-02" },
    expect: [],
  },
  {
    duty: "give_provider_feedback",
    about: "an outside provider hears what participants thought, our own schools do without",
    given: {
      schools,
      providers:
        "id | name | kind | feedback_sent_on\nv1 | Page and Lantern | external | 2026-06-01\nv2 | Ours | own_school |",
      activities: [
        { ...held, provider_id: "v1" },
        { ...held, id: "a2", provider_id: "v2" },
      ],
    },
    expect: [
      " | cpd_administrator | 2026-11-04 | Page and Lantern | Their last activity ended on 5 October 2026. | providers/v1",
    ],
  },
  {
    duty: "give_provider_feedback",
    about: "once told, it is done",
    given: {
      schools,
      providers: "id | feedback_sent_on\nv1 | 2026-10-20",
      activities: [{ ...held, provider_id: "v1" }],
    },
    expect: [],
  },
  {
    duty: "settle_provider_matter",
    about: "an open matter without a day is due now",
    given: {
      schools,
      providers: [
        { id: "v1", follow_up_reason: true },
        { id: "v2", follow_up_reason: true, follow_up_due_on: "2026-11-01" },
        { id: "v3", follow_up_reason: true, follow_up_closed_on: "2026-11-01" },
      ],
    },
    expect: [
      " | cpd_administrator | 2026-11-01 | Invented provider | | providers/v2",
      " | cpd_administrator | 2026-11-20 | Invented provider | | providers/v1",
    ],
  },
  {
    duty: "settle_provider_matter",
    about: "settled is done",
    given: { schools, providers: [{ follow_up_reason: true, follow_up_closed_on: "2026-11-01" }] },
    expect: [],
  },
  {
    duty: "gather_answers",
    about:
      "a form that closes within a week with few answers is the lead's business, with counts where they tell on nobody",
    given: {
      schools,
      activities: [{ ...held, starts_on: "2026-11-10", ends_on: "2026-11-10" }],
      invitation_counts: `activity_id | wave | school_urn | state | closes_on | rows
        a1 | end_of_session | 100001 | answered | 2026-11-24 | 6
        a1 | end_of_session | 100001 | sent     | 2026-11-24 | 14
        a1 | end_of_session | 100002 | sent     | 2026-11-24 | 3
        a1 | follow_up      | 100002 | sent     | 2026-12-24 | 9`,
    },
    expect: [
      "100001 | cpd_lead | 2026-11-24 | Phonics day | 6 of 20 have answered so far. It closes on 24 November 2026. | /courses/a1",
      "100002 | cpd_lead | 2026-11-24 | Phonics day | Few have answered so far. It closes on 24 November 2026. | /courses/a1",
    ],
  },
  {
    duty: "gather_answers",
    about: "once enough have answered there is nothing to do",
    given: {
      schools,
      activities: [held],
      invitation_counts: `activity_id | wave | school_urn | state | closes_on | rows
        a1 | end_of_session | 100001 | answered | 2026-11-24 | 16
        a1 | end_of_session | 100001 | sent     | 2026-11-24 | 4`,
    },
    expect: [],
  },
  {
    duty: "send_links",
    about: "links that were due and have not gone out are counted",
    given: {
      schools,
      activities: [held],
      invitation_counts: `activity_id | wave | school_urn | state | opens_on | closes_on | rows
        a1 | end_of_session | 100001 | due | 2026-11-16 | 2026-11-30 | 8
        a1 | end_of_session | 100002 | due | 2026-11-16 | 2026-11-30 | 4
           | staff_survey   | 100001 | due | 2026-11-19 | 2026-12-03 | 60`,
    },
    expect: [
      "100001 | cpd_administrator | 2026-11-16 | Phonics day | 12 links have not been sent. The form closes on 30 November 2026. | /courses/a1",
    ],
  },
  {
    duty: "send_links",
    about: "a form about an activity that was archived since has no name",
    given: {
      schools,
      invitation_counts: [
        {
          activity_id: "a9",
          wave: "end_of_session",
          state: "due",
          opens_on: "2026-11-16",
          closes_on: "2026-11-30",
          rows: 1,
        },
      ],
    },
    expect: [
      " | cpd_administrator | 2026-11-16 | A form | One link has not been sent. The form closes on 30 November 2026. | /courses/a9",
    ],
  },
  {
    duty: "send_links",
    about: "sent is done",
    given: {
      schools,
      activities: [held],
      invitation_counts:
        "activity_id | wave | state | opens_on | closes_on | rows\na1 | end_of_session | sent | 2026-11-16 | 2026-11-30 | 8",
    },
    expect: [],
  },
  {
    duty: "survey_staff",
    about: "staff are surveyed in the policy's month",
    given: { policy: [{ staff_survey_month: 6 }], schools },
    expect: [" | cpd_administrator | 2027-06-30 | Staff survey 2026/27 | | questionnaires"],
  },
  {
    duty: "survey_staff",
    about: "once staff have been asked this year it is done",
    given: {
      policy: [{ staff_survey_month: 10 }],
      schools,
      invitation_counts: [
        { wave: "staff_survey", survey_period: "202627", state: "sent", closes_on: "2026-11-30", rows: 60 },
      ],
    },
    expect: [],
  },
  {
    duty: "send_course_report",
    about: "a report is due the policy's days after the form has closed",
    given: { ...reported, activities: [held, { ...held, id: "a2", ends_on: "2026-11-06" }], participations: came },
    expect: [
      "100001 | cpd_administrator | 2026-11-02 | Phonics day | The form closed on 19 October 2026. | /courses/a1/report",
    ],
  },
  {
    duty: "send_course_report",
    about: "a policy without recipients asks for no report, and a report that was sent is done",
    given: { ...reported, activities: [{ ...held, report_sent_on: "2026-10-20" }], participations: came },
    expect: [],
  },
  {
    duty: "finish_course_report",
    about: "the final report waits for the further training that was asked for",
    given: { ...reported, activities: [{ ...held, report_sent_on: "2026-10-20" }], participations: came },
    expect: [
      "100001 | cpd_administrator | 2026-11-03 | Phonics day | What further training was asked for is not written yet. | activities/a1",
    ],
  },
  {
    duty: "finish_course_report",
    about: "sent is done",
    given: { ...reported, activities: [{ ...held, report_sent_on: "2026-10-20", report_final_on: "2026-11-02" }] },
    expect: [],
  },
  {
    duty: "continue_gap_task",
    about: "the next stage is due some time after the last",
    given: {
      schools,
      activities: [held],
      evidence: [
        {
          id: "e1",
          type: "gap_task",
          activity_id: "a1",
          observed_on: "2026-10-05",
          stage_1_on: "2026-10-05",
          stage_2_on: null,
        },
        {
          id: "e2",
          type: "gap_task",
          school_urn: "100002",
          observed_on: "2026-10-05",
          stage_1_on: "2026-10-05",
          stage_2_on: "2026-10-20",
          stage_3_on: null,
        },
      ],
    },
    expect: [
      "100001 | cpd_lead | 2026-10-19 | Gap task: Phonics day | Stage 2, the task and its starting point, is not written. | evidence/e1",
    ],
  },
  {
    duty: "continue_gap_task",
    about: "four stages are the whole of it",
    given: {
      schools,
      evidence: [
        {
          type: "gap_task",
          school_urn: "100001",
          observed_on: "2026-06-05",
          stage_1_on: "2026-06-05",
          stage_2_on: "2026-06-20",
          stage_3_on: "2026-08-01",
          stage_4_on: "2026-10-01",
        },
      ],
    },
    expect: [],
  },
  {
    duty: "draw_followup_sample",
    about: "the sample is due the policy's months after the activity",
    given: {
      policy: [{ followup_min_months: 3, followup_sample_rate: 0.25 }],
      schools,
      activities: [{ ...held, starts_on: "2026-07-06", ends_on: "2026-07-06" }],
      participations: came,
    },
    expect: ["100001 | cpd_administrator | 2026-10-06 | Phonics day | It ended on 6 July 2026. | activities/a1"],
  },
  {
    duty: "draw_followup_sample",
    about: "a policy without a follow-up draws none",
    given: {
      policy: [{ profile: "P" }],
      schools,
      activities: [{ ...held, ends_on: "2026-07-06" }],
      participations: came,
    },
    expect: [],
  },
  {
    duty: "review_subscription",
    about: "each needs this year's decision, and by the last day for notice",
    given: {
      schools,
      subscriptions: `id | title | school_urn | starts_on | ends_on | notice_by_on | decision | decided_on
        b1 | Inkwell | 100001 | 2025-04-01 | 2027-03-31 | 2026-12-31 | keep | 2026-02-01
        b2 | Chalk   |        | 2025-09-01 | 2027-08-31 |            |      |
        b3 | Slate   |        | 2025-09-01 | 2027-08-31 |            | keep | 2026-10-01
        b4 | Gone    |        | 2024-09-01 | 2025-08-31 |            |      |
        b5 | Over    |        | 2025-11-01 | 2026-10-31 |            |      |`,
    },
    expect: [
      " | cpd_administrator | 2026-10-31 | Over | It ended on 31 October 2026. | subscriptions/b5",
      "100001 | cpd_lead | 2026-12-31 | Inkwell | Notice can be given until 31 December 2026. | subscriptions/b1",
      " | cpd_administrator | 2027-08-31 | Chalk | There is no decision for this year. | subscriptions/b2",
    ],
  },
  {
    duty: "review_subscription",
    about: "a decision of this year is done",
    given: {
      schools,
      subscriptions: "starts_on | ends_on | decision | decided_on\n2025-09-01 | 2027-08-31 | stop | 2026-09-02",
    },
    expect: [],
  },
  {
    duty: "plan_training_days",
    about: "a school's own days and the trust's are counted once each",
    given: {
      policy: [{ inset_min_days: 3 }],
      schools,
      activities: [
        { ...held, id: "a1", school_urn: null, starts_on: "2026-09-01", ends_on: "2026-09-02", time_type: "inset" },
        { ...held, id: "a2", school_urn: "100001", starts_on: "2026-09-02", ends_on: "2026-09-02", time_type: "inset" },
        { ...held, id: "a3", school_urn: "100002", starts_on: "2027-01-04", ends_on: "2027-01-04", time_type: "inset" },
      ],
    },
    expect: ["100001 | cpd_lead | 2027-08-31 | Training days 2026/27 | 2 of 3 are planned or held. | activities/+"],
  },
  {
    duty: "plan_training_days",
    about: "a weekend is no training day, as in the measure of them",
    given: {
      policy: [{ inset_min_days: 2 }],
      schools,
      activities: [
        { ...held, id: "a1", school_urn: null, starts_on: "2026-10-23", ends_on: "2026-10-25", time_type: "inset" },
        { ...held, id: "a2", school_urn: "100001", starts_on: "2026-11-02", ends_on: "2026-11-02", time_type: "inset" },
      ],
    },
    expect: ["100002 | cpd_lead | 2027-08-31 | Training days 2026/27 | 1 of 2 are planned or held. | activities/+"],
  },
  {
    duty: "plan_training_days",
    about: "a policy without a least number asks for none",
    given: { schools },
    expect: [],
  },
  {
    duty: "renew_quality_mark",
    about: "the latest mark of each awarding body runs out",
    given: {
      schools,
      evidence: `id | type | awarded_by | observed_on | expires_on
        e1 | quality_mark | Invented Mark | 2021-01-10 | 2024-01-10
        e2 | quality_mark | Invented Mark | 2024-01-10 | 2027-01-10`,
    },
    expect: [" | cpd_administrator | 2027-01-10 | Invented Mark | It runs out on 10 January 2027. | evidence/e2"],
  },
  {
    duty: "renew_quality_mark",
    about: "a newer award takes its place",
    given: {
      schools,
      evidence:
        "type | awarded_by | expires_on\nquality_mark | Invented Mark | 2027-01-10\nquality_mark | Invented Mark | 2030-01-10",
    },
    expect: [],
  },
  {
    duty: "take_next_step",
    about: "what follows from something seen has its day",
    given: {
      schools,
      evidence: "id | school_urn | observed_on | next_step_due_on\ne1 | 100001 | 2026-10-01 | 2026-12-01",
    },
    expect: ["100001 | cpd_lead | 2026-12-01 | After what was seen on 1 October 2026 | | evidence/e1"],
  },
  {
    duty: "take_next_step",
    about: "done is done",
    given: {
      schools,
      evidence: "observed_on | next_step_due_on | next_step_done_on\n2026-10-01 | 2026-12-01 | 2026-11-01",
    },
    expect: [],
  },
];
