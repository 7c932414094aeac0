import type { ImportBatch } from "../contract.ts";
import { HubError } from "../errors.ts";
import { collectionNames, collections } from "./collections.ts";
import { groupBy } from "./group.ts";
import { type JournalEntry, writeBatch, writeEntries } from "./journal.ts";
import type { ImportCollection } from "./kind.ts";
import type { Plan, PlannedAddition, PlannedChange } from "./plan.ts";
import { inBatches, type RecordAccess, writeSize } from "./record.ts";

/** Called after each request: how many records are written, and of how many. */
export type Progress = (written: number, all: number) => void;

/** What is known of a batch before it is written. */
export type BatchName = Pick<ImportBatch, "batch" | "kind" | "file" | "started_at"> &
  Partial<Pick<ImportBatch, "imported_by" | "allowed_school_urns">>;

/**
 * Does what a plan says, in one batch. The journal is on the disk before the first record is written, so a run that is stopped at any
 * moment can be undone, or run again.
 *
 * @param about - the batch's name, the kind and file it is from, and when it began
 * @returns the batch as it was written
 * @throws HubError when Directus does not answer or refuses; the batch then says so, and what it wrote can be undone
 */
export async function writePlan(
  plan: Plan,
  about: BatchName,
  record: RecordAccess,
  dataDir: string,
  onProgress: Progress = () => undefined,
): Promise<ImportBatch> {
  const { imported_by = null, allowed_school_urns = null, ...name } = about;
  const batch: ImportBatch = {
    ...name,
    state: "writing",
    added: plan.added.length,
    changed: plan.changed.length,
    imported_by,
    allowed_school_urns,
    undone: null,
    problem: null,
  };
  stamp(plan, about.batch);
  const added = byCollection(plan.added);
  const changed = byCollection(plan.changed);
  await writeEntries(dataDir, about.batch, entriesToUndo(added, changed));
  await writeBatch(dataDir, batch);
  const all = batch.added + batch.changed;
  let written = 0;
  const progress = (more: number) => {
    written += more;
    onProgress(written, all);
  };
  try {
    for (const [collection, records] of added) {
      for (const some of inBatches(records, writeSize)) {
        await record.create(collection, some);
        progress(some.length);
      }
    }
    for (const [collection, records] of changed) {
      for (const some of inBatches(records, writeSize)) {
        const fields = some.map(({ key, after }) => ({ key, fields: after }));
        await record.update(collection, fields);
        progress(some.length);
      }
    }
  } catch (fault) {
    if (fault instanceof HubError) await writeBatch(dataDir, { ...batch, problem: asProblem(fault) });
    throw fault;
  }
  const finished: ImportBatch = { ...batch, state: "written" };
  await writeBatch(dataDir, finished);
  return finished;
}

/** A fault in the shape that is kept. */
export function asProblem({ at, problem, fix }: HubError): NonNullable<ImportBatch["problem"]> {
  return { at, problem, fix };
}

/** Says in every record which import wrote it, where its collection asks for that. */
function stamp(plan: Plan, batch: string): void {
  for (const { collection, fields } of plan.added) if (collections[collection].hasBatch) fields["import_batch"] = batch;
  for (const { collection, after } of plan.changed) if (collections[collection].hasBatch) after["import_batch"] = batch;
}

/** In the order in which they are undone: changes first, then what refers to others before what is referred to. */
function* entriesToUndo(
  added: [ImportCollection, PlannedAddition[]][],
  changed: [ImportCollection, PlannedChange[]][],
): Generator<JournalEntry> {
  for (const [collection, records] of changed) {
    for (const { key, before, after } of records) yield { collection, key, before, after };
  }
  for (const [collection, records] of [...added].reverse()) {
    for (const { key, fields } of records) yield { collection, key, fields };
  }
}

/** The members by collection, each after those it refers to. */
export function byCollection<Member extends { collection: ImportCollection }>(
  members: Member[],
): [ImportCollection, Member[]][] {
  const groups = groupBy(members, ({ collection }) => collection);
  return collectionNames.flatMap((collection) =>
    groups.has(collection) ? [[collection, groups.get(collection)!]] : [],
  );
}
