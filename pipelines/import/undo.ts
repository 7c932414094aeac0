import { type Batch, writeBatch } from "./journal.ts";
import type { ImportCollection, RecordFields } from "./kind.ts";
import { isSame } from "./plan.ts";
import { inBatches, type KeyedFields, type RecordAccess } from "./record.ts";
import { byCollection } from "./write.ts";

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

/**
 * Deletes what a batch made and puts back what it changed. A record that has been edited since, or that others refer to, is kept and
 * reported.
 */
export async function undoBatch(batch: Batch, record: RecordAccess, dataDir: string): Promise<Undone> {
  const undone: Undone = { deleted: 0, restored: 0, kept: [] };
  const edited = "it has been edited or imported again since";
  // Changes first, and outcomes before the schools they refer to.
  for (const [collection, changes] of byCollection(batch.changed)) {
    const now = await record.readRecords(
      collection,
      changes.map(({ key }) => key),
    );
    const restored: KeyedFields[] = [];
    for (const { key, before, after } of changes) {
      const current = now.get(key);
      if (!current || holds(current, before)) continue;
      if (holds(current, after)) restored.push({ key, fields: before });
      else undone.kept.push({ collection, key, reason: edited });
    }
    for (const some of inBatches(restored)) await record.update(collection, some);
    undone.restored += restored.length;
  }
  for (const [collection, additions] of [...byCollection(batch.added)].sort(([one], [other]) =>
    one.localeCompare(other),
  )) {
    const now = await record.readRecords(
      collection,
      additions.map(({ key }) => key),
    );
    const there = additions.filter(({ key }) => now.has(key));
    const referred =
      there.length > 0
        ? await record.findReferred(
            collection,
            there.map(({ key }) => key),
          )
        : new Set<string>();
    const deleted: string[] = [];
    for (const { key, fields } of there) {
      if (!holds(now.get(key)!, fields)) undone.kept.push({ collection, key, reason: edited });
      else if (referred.has(key)) undone.kept.push({ collection, key, reason: "other records refer to it" });
      else deleted.push(key);
    }
    for (const some of inBatches(deleted)) await record.remove(collection, some);
    undone.deleted += deleted.length;
  }
  await writeBatch(dataDir, { ...batch, state: "undone" });
  return undone;
}

const holds = (current: RecordFields, fields: RecordFields) =>
  Object.entries(fields).every(([name, value]) => isSame(current[name], value));
