/**
 * Exactly the fields that the pipeline reads, one schema per collection. What is not here never leaves Directus: no names of
 * people, no e-mail addresses, no free text, no notes. `appointments` say who may sign in, which no figure needs.
 *
 * The order of the keys is the order of the columns of `raw.<collection>`. A record that does not fit is refused whole.
 */
import { z } from "zod";

/** A field with the type of its DuckDB column. */
const column = <T extends z.ZodType>(type: string, schema: T) => schema.meta({ column: type }) as T;

const key = column("varchar", z.string().min(1));
const text = column("varchar", z.string()).nullable();
const choice = <const T extends readonly string[]>(...values: T) => column("varchar", z.enum(values));
const date = column("date", z.iso.date());
const moment = column("timestamp", z.iso.datetime({ offset: true, local: true })).nullable();
const whole = column("integer", z.number().int());
const flag = column("boolean", z.boolean());
/** PostgreSQL's decimals arrive as text, SQLite's as numbers. */
const number = z.union([
  z.number(),
  z
    .string()
    .regex(/^-?\d+(\.\d+)?$/)
    .transform(Number),
]);
const measured = column("double", number);
/** Decimals add up to the same sum in any order, which doubles do not. */
const money = column("decimal(14,2)", number);
const hours = column(
  "decimal(10,2)",
  number.refine((value) => value >= 0, "is below zero"),
);
const list = column("varchar[]", z.array(z.string()));
const json = <T extends z.ZodType>(schema: T) => column("json", schema);
/** A list that nobody has filled in yet is an empty one. */
const orNone = <T extends z.ZodType>(item: T) =>
  z
    .array(item)
    .nullable()
    .transform((found) => found ?? []);
/** The Studio leaves out a box that was never ticked. */
const orFalse = z
  .boolean()
  .nullish()
  .transform((found) => found ?? false);

const status = choice("active", "archived");
/** What changes are read by: `date_updated` is empty until a record is first changed. */
const changes = { date_created: moment, date_updated: moment };

/** What people wrote in their own words stays in Directus: only numbers, yes or no, and the keys of choices are read. */
const answers = z
  .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]))
  .transform((found) =>
    Object.fromEntries(Object.entries(found).filter(([, value]) => [value].flat().every(isChosen))),
  );

function isChosen(value: string | number | boolean | null): boolean {
  return typeof value !== "string" || /^[a-z0-9_]{1,40}$/.test(value);
}

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
  policy: z.object({
    id: key,
    profile: choice("M", "P", "C", "B", "H"),
    organisation_name: key,
    trust_uid: text,
    organisation_term: key,
    school_term: key,
    board_term: key,
    local_board_term: text,
    lead_role_term: key,
    levels: json(orNone(z.object({ level: z.string(), name: z.string() }))),
    measures: column("varchar[]", orNone(z.string())),
    staff_groups: json(
      orNone(z.object({ key: z.string(), label: z.string(), is_teacher: orFalse, is_audience: orFalse })),
    ),
    followup_min_months: whole.nullable(),
    wave_closes_after_days: whole.nullable(),
    threshold_signed_in: whole,
    threshold_leaving: whole,
  }),
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
    ...changes,
  }),
  providers: z.object({
    id: key,
    status,
    kind: choice("own_school", "trust", "teaching_school_hub", "university", "external").nullable(),
    quality_assured_on: date.nullable(),
    ...changes,
  }),
  activities: z.object({
    id: key,
    status,
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
    ...changes,
  }),
  subscriptions: z.object({
    id: key,
    status,
    provider_id: text,
    school_urn: text,
    annual_cost: money.nullable(),
    starts_on: date.nullable(),
    ends_on: date.nullable(),
    users_in_year: whole.nullable(),
    decision: choice("keep", "change", "stop").nullable(),
    decided_on: date.nullable(),
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
    batch: column("integer", z.number().int().min(0)),
    questionnaire: key,
    scale_id: text,
    answers: json(answers),
  }),
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
