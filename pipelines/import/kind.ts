import type { Lookups } from "./lookups.ts";
import type { ReleaseStatus } from "./period.ts";
import type { Sheet } from "./sheet.ts";
import type { Choice, ColumnNames } from "./table.ts";

/** The collections that imports write to. */
export type ImportCollection =
  | "policy"
  | "schools"
  | "providers"
  | "staff"
  | "programmes"
  | "subscriptions"
  | "activities"
  | "employments"
  | "qualifications"
  | "participations"
  | "costs"
  | "evaluations"
  | "outcomes";

/** What a kind may look up in the record, beside its schools and policy. Each is read only for the kinds that ask for it. */
export type Need =
  | "staff"
  | "priorities"
  | "providers"
  | "programmes"
  | "subscriptions"
  | "activities"
  | "employments"
  | "qualifications"
  | "participations"
  | "invitations";

/** The fields of one record, as Directus takes and gives them. */
export type RecordFields = Record<string, unknown>;

/** A school as the record has it; dates are ISO dates, references are URNs. */
export interface SchoolRecord {
  urn: string;
  name: string;
  phase: string | null;
  establishment_type: string | null;
  local_authority_code: string | null;
  local_authority: string | null;
  opened_on: string | null;
  closed_on: string | null;
  trust_uid: string | null;
  trust_name: string | null;
  trust_joined_on: string | null;
  trust_left_on: string | null;
  predecessor_urns: string[];
  pupils: number | null;
}

/** A staff group of the policy. */
export interface StaffGroup extends Choice {
  is_teacher: boolean;
  /** Invited, but never counted as staff. */
  is_audience: boolean;
}

/** What of the organisation's policy an import may need. */
export interface ImportPolicy {
  staff_groups: StaffGroup[];
  threshold_signed_in: number;
  threshold_leaving: number;
  /** Null: the policy states no follow-up. */
  followup_min_months: number | null;
  wave_closes_after_days: number;
}

/** What is known when a file is read: whose schools count, what is in the record, and what whoever imports has said. */
export interface ImportContext {
  /** The group UID of the trust whose schools are imported; null when none has been chosen. */
  trustUid: string | null;
  /** The names the trust goes by in the record, for files that name trusts without their UID. */
  trustNames: string[];
  /** Every school of the record. */
  schools: SchoolRecord[];
  /** The URNs of the schools for which whoever imports may do so; null: all, and for the trust itself. */
  allowedSchoolUrns: readonly string[] | null;
  policy: ImportPolicy;
  /** Finds what the file names in the record; what a kind's `needs` does not list finds nothing. */
  lookups: Lookups;
  /**
   * The key that a word of the file stands for, in a column that has `choices`: as somebody matched it, or the choice with that key or
   * label (capitals and spaces make no difference).
   *
   * @returns null for a word whose rows are to be left out (count them as not ours), undefined for one that nobody has matched (refuse the row)
   */
  keyOf(column: string, word: string): string | null | undefined;
  /** `--year`, as 201819. */
  year?: number;
  /** `--release`. */
  release?: ReleaseStatus;
  /** An ISO date: the day of the import. */
  today: string;
}

/** One record as a file would have it. */
export interface Candidate {
  collection: ImportCollection;
  /** The record's key: always the same for the same thing, so that a second import finds the first one's records. */
  key: string;
  /** Where in the file it is from; 0 for what is not from a line of it. */
  line: number;
  /** The fields the file speaks for; others are left as they are. The key field is among them. */
  fields: RecordFields;
  /**
   * The school it is about, where its own `school_urn` does not say: that of a member of staff, or of whoever took part. Where
   * somebody imports for some schools alone, what is about another, or about none, is refused.
   */
  school_urn?: string | null;
  /** How somebody who looks at the preview knows it, such as a name or a title. Shown to them alone, never printed or logged. */
  label?: string;
  /** Whether it only has to be there: where a record with this key exists, it is left as it is. */
  isOnlyIfMissing?: boolean;
}

/** A row, or one cell of it, that could not be used. Never holds the value. */
export interface Refusal {
  line: number;
  /** The heading of the cell at fault; null when the whole row is refused. */
  column: string | null;
  reason: string;
}

/** What a file comes to before it is compared with the record. */
export interface Draft {
  /** No two of a collection with the same key. */
  candidates: Candidate[];
  refused: Refusal[];
  /** How many rows are about other schools, trusts or areas. */
  not_ours: number;
  /** What the person should know, in whole sentences. */
  notes: string[];
  /** The chosen trust's name as the file has it. */
  trust_name?: string;
}

/** One kind of file that can be imported. */
export interface ImportKind {
  /** The word on the command line. */
  name: string;
  /** What the file is and where it is from, in one line. */
  about: string;
  /** Whether it may be imported for one school by whoever leads CPD there; otherwise it is for those who see the whole trust. */
  isForSchools?: boolean;
  /** What of the record `context.lookups` must hold. */
  needs?: readonly Need[];
  /** The columns it reads, for a kind whose files all have the same; people match them with the file's headings by hand. */
  columns?: ColumnNames<string>;
  /** The columns it would read of this file, for a kind whose files differ, such as the exports of surveys. */
  columnsOf?(sheet: Sheet): ColumnNames<string>;
  /** Makes one row of headings of a file whose tool writes them in several; any other file stays as it is. */
  arrange?(sheet: Sheet): Sheet;
  /** How likely a file is of this kind, from 0 to 1; unless given, the share of its columns whose headings are there. */
  recognise?(sheet: Sheet): number;
  /**
   * Reads the file; changes nothing. Columns are found with `findColumns(sheet, columns)`, which knows what people matched by hand.
   *
   * @throws HubError when the file as a whole cannot be used
   */
  read(sheet: Sheet, context: ImportContext): Draft;
}

/** The trust's own schools: those whose `trust_uid` is the chosen one. */
export function ownSchools(context: ImportContext): SchoolRecord[] {
  return context.schools.filter((school) => school.trust_uid !== null && school.trust_uid === context.trustUid);
}
