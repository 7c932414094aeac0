import { collections } from "./collections.ts";
import { groupBy } from "./group.ts";
import type { Candidate, Draft, ImportCollection, RecordFields, Refusal } from "./kind.ts";
import { shownLines } from "./limits.ts";
import { releaseStatuses } from "./period.ts";
import { inBatches } from "./record.ts";
import type { MayNotChange } from "./scope.ts";

/** One record to be changed: what its fields are now and what they will be. */
export interface PlannedChange {
  collection: ImportCollection;
  key: string;
  before: RecordFields;
  after: RecordFields;
  line: number;
  label?: string;
}

/** One record to be made. */
export type PlannedAddition = Pick<Candidate, "collection" | "key" | "fields" | "line" | "label">;

/** A record that stays as it is; `reason` where that is not because the file says the same. */
export type PlannedRest = Pick<Candidate, "collection" | "line" | "label"> & { reason?: string };

/** Everything an import would do. A real run does exactly this. */
export interface Plan {
  added: PlannedAddition[];
  changed: PlannedChange[];
  /** Records that are as the file has them already. */
  left: number;
  /** Records that are left because the record has later figures than the file: final ones where the file's are provisional. */
  superseded: number;
  /** The first of those that are left, to be shown. */
  rest: PlannedRest[];
  refused: Refusal[];
  /** Rows about other schools, trusts or areas. */
  not_ours: number;
  notes: string[];
}

/** The records of a collection with these keys, where there are any, by key; `fields` are those that are compared. */
export type ReadExisting = (
  collection: ImportCollection,
  keys: string[],
  fields: string[],
) => Promise<Map<string, RecordFields>>;

/** Says when the file was fetched and by which import, so it differs each time without the record being another. */
const incidental = new Set(["retrieved_on", "import_batch"]);

/** What a draft is compared with. */
export interface Comparison {
  readExisting: ReadExisting;
  /** Why a record must stay as it is, whatever the file says; nothing must unless given. */
  mayNotChange?: MayNotChange;
  /** Told how many of the draft's records have been compared. */
  onProgress?: (compared: number) => void;
}

/**
 * Compares what a file says with what is in the record, a thousand records at a time; what is as it should be is not kept.
 *
 * @param draft - the file's records, without two for the same key; they become the plan's own
 */
export async function planImport(draft: Draft, against: Comparison): Promise<Plan> {
  const plan: Plan = {
    added: [],
    changed: [],
    left: 0,
    superseded: 0,
    rest: [],
    refused: draft.refused,
    not_ours: draft.not_ours,
    notes: draft.notes,
  };
  let compared = 0;
  for (const [collection, candidates] of groupBy(draft.candidates, (candidate) => candidate.collection)) {
    // The order in which people answered could lead to them; that of random keys says nothing.
    if (collection === "evaluations") candidates.sort((one, other) => one.key.localeCompare(other.key));
    const names = new Set(candidates.flatMap(({ fields }) => Object.keys(fields)));
    if (collections[collection as ImportCollection].hasBatch) names.add("import_batch");
    for (const some of inBatches(candidates)) {
      const keys = some.map(({ key }) => key);
      const existing = await against.readExisting(collection as ImportCollection, keys, [...names]);
      for (const candidate of some) compare(plan, candidate, existing.get(candidate.key), against.mayNotChange);
      compared += some.length;
      against.onProgress?.(compared);
    }
  }
  return plan;
}

function compare(
  plan: Plan,
  candidate: Candidate,
  record: RecordFields | undefined,
  mayNotChange: MayNotChange = () => undefined,
): void {
  const { collection, fields, line, label, key } = candidate;
  if (!record) {
    if (collection !== "policy") fields["status"] ??= "active";
    plan.added.push({ collection, key, fields, line, ...(label === undefined ? {} : { label }) });
    return;
  }
  const isLater = isSuperseded(candidate, record);
  const differing =
    isLater || candidate.isOnlyIfMissing
      ? []
      : Object.keys(fields).filter((name) => !incidental.has(name) && !isSame(record[name], fields[name]));
  const hindrance = differing.length > 0 ? mayNotChange(candidate, record) : undefined;
  if (differing.length > 0 && !hindrance) {
    plan.changed.push(change(candidate, record, differing));
    return;
  }
  if (isLater) plan.superseded += 1;
  else plan.left += 1;
  if (plan.rest.length >= shownLines) return;
  const reason = isLater ? "later figures are there already" : hindrance;
  plan.rest.push({
    collection,
    line,
    ...(label === undefined ? {} : { label }),
    ...(reason === undefined ? {} : { reason }),
  });
}

function change({ collection, key, fields, line, label }: Candidate, record: RecordFields, differing: string[]) {
  const names = [...differing, ...Object.keys(fields).filter((name) => incidental.has(name))];
  return {
    collection,
    key,
    line,
    ...(label === undefined ? {} : { label }),
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
 * with and without a time of day, and lists and structures that hold the same.
 */
export function isSame(one: unknown, other: unknown): boolean {
  return comparable(one) === comparable(other);
}

function comparable(value: unknown): string {
  if (value === null || value === undefined || value === "") return "";
  if (Array.isArray(value)) return value.length === 0 ? "" : JSON.stringify(value);
  if (typeof value === "object") {
    const entries = Object.entries(value).sort(([one], [other]) => one.localeCompare(other));
    return JSON.stringify(entries.map(([name, held]) => [name, held]));
  }
  if (typeof value === "boolean") return value ? "1" : "0";
  const text = String(value);
  if (/^\d{4}-\d{2}-\d{2}T00:00:00/.test(text)) return text.slice(0, 10);
  return /^-?\d+(\.\d+)?$/.test(text) ? String(Number(text)) : text;
}

/** The fields a change is about, without those that say only when and by which import. */
export function changedFields({ before, after }: Pick<PlannedChange, "before" | "after">): string[] {
  return Object.keys(after).filter((name) => name in before && !incidental.has(name));
}
