import { z } from "zod";
import type { Warehouse } from "../warehouse.ts";
import { type Collection, collections, fieldsOf, records } from "./records.ts";

/**
 * Makes an empty `raw.<collection>` for every collection, and `raw.rejects`: one row per refused record and field.
 * Lists of text are `varchar[]`, other lists and objects are `json`, times are UTC.
 */
export async function createRawTables(warehouse: Warehouse): Promise<void> {
  await warehouse.run("create schema raw");
  for (const collection of collections) await warehouse.run(createTable(collection));
  await warehouse.run(
    "create table raw.rejects (collection varchar, record_id varchar, field varchar, reason varchar)",
  );
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
