import type { ImportBatch } from "../contract.ts";
import { HubError } from "../errors.ts";
import { type JournalEntry, keepOldEntries, readEntries, writeBatch } from "./journal.ts";
import type { ImportCollection, RecordFields } from "./kind.ts";
import { isSame } from "./plan.ts";
import { batchSize, inBatches, type KeyedFields, type RecordAccess, writeSize } from "./record.ts";
import { asProblem, type Progress } from "./write.ts";

/** Why a record of a batch was left as it is. */
export interface Kept {
  collection: ImportCollection;
  key: string;
  reason: string;
}

/** What undoing a batch did. */
export interface Undone {
  deleted: number;
  restored: number;
  kept: Kept[];
}

const edited = "it has been edited or imported again since";

/**
 * Deletes what a batch made and puts back what it changed. A record that has been edited since, or that others refer to, is kept and
 * reported. What is stopped half-way may be begun again.
 *
 * @throws HubError when Directus does not answer or refuses; the batch then says so
 */
export async function undoBatch(
  batch: ImportBatch,
  record: RecordAccess,
  dataDir: string,
  onProgress: Progress = () => undefined,
): Promise<Undone> {
  const undone: Undone = { deleted: 0, restored: 0, kept: [] };
  let seen = 0;
  await keepOldEntries(dataDir, batch.batch);
  await writeBatch(dataDir, { ...batch, state: "undoing", problem: null });
  try {
    for await (const part of parts(readEntries(dataDir, batch.batch))) {
      if ("before" in part[0]!) await restore(part as Change[], record, undone);
      else await remove(part as Addition[], record, undone);
      seen += part.length;
      onProgress(seen, batch.added + batch.changed);
    }
  } catch (fault) {
    if (fault instanceof HubError) await writeBatch(dataDir, { ...batch, state: "undoing", problem: asProblem(fault) });
    throw fault;
  }
  const kept = undone.kept.length;
  const counts = { deleted: undone.deleted, restored: undone.restored, kept };
  await writeBatch(dataDir, { ...batch, state: "undone", undone: counts, problem: null });
  return undone;
}

type Change = Extract<JournalEntry, { before: RecordFields }>;
type Addition = Extract<JournalEntry, { fields: RecordFields }>;

/** Entries that follow each other and are of one collection and one sort, at most `batchSize` at a time. */
async function* parts(entries: AsyncIterable<JournalEntry>): AsyncGenerator<JournalEntry[]> {
  let part: JournalEntry[] = [];
  for await (const entry of entries) {
    const first = part[0];
    const isSameSort = first && first.collection === entry.collection && "before" in first === "before" in entry;
    if (part.length === batchSize || (first && !isSameSort)) {
      yield part;
      part = [];
    }
    part.push(entry);
  }
  if (part.length > 0) yield part;
}

async function restore(changes: Change[], record: RecordAccess, undone: Undone): Promise<void> {
  const { collection } = changes[0]!;
  const now = await readNow(
    changes.map(({ key, before, after }) => ({ key, fields: { ...after, ...before } })),
    collection,
    record,
  );
  const restored: KeyedFields[] = [];
  for (const { key, before, after } of changes) {
    const current = now.get(key);
    if (!current || holds(current, before)) continue;
    if (holds(current, after)) restored.push({ key, fields: before });
    else undone.kept.push({ collection, key, reason: edited });
  }
  for (const some of inBatches(restored, writeSize)) await record.update(collection, some);
  undone.restored += restored.length;
}

async function remove(additions: Addition[], record: RecordAccess, undone: Undone): Promise<void> {
  const { collection } = additions[0]!;
  const now = await readNow(additions, collection, record);
  const there = additions.filter(({ key }) => now.has(key));
  if (there.length === 0) return;
  const referred = await record.findReferred(
    collection,
    there.map(({ key }) => key),
  );
  const deleted: string[] = [];
  for (const { key, fields } of there) {
    if (!holds(now.get(key)!, fields)) undone.kept.push({ collection, key, reason: edited });
    else if (referred.has(key)) undone.kept.push({ collection, key, reason: "other records refer to it" });
    else deleted.push(key);
  }
  for (const some of inBatches(deleted, writeSize)) await record.remove(collection, some);
  undone.deleted += deleted.length;
}

function readNow(entries: KeyedFields[], collection: ImportCollection, record: RecordAccess) {
  const names = new Set(entries.flatMap(({ fields }) => Object.keys(fields)));
  return record.readRecords(
    collection,
    entries.map(({ key }) => key),
    [...names],
  );
}

const holds = (current: RecordFields, fields: RecordFields) =>
  Object.entries(fields).every(([name, value]) => isSame(current[name], value));
