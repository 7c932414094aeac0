/**
 * Exactly the fields that the pipeline reads, one schema per collection. What is not here never leaves Directus: no names of
 * people, no e-mail addresses, no notes; of what people wrote at most that there is something.
 *
 * The order of the keys is the order of the columns of `raw.<collection>`. A record that does not fit is refused whole.
 */
import { z } from "zod";
import {
  answers,
  changes,
  choice,
  column,
  date,
  daysOf,
  flag,
  hours,
  isFilled,
  json,
  key,
  list,
  measured,
  money,
  number,
  status,
  text,
  whole,
} from "./columns.ts";
import { cycleRecords } from "./records-cycle.ts";
import { policy } from "./records-policy.ts";

export const records = {
  schools: z.object({
    // Names a file of the release, so nothing but figures will do.
    urn: column("varchar", z.string().regex(/^\d{6}$/)),
    status,
    name: key,
    phase: text,
    establishment_type: text,
    local_authority_code: text,
    local_authority: text,
    opened_on: date.nullable(),
    closed_on: date.nullable(),
    trust_uid: text,
    trust_name: text,
    trust_joined_on: date.nullable(),
    trust_left_on: date.nullable(),
    predecessor_urns: list.nullable(),
    pupils: whole.nullable(),
    ...changes,
  }),
  policy,
  staff: z.object({ id: key, status, ...changes }),
  employments: z.object({
    id: key,
    status,
    staff_id: key,
    school_urn: key,
    staff_group: text,
    is_teacher: flag.nullable(),
    contract: choice("permanent", "fixed_term", "supply").nullable(),
    fte: column("decimal(6,4)", number).nullable(),
    starts_on: date,
    ends_on: date.nullable(),
    destination: choice("own_trust", "other_state_school", "left_state_sector", "retired", "unknown").nullable(),
    rung: text,
    induction_completed_on: date.nullable(),
    coach_id: isFilled,
    coach_reviews: daysOf("reviewed_on"),
    discussions: daysOf("held_on"),
    ...changes,
  }),
  qualifications: z.object({
    id: key,
    status,
    staff_id: key,
    qualification: key,
    state: choice("in_progress", "gained", "withdrawn"),
    started_on: date.nullable(),
    gained_on: date.nullable(),
    expires_on: date.nullable(),
    ...changes,
  }),
  priorities: z.object({
    id: key,
    status,
    // In the words of the development plan, which is about the organisation.
    title: text,
    level: choice("whole", "team", "individual").nullable(),
    school_urn: text,
    starts_on: date.nullable(),
    ends_on: date.nullable(),
    ...changes,
  }),
  programmes: z.object({
    id: key,
    status,
    title: key,
    priority_id: text,
    school_urn: text,
    state: choice("explore", "prepare", "deliver", "sustain").nullable(),
    starts_on: date.nullable(),
    ends_on: date.nullable(),
    // What it should change for groups of people, what keeps it going and what was decided of it: words about a programme.
    intended_outcome: text,
    indicator: text,
    baseline: text,
    outcome_short: text,
    outcome_medium: text,
    outcome_long: text,
    sustain_plan: text,
    decision: choice("keep", "change", "stop").nullable(),
    decided_on: date.nullable(),
    decision_reason: text,
    ...changes,
  }),
  providers: z.object({
    id: key,
    status,
    kind: choice("own_school", "trust", "teaching_school_hub", "university", "external").nullable(),
    name: key,
    quality_assured_on: date.nullable(),
    quality_state: choice("meets", "concerns", "not_used_again").nullable(),
    feedback_sent_on: date.nullable(),
    feedback_answered_on: date.nullable(),
    follow_up_reason: isFilled,
    follow_up_due_on: date.nullable(),
    follow_up_closed_on: date.nullable(),
    ...changes,
  }),
  activities: z.object({
    id: key,
    status,
    // Of a restricted activity it goes no further than raw.activities.
    title: key,
    programme_id: text,
    priority_id: text,
    provider_id: text,
    school_urn: text,
    approach: text,
    strand: text,
    sourcing_wave: whole.nullable(),
    delivery_mode: choice("in_person", "virtual", "blended").nullable(),
    level: text,
    starts_on: date.nullable(),
    ends_on: date.nullable(),
    hours: hours.nullable(),
    decision: choice("proposed", "approved", "exception", "declined").nullable(),
    decided_on: date.nullable(),
    criteria_met: list.nullable(),
    budget_check: choice("within", "over", "not_checked").nullable(),
    time_type: text,
    evaluation_wave: choice("open", "closed").nullable(),
    followup_wave: choice("open", "closed").nullable(),
    followup_drawn_on: date.nullable(),
    report_sent_on: date.nullable(),
    report_final_on: date.nullable(),
    // The administrator's own summary, written for the course's report; what participants wrote is read nowhere.
    further_training: text,
    is_restricted: flag.nullable(),
    ...changes,
  }),
  participations: z.object({
    id: key,
    status,
    activity_id: key,
    staff_id: key,
    role: choice("participant", "facilitator", "coach"),
    state: choice("requested", "declined", "booked", "attended", "completed", "withdrawn", "absent"),
    hours_attended: hours.nullable(),
    completed_on: date.nullable(),
    evaluation_state: choice("not_invited", "invited", "answered").nullable(),
    followup_state: choice("not_sampled", "sampled", "answered").nullable(),
    sharing_agreed_on: date.nullable(),
    ...changes,
  }),
  subscriptions: z.object({
    id: key,
    status,
    title: key,
    kind: choice("subscription", "service_level_agreement", "membership").nullable(),
    provider_id: text,
    school_urn: text,
    annual_cost: money.nullable(),
    starts_on: date.nullable(),
    ends_on: date.nullable(),
    notice_by_on: date.nullable(),
    users_in_year: whole.nullable(),
    // What is paid for and what the decision rests on: words about a service.
    benefit: text,
    decision: choice("keep", "change", "stop").nullable(),
    decided_on: date.nullable(),
    decision_reason: text,
    ...changes,
  }),
  costs: z.object({
    id: key,
    status,
    kind: choice("fees", "travel", "venue", "resources", "cover", "staff_time", "budget"),
    amount: money,
    incurred_on: date.nullable(),
    activity_id: text,
    programme_id: text,
    subscription_id: text,
    school_urn: text,
    ...changes,
  }),
  /** Without a person and without a date, on purpose; see directus/README.md. */
  evaluations: z.object({
    id: key,
    status,
    /** Empty for the staff survey, which is about no one activity. */
    activity_id: text,
    school_urn: text,
    staff_group: text,
    wave: choice("end_of_session", "follow_up", "close_out", "staff_survey"),
    /** The academic year of a staff survey, such as 202627. */
    survey_period: text,
    batch: column("integer", z.number().int().min(0)),
    questionnaire: key,
    scale_id: text,
    answers: json(answers),
  }),
  ...cycleRecords,
  outcomes: z.object({
    id: key,
    status,
    geographic_level: choice("school", "trust", "local_authority", "national"),
    school_urn: text,
    geography_code: text,
    geography_name: text,
    published_urn: text,
    measure_code: key,
    time_period: whole,
    breakdown: text,
    category: text,
    value: measured.nullable(),
    lower: measured.nullable(),
    upper: measured.nullable(),
    population: measured.nullable(),
    unit: text,
    status_code: choice("", "c", "x", "z", "low", "b").nullable(),
    source_code: text,
    release_status: choice("provisional", "revised", "final").nullable(),
    source_title: text,
    source_url: text,
    publisher: text,
    licence: text,
    retrieved_on: date.nullable(),
    ...changes,
  }),
} satisfies Record<string, z.ZodObject>;

/** The name of a collection that the pipeline reads. */
export type Collection = keyof typeof records;

/** Every collection that the pipeline reads. */
export const collections = Object.keys(records) as Collection[];

/** Those whose records say when they were changed. The policy is one record, and an answer must not be told by its time. */
export const dated = collections.filter((name) => name !== "policy" && name !== "evaluations");

/** The field that identifies a record of this collection. */
export function keyOf(collection: Collection): "id" | "urn" {
  return collection === "schools" ? "urn" : "id";
}

/** The fields of this collection, in column order. */
export function fieldsOf(collection: Collection): string[] {
  return Object.keys(records[collection].shape);
}
