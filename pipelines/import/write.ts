import { collectionNames, collections } from "./collections.ts";
import { groupBy } from "./group.ts";
import { type Batch, writeBatch } from "./journal.ts";
import type { ImportCollection } from "./kind.ts";
import type { Plan } from "./plan.ts";
import { inBatches, type RecordAccess } from "./record.ts";

/** Called after each request: how many records are written, and of how many. */
export type Progress = (written: number, all: number) => void;

/**
 * Does what a plan says, in one batch. The journal is on the disk before the first record is written, so a run that is stopped at any
 * moment can be undone, or run again.
 *
 * @param about - the batch's name, the kind and file it is from, and when it began
 * @returns the batch as it was written
 */
export async function writePlan(
  plan: Plan,
  about: Pick<Batch, "batch" | "kind" | "file" | "started_at">,
  record: RecordAccess,
  dataDir: string,
  onProgress: Progress = () => undefined,
): Promise<Batch> {
  const stamp = (collection: ImportCollection) =>
    collections[collection].hasBatch ? { import_batch: about.batch } : {};
  const batch: Batch = {
    ...about,
    state: "writing",
    added: plan.added.map((added) => ({ ...added, fields: { ...added.fields, ...stamp(added.collection) } })),
    changed: plan.changed.map((change) => ({ ...change, after: { ...change.after, ...stamp(change.collection) } })),
  };
  await writeBatch(dataDir, batch);
  const all = batch.added.length + batch.changed.length;
  let written = 0;
  for (const [collection, records] of byCollection(batch.added)) {
    for (const some of inBatches(records)) {
      await record.create(collection, some);
      written += some.length;
      onProgress(written, all);
    }
  }
  for (const [collection, records] of byCollection(
    batch.changed.map((change) => ({ ...change, fields: change.after })),
  )) {
    for (const some of inBatches(records)) {
      await record.update(collection, some);
      written += some.length;
      onProgress(written, all);
    }
  }
  const finished: Batch = { ...batch, state: "written" };
  await writeBatch(dataDir, finished);
  return finished;
}

/** The members by collection, in the order to write them: schools before the outcomes that refer to them. */
export function byCollection<Member extends { collection: ImportCollection }>(
  members: Member[],
): [ImportCollection, Member[]][] {
  const groups = groupBy(members, ({ collection }) => collection);
  return collectionNames.flatMap((collection) =>
    groups.has(collection) ? [[collection, groups.get(collection)!]] : [],
  );
}
