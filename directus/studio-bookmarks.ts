/** Work that waits for somebody, as lists in the Studio's navigation. */

/** A list that everybody who opens the Studio finds in its navigation. */
export interface Bookmark {
  collection: string;
  /** In the words that an administrator would use; it stands below its collection, where about 14 letters can be read. */
  bookmark: string;
  icon: string;
  filter: object;
  /** The columns, in order. */
  fields: string[];
  sort: string[];
}

const has = (field: string) => ({ [field]: { _nnull: true } });
const lacks = (field: string) => ({ [field]: { _null: true } });
const is = (field: string, ...values: string[]) => ({ [field]: { _in: values } });
const within = (field: string, from: string, to: string) => ({
  [field]: { _between: [`$NOW(${from})`, `$NOW(${to})`] },
});
const past = (field: string) => ({ [field]: { _lt: "$NOW" } });
const before = (field: string, ago: string) => ({ [field]: { _lt: `$NOW(${ago})` } });

function list(
  collection: string,
  bookmark: string,
  icon: string,
  rules: object[],
  fields: string[],
  ...sort: string[]
): Bookmark {
  return { collection, bookmark, icon, filter: { _and: [{ status: { _eq: "active" } }, ...rules] }, fields, sort };
}

/** The bookmarks, by collection in the order of the navigation. */
export const bookmarks: Bookmark[] = [
  list(
    "needs",
    "Unanswered",
    "search_insights",
    [lacks("programme_id"), is("state", "suggested", "agreed")],
    ["title", "source", "school_urn", "staff_group", "state", "identified_on"],
    "identified_on",
  ),
  list(
    "plans",
    "To evaluate",
    "published_with_changes",
    // A plan is looked back on in its last term, before the next one is agreed.
    [is("state", "agreed", "published"), before("agreed_on", "-9 months")],
    ["title", "time_period", "school_urn", "state", "agreed_on"],
    "time_period",
  ),
  list(
    "activities",
    "To decide",
    "gavel",
    [is("decision", "proposed")],
    ["title", "school_urn", "starts_on", "requested_by_role", "estimated_cost", "budget_check"],
    "starts_on",
  ),
  list(
    "activities",
    "To be booked",
    "event_upcoming",
    [is("booking_state", "to_book"), is("decision", "approved", "exception")],
    ["title", "provider_id", "school_urn", "starts_on", "booking_state"],
    "starts_on",
  ),
  list(
    "participations",
    "Requests",
    "contact_support",
    [is("state", "requested")],
    ["staff_id", "activity_id", "estimated_cost", "state"],
    "activity_id",
  ),
  list(
    "participations",
    "Awaiting evaluation",
    "hourglass_top",
    // Older ones will not be answered any more.
    [is("evaluation_state", "invited"), { activity_id: { starts_on: { _gte: "$NOW(-3 months)" } } }],
    ["staff_id", "activity_id", "state", "completed_on", "evaluation_state"],
    "-completed_on",
  ),
  list(
    "participations",
    "Follow-up due",
    "event_repeat",
    [is("followup_state", "sampled"), within("completed_on", "-7 months", "-3 months")],
    ["staff_id", "activity_id", "completed_on", "followup_state"],
    "completed_on",
  ),
  list(
    "providers",
    "To follow up",
    "contact_mail",
    [has("follow_up_reason"), lacks("follow_up_closed_on")],
    ["name", "follow_up_reason", "follow_up_owner", "follow_up_due_on"],
    "follow_up_due_on",
  ),
  list(
    "subscriptions",
    "Subscriptions to review",
    "rule",
    [lacks("decision")],
    ["title", "kind", "school_urn", "annual_cost", "users_in_year", "ends_on"],
    "ends_on",
  ),
  list(
    "subscriptions",
    "Ending soon",
    "event_busy",
    [within("ends_on", "-1 day", "+90 days")],
    ["title", "kind", "school_urn", "annual_cost", "notice_by_on", "ends_on", "decision"],
    "ends_on",
  ),
  list(
    "invitations",
    "Not answered",
    "mark_email_unread",
    [is("state", "sent")],
    ["staff_id", "activity_id", "wave", "closes_on"],
    "closes_on",
  ),
  list(
    "evidence",
    "Gap tasks open",
    "timeline",
    [is("type", "gap_task"), lacks("stage_4_on")],
    ["title", "activity_id", "stage_1_on", "stage_2_on", "stage_3_on", "stage_4_on"],
    "observed_on",
  ),
  list(
    "evidence",
    "Overdue steps",
    "assignment_late",
    [has("next_step"), lacks("next_step_done_on"), past("next_step_due_on")],
    ["title", "school_urn", "next_step", "next_step_owner", "next_step_due_on"],
    "next_step_due_on",
  ),
  list(
    "evidence",
    "Marks ending",
    "workspace_premium",
    [is("type", "quality_mark"), { expires_on: { _lt: "$NOW(+180 days)" } }],
    ["title", "awarded_by", "school_urn", "expires_on"],
    "expires_on",
  ),
  list(
    "sharing",
    "Still to share",
    "share",
    [lacks("done_on"), { route: { _neq: "not_needed" } }],
    ["title", "route", "school_urn", "agreed_on", "due_on"],
    "due_on",
  ),
  list(
    "employments",
    "Left this year",
    "logout",
    // Those who took another post in the trust did not leave.
    [
      within("ends_on", "-1 year", "+0 days"),
      { _or: [{ destination: { _null: true } }, { destination: { _neq: "own_trust" } }] },
    ],
    ["staff_id", "school_urn", "staff_group", "ends_on", "destination"],
    "-ends_on",
  ),
  list(
    "employments",
    "To be inducted",
    "waving_hand",
    [lacks("ends_on"), lacks("induction_completed_on"), { starts_on: { _gte: "$NOW(-1 year)" } }],
    ["staff_id", "school_urn", "staff_group", "role_title", "starts_on"],
    "starts_on",
  ),
  list(
    "employments",
    "Without coach",
    "support",
    [lacks("ends_on"), lacks("coach_id"), { is_teacher: { _eq: true } }],
    ["staff_id", "school_urn", "staff_group", "role_title"],
    "school_urn",
  ),
  list(
    "agreements",
    "To be signed",
    "ink_pen",
    [is("state", "draft")],
    ["title", "staff_id", "course_starts_on", "state"],
    "course_starts_on",
  ),
  list(
    "agreements",
    "Leavers",
    "contract",
    [has("leaving_on"), is("state", "signed", "ended"), lacks("decided_amount")],
    ["title", "staff_id", "state", "course_ends_on", "leaving_on"],
    "leaving_on",
  ),
  list(
    "editions",
    "Next meeting",
    "gavel",
    [is("state", "draft", "final"), { meeting_on: { _gte: "$NOW(-1 day)" } }],
    ["title", "kind", "school_urn", "meeting_on", "state"],
    "meeting_on",
  ),
];
