import { HubError } from "../errors.ts";
import type { Row, Warehouse } from "../warehouse.ts";
import type { Source } from "./directus.ts";
import { addRecords, knownKeys, putRecords, removeRecords } from "./raw.ts";
import { type Collection, keyOf } from "./records.ts";

/** How often a collection that changes while it is read is read again. */
const attempts = 5;

/**
 * Reads a whole collection, again when records came or went while it was read.
 *
 * @returns how many records were read
 * @throws HubError when it never holds still
 */
export async function readAll(warehouse: Warehouse, source: Source, collection: Collection): Promise<number> {
  let read = 0;
  await whileStill(warehouse, source, collection, async () => {
    await warehouse.run(`delete from raw.${collection}; delete from raw.rejects where collection = '${collection}'`);
    for await (const rows of source.pages(collection)) {
      await addRecords(warehouse, collection, rows);
      read += rows.length;
    }
  });
  return read;
}

/** Reads some records and puts them in the place of those with the same keys. Returns how many were read. */
export async function readPages(
  warehouse: Warehouse,
  pages: AsyncGenerator<Row[]>,
  collection: Collection,
): Promise<number> {
  let read = 0;
  for await (const rows of pages) {
    await putRecords(warehouse, collection, rows);
    read += rows.length;
  }
  return read;
}

/**
 * Notices what a change time cannot tell: records that were deleted, and those that were saved with an old time. While both
 * sides count the same there is nothing to do; otherwise the keys are compared.
 *
 * @param rows - how many records Directus counted
 * @returns how many records were read
 * @throws HubError when the collection never holds still
 */
export async function reconcile(
  warehouse: Warehouse,
  source: Source,
  collection: Collection,
  rows: number,
): Promise<number> {
  if ((await countKnown(warehouse, collection)).keys === rows) return 0;
  let read = 0;
  await whileStill(warehouse, source, collection, async () => {
    read += await compareKeys(warehouse, source, collection);
  });
  return read;
}

/**
 * Repeats a reading of all pages until no record came or went meanwhile: that moves the others along, onto two pages or none.
 * Counting alone would not tell, because one that comes makes up for one that goes. Changed records do no harm.
 */
async function whileStill(
  warehouse: Warehouse,
  source: Source,
  collection: Collection,
  reading: () => Promise<void>,
): Promise<void> {
  let before = await source.state(collection);
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    await reading();
    const after = await source.state(collection);
    const known = await countKnown(warehouse, collection);
    const isStill = before.rows === after.rows && before.created_at === after.created_at;
    if (isStill && known.rows === after.rows && known.keys === after.rows) return;
    before = after;
  }
  throw new HubError({
    at: `collection ${collection}`,
    problem: `records came or went each of the ${attempts} times it was read`,
    fix: "Wait until the import or the deletion is over; the next run reads it again",
  });
}

async function compareKeys(warehouse: Warehouse, source: Source, collection: Collection): Promise<number> {
  await warehouse.run("create or replace temp table server_keys (key varchar)");
  for await (const keys of source.keys(collection)) {
    const rows = keys.map((key) => ({ key }));
    await warehouse.insert("server_keys", rows);
  }
  const known = knownKeys(collection);
  const gone = await warehouse.rows<{ key: string }>(`(${known}) except from server_keys`);
  const missing = await warehouse.rows<{ key: string }>(`from server_keys except (${known})`);
  const keys = gone.map((row) => row.key);
  await removeRecords(warehouse, collection, keys);
  let read = 0;
  for (let start = 0; start < missing.length; start += 500) {
    const some = missing.slice(start, start + 500).map((row) => row.key);
    const filter = { [keyOf(collection)]: { _in: some } };
    read += await readPages(warehouse, source.pages(collection, filter), collection);
  }
  return read;
}

async function countKnown(warehouse: Warehouse, collection: Collection): Promise<{ rows: number; keys: number }> {
  const sql = `select count(*) as rows, count(distinct key) as keys from (${knownKeys(collection)})`;
  const [known] = await warehouse.rows<{ rows: number; keys: number }>(sql);
  return known!;
}
