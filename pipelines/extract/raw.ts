import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { z } from "zod";
import type { Row, Warehouse } from "../warehouse.ts";
import { checkRecords } from "./check.ts";
import { type Collection, collections, fieldsOf, keyOf, records } from "./records.ts";

/**
 * Makes an empty `raw.<collection>` for every collection, `raw.invitation_counts`, and `raw.rejects`: one row per refused record and field.
 * Lists of text are `varchar[]`, other lists and objects are `json`, times are UTC.
 */
export async function createRawTables(warehouse: Warehouse): Promise<void> {
  await warehouse.run("create schema raw");
  for (const collection of collections) await warehouse.run(createTable(collection));
  // How many are asked about what, and how many have answered; who they are stays in Directus.
  await warehouse.run(`create table raw.invitation_counts (
    activity_id varchar, wave varchar, school_urn varchar, survey_period varchar, state varchar,
    opens_on date, closes_on date, rows integer)`);
  await warehouse.run(
    "create table raw.rejects (collection varchar, record_id varchar, field varchar, reason varchar)",
  );
}

/** Changes with the rules of what is read. A warehouse that was filled by other rules than today's is made again. */
export function rawVersion(): string {
  const hash = createHash("sha256");
  const rules = readdirSync(new URL(".", import.meta.url)).filter((name) => /^(columns|records.*)\.ts$/.test(name));
  for (const name of rules.sort()) hash.update(readFileSync(new URL(name, import.meta.url)));
  return hash.digest("hex");
}

/** A list of text handed over as the first parameter, as a query with one column. */
export const listed = "select unnest(from_json($1::json, '[\"varchar\"]'))";

/** Adds records that are not there yet; refused ones go to `raw.rejects`. */
export async function addRecords(warehouse: Warehouse, collection: Collection, rows: Row[]): Promise<void> {
  const { accepted, rejects } = checkRecords(collection, rows);
  await warehouse.insert(`raw.${collection}`, accepted);
  await warehouse.insert("raw.rejects", rejects as unknown as Row[]);
}

/** Adds records, or puts them in the place of those with the same keys. */
export async function putRecords(warehouse: Warehouse, collection: Collection, rows: Row[]): Promise<void> {
  const keys = rows.map((row) => String(row[keyOf(collection)]));
  await removeRecords(warehouse, collection, keys);
  await addRecords(warehouse, collection, rows);
}

/** Removes the records with these keys, refused ones too. */
export async function removeRecords(warehouse: Warehouse, collection: Collection, keys: string[]): Promise<void> {
  if (keys.length === 0) return;
  const text = JSON.stringify(keys);
  await warehouse.run(`delete from raw.${collection} where ${keyOf(collection)} in (${listed})`, [text]);
  await warehouse.run(`delete from raw.rejects where collection = '${collection}' and record_id in (${listed})`, [
    text,
  ]);
}

/** Every key of the collection that the warehouse knows, of refused records too, as a query with one column, `key`. */
export function knownKeys(collection: Collection): string {
  return `select ${keyOf(collection)} as key from raw.${collection}
    union all select distinct record_id from raw.rejects where collection = '${collection}'`;
}

function createTable(collection: Collection): string {
  const shape: Record<string, z.ZodType> = records[collection].shape;
  const columns = fieldsOf(collection).map((field) => `"${field}" ${columnType(shape[field]!)}`);
  return `create table raw.${collection} (${columns.join(", ")})`;
}

/** The column type noted in records.ts, under `nullable()` too. */
function columnType(schema: z.ZodType): string {
  const inner = schema instanceof z.ZodNullable ? (schema.unwrap() as z.ZodType) : schema;
  return (inner.meta() as { column: string }).column;
}
