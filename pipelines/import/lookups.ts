import type { SchoolRecord } from "./kind.ts";

/** What looking something up came to; `reason` says in words fit for a refusal why it is not one record. */
export type Found<Item> = { item: Item; reason?: never } | { item: null; isAmbiguous: boolean; reason: string };

/** A member of staff, with where they work and have worked. */
export interface StaffRecord {
  id: string;
  first_name: string | null;
  last_name: string;
  email: string | null;
  mis_reference: string | null;
  /** The URNs of their schools, present and past. */
  school_urns: string[];
}

/** One spell in one post; dates are ISO dates. */
export interface EmploymentRecord {
  id: string;
  staff_id: string;
  school_urn: string;
  staff_group: string;
  role_title: string | null;
  starts_on: string;
  ends_on: string | null;
}

/** A qualification somebody holds or works towards. */
export interface QualificationRecord {
  id: string;
  staff_id: string;
  qualification: string;
  state: string;
  started_on: string | null;
  gained_on: string | null;
}

/** One person in one activity. */
export interface ParticipationRecord {
  id: string;
  activity_id: string;
  staff_id: string;
}

/** Something with a title of its own: a priority, a programme, a subscription, or a provider by its name. */
export interface TitledRecord {
  id: string;
  title: string;
  /** Null: the whole trust's. */
  school_urn: string | null;
}

/** A course or session; dates are ISO dates. */
export interface ActivityRecord extends TitledRecord {
  starts_on: string;
  ends_on: string | null;
  hours: number | null;
  programme_id: string | null;
  provider_id: string | null;
  /** Who took part is known to few. */
  is_restricted?: boolean | null;
}

/** How a file names a member of staff; what it does not say is empty or left out. */
export interface StaffNames {
  mis_reference?: string;
  email?: string;
  first_name?: string;
  last_name?: string;
  /** Both in one cell: `Ada Example`, `Ms Ada Example` or `Example, Ada`. */
  full_name?: string;
  /** Where they work. References of a school's own system and names are looked for among its staff alone. */
  school_urn?: string;
}

/** Finds in the record what a file names. Capitals, spaces and full stops make no difference. */
export interface Lookups {
  /** A school by its URN or its name. */
  school(text: string): Found<SchoolRecord>;
  /** A member of staff by e-mail, then by reference, then by name. */
  staff(names: StaffNames): Found<StaffRecord>;
  staffById(id: string): StaffRecord | undefined;
  /** Every spell of a member of staff, the first one first. */
  employmentsOf(staffId: string): EmploymentRecord[];
  qualificationsOf(staffId: string): QualificationRecord[];
  /** Everybody who is in post, or has been, at any of these schools. */
  staffOf(schoolUrns: readonly string[]): StaffRecord[];
  /** Every activity. */
  activities(): readonly ActivityRecord[];
  /** Somebody's participation in an activity, whoever recorded it. */
  participation(activityId: string, staffId: string): ParticipationRecord | undefined;
  /** Whether anybody has a link to the forms of an activity and wave, or of a staff survey, such as `202627`. */
  isAsked(about: { activity_id: string | null; wave: string; survey_period: string | null }): boolean;
  /** An activity by its title, and by its first day where the file gives one (or a day between its first and its last). */
  activity(title: string, on?: string | null): Found<ActivityRecord>;
  programme(title: string): Found<TitledRecord>;
  priority(title: string): Found<TitledRecord>;
  provider(name: string): Found<TitledRecord>;
  subscription(title: string): Found<TitledRecord>;
}
