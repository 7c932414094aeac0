import { collections } from "./collections.ts";
import type { Candidate, Draft, ImportCollection, RecordFields, Refusal } from "./kind.ts";
import { releaseStatuses } from "./period.ts";

/** One record to be changed: what its fields are now and what they will be. */
export interface PlannedChange {
  collection: ImportCollection;
  key: string;
  before: RecordFields;
  after: RecordFields;
}

/** One record to be made. */
export interface PlannedAddition {
  collection: ImportCollection;
  key: string;
  fields: RecordFields;
}

/** Everything an import would do. A real run does exactly this. */
export interface Plan {
  added: PlannedAddition[];
  changed: PlannedChange[];
  /** Records that are as the file has them already. */
  left: number;
  /** Records that are left because the record has later figures than the file: final ones where the file's are provisional. */
  superseded: number;
  refused: Refusal[];
  /** Rows about other schools, trusts or areas. */
  not_ours: number;
  notes: string[];
}

/** The records that are there already, by collection and key. */
export type ExistingRecords = Map<string, RecordFields>;

/** How a record is found in `ExistingRecords`. */
export function existingKey(collection: ImportCollection, key: string): string {
  return `${collection} ${key}`;
}

/** Says when the file was fetched and by which import, so it differs each time without the record being another. */
const incidental = new Set(["retrieved_on", "import_batch"]);

/**
 * Compares what a file says with what is in the record.
 *
 * @param draft - the file's records, without two for the same key
 * @param existing - the records with those keys, where there are any
 */
export function planImport(draft: Draft, existing: ExistingRecords): Plan {
  const plan: Plan = {
    added: [],
    changed: [],
    left: 0,
    superseded: 0,
    refused: draft.refused,
    not_ours: draft.not_ours,
    notes: draft.notes,
  };
  for (const candidate of draft.candidates) {
    const { collection, key, fields } = candidate;
    const record = existing.get(existingKey(collection, key));
    if (!record)
      plan.added.push({
        collection,
        key,
        fields: { ...fields, ...(collection === "policy" ? {} : { status: "active" }) },
      });
    else if (isSuperseded(candidate, record)) plan.superseded += 1;
    else {
      const differing = Object.keys(fields).filter(
        (name) => !incidental.has(name) && !isSame(record[name], fields[name]),
      );
      if (differing.length === 0) plan.left += 1;
      else plan.changed.push(change(candidate, record, differing));
    }
  }
  return plan;
}

function change({ collection, key, fields }: Candidate, record: RecordFields, differing: string[]): PlannedChange {
  const names = [...differing, ...Object.keys(fields).filter((name) => incidental.has(name))];
  return {
    collection,
    key,
    // The batch that wrote the record before is part of what undoing must put back.
    before: Object.fromEntries(
      [...names, ...(collections[collection].hasBatch ? ["import_batch"] : [])].map((name) => [
        name,
        record[name] ?? null,
      ]),
    ),
    after: Object.fromEntries(names.map((name) => [name, fields[name]])),
  };
}

/** Provisional figures never replace revised or final ones. */
function isSuperseded({ fields }: Candidate, record: RecordFields): boolean {
  const rank = (status: unknown) => (releaseStatuses as readonly unknown[]).indexOf(status);
  return fields["release_status"] !== undefined && rank(fields["release_status"]) < rank(record["release_status"]);
}

/**
 * Whether two values of a field mean the same: no value and an empty one do, as do a number and the same number written out, a date
 * with and without a time of day, and equal lists.
 */
export function isSame(one: unknown, other: unknown): boolean {
  return comparable(one) === comparable(other);
}

function comparable(value: unknown): string {
  if (value === null || value === undefined || value === "") return "";
  if (Array.isArray(value)) return value.length === 0 ? "" : JSON.stringify(value);
  const text = String(value);
  if (/^\d{4}-\d{2}-\d{2}T00:00:00/.test(text)) return text.slice(0, 10);
  return /^-?\d+(\.\d+)?$/.test(text) ? String(Number(text)) : text;
}
