import type { ReleaseStatus } from "./period.ts";
import type { Sheet } from "./sheet.ts";

/** The collections that imports of published files write to. */
export type ImportCollection = "schools" | "outcomes" | "policy";

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

/** What is known when a file is read: whose schools count, and what the person who runs the import has said. */
export interface ImportContext {
  /** The group UID of the trust whose schools are imported; null when none has been chosen. */
  trustUid: string | null;
  /** The names the trust goes by in the record, for files that name trusts without their UID. */
  trustNames: string[];
  /** Every school of the record. */
  schools: SchoolRecord[];
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
  /** Where in the file it is from. */
  line: number;
  /** The fields the file speaks for; others are left as they are. */
  fields: RecordFields;
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
  /**
   * Reads the file; changes nothing.
   *
   * @throws HubError when the file as a whole cannot be used
   */
  read(sheet: Sheet, context: ImportContext): Draft;
}

/** The trust's own schools: those whose `trust_uid` is the chosen one. */
export function ownSchools(context: ImportContext): SchoolRecord[] {
  return context.schools.filter((school) => school.trust_uid !== null && school.trust_uid === context.trustUid);
}
