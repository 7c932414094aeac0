/** Worked examples of the duties about people: counts, and never a name. */
import type { TaskExample } from "./tasks-example.ts";

const schools = "urn\n100001\n100002";
const teacher = { school_urn: "100001", staff_group: "teachers", is_teacher: true, starts_on: "2020-09-01" };
const staffedBy = (...rows: Record<string, unknown>[]) => ({
  schools,
  employments: rows.map((row, index) => ({ ...teacher, staff_id: `s${index}`, ...row })),
});
const started = { starts_on: "2026-09-01" };
const agreement = {
  id: "g1",
  staff_id: "s0",
  signed_on: "2024-08-01",
  course_starts_on: "2024-09-01",
  course_ends_on: "2025-07-31",
  schedule: [
    { year: 1, share: 1 },
    { year: 2, share: 0.5 },
  ],
};

export const peopleExamples: TaskExample[] = [
  {
    duty: "complete_inductions",
    about: "who began within a year and has not completed induction is counted, per school",
    given: staffedBy(
      { ...started },
      { ...started, induction_completed_on: "2026-10-20" },
      { starts_on: "2026-10-01" },
      { starts_on: "2024-09-01" },
      { ...started, contract: "supply" },
      { ...started, staff_group: "governors", is_teacher: false },
    ),
    expect: [
      "100001 | cpd_lead | 2026-10-31 | Induction of new colleagues | 2 of 3 who began here in the last twelve months have not completed it. | employments",
    ],
  },
  {
    duty: "complete_inductions",
    about: "a second post in the same school is no new beginning, and a completed induction is done",
    given: staffedBy(
      { ...started, staff_id: "s1", induction_completed_on: "2026-10-20" },
      { staff_id: "s2", starts_on: "2020-09-01", ends_on: "2026-08-31" },
      { staff_id: "s2", starts_on: "2026-09-01" },
    ),
    expect: [],
  },
  {
    duty: "hold_yearly_discussions",
    about: "this year's discussions are counted and nobody is named",
    given: {
      policy: [{ profile: "B" }],
      ...staffedBy({ discussions: ["2026-10-01"] }, { discussions: ["2025-11-01"] }, {}),
    },
    expect: ["100001 | cpd_lead | 2027-08-31 | Yearly discussions 2026/27 | 2 of 3 not yet held. | employments"],
  },
  {
    duty: "hold_yearly_discussions",
    about: "a policy that promises none, where none was ever entered, is not asked for them",
    given: staffedBy({}, {}),
    expect: [],
  },
  {
    duty: "hold_coach_reviews",
    about: "where the policy asks for a review each half term, those with a coach are counted",
    given: {
      policy: [{ coaching_cadence: "half_termly" }],
      ...staffedBy(
        { coach_id: true, coach_reviews: ["2026-11-12"] },
        { coach_id: true, coach_reviews: ["2026-10-12"] },
        { coach_id: false },
      ),
    },
    expect: ["100001 | cpd_lead | 2026-12-31 | Coach reviews of this half term | 1 of 2 not yet held. | employments"],
  },
  {
    duty: "hold_coach_reviews",
    about: "a policy that only encourages coaching asks for no reviews",
    given: { policy: [{ coaching_cadence: "encouraged" }], ...staffedBy({ coach_id: true }) },
    expect: [],
  },
  {
    duty: "allocate_coaches",
    about: "where every teacher is promised a coach, those without are counted",
    given: {
      policy: [{ coaching_cadence: "every_teacher" }],
      ...staffedBy({ coach_id: true }, { coach_id: false }, { staff_group: "support", is_teacher: false }),
    },
    expect: [
      "100001 | cpd_lead | 2026-10-31 | A coach for every teacher | 1 of 2 teachers have no coach. | employments",
    ],
  },
  {
    duty: "allocate_coaches",
    about: "once everybody has one it is done",
    given: { policy: [{ coaching_cadence: "every_teacher" }], ...staffedBy({ coach_id: true }) },
    expect: [],
  },
  {
    duty: "appoint_lead",
    about: "a school whose lead's term is over has none, and one that never had is overdue since the year began",
    given: {
      schools: "urn\n100001\n100002\n100003",
      appointments: `school_urn | role | starts_on | ends_on
        100001 | cpd_lead | 2024-09-01 |
        100002 | cpd_lead | 2024-09-01 | 2026-10-31
        100003 | governor | 2024-09-01 |`,
    },
    expect: [
      "100003 | cpd_administrator | 2026-09-01 | School 100003 | Nobody is appointed today. | appointments/+",
      "100002 | cpd_administrator | 2026-11-01 | School 100002 | Nobody is appointed today. | appointments/+",
    ],
  },
  {
    duty: "appoint_lead",
    about: "appointing somebody ends it",
    given: { schools: "urn\n100001", appointments: "school_urn | starts_on\n100001 | 2026-11-20" },
    expect: [],
  },
  {
    duty: "sign_agreement",
    about: "a draft must be signed before the course starts",
    given: {
      schools,
      agreements: [
        { ...agreement, id: "g1", state: "draft", course_starts_on: "2026-12-01" },
        { ...agreement, id: "g2", state: "signed", course_starts_on: "2026-12-01" },
      ],
    },
    expect: [
      " | cpd_administrator | 2026-11-30 | A training agreement in draft | The course starts on 1 December 2026. | agreements/g1",
    ],
  },
  { duty: "sign_agreement", about: "a signed one is done", given: { schools, agreements: [agreement] }, expect: [] },
  {
    duty: "end_agreement",
    about: "its years end within 90 days",
    given: { schools, agreements: [{ ...agreement, course_ends_on: "2025-01-31" }] },
    expect: [" | cpd_administrator | 2027-01-31 | A training agreement | It ends on 31 January 2027. | agreements/g1"],
  },
  {
    duty: "end_agreement",
    about: "without a scale of its own it follows the policy's, and years that go on are no task",
    given: {
      policy: [{ repayment_schedule: [{ year: 5, share: 0.05 }] }],
      schools,
      agreements: [{ ...agreement, schedule: [], course_ends_on: "2025-01-31" }],
    },
    expect: [],
  },
  {
    duty: "settle_repayment",
    about: "somebody with a signed agreement leaves within its years",
    given: { ...staffedBy({}), agreements: [{ ...agreement, leaving_on: "2026-12-31" }] },
    expect: [
      " | cpd_administrator | 2026-12-31 | A training agreement of somebody who leaves | Their last day is 31 December 2026. | /agreements/g1",
    ],
  },
  {
    duty: "settle_repayment",
    about: "that somebody left is known from their posts too, unless they went to another post in the trust",
    given: {
      ...staffedBy(
        { ends_on: "2026-10-31", destination: "other_state_school" },
        { ends_on: "2026-10-31", destination: "own_trust" },
      ),
      agreements: [agreement, { ...agreement, id: "g2", staff_id: "s1" }],
    },
    expect: [
      " | cpd_administrator | 2026-10-31 | A training agreement of somebody who leaves | Their last day is 31 October 2026. | /agreements/g1",
    ],
  },
  {
    duty: "settle_repayment",
    about: "settled, or left after its years were over, it is done",
    given: {
      ...staffedBy({}),
      agreements: [
        { ...agreement, state: "repaid", leaving_on: "2026-12-31" },
        { ...agreement, id: "g2", leaving_on: "2027-07-31" },
      ],
    },
    expect: [],
  },
];
