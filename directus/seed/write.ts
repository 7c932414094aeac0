import { setTimeout as wait } from "node:timers/promises";
import { createItems, isDirectusError, readItems } from "@directus/sdk";
import { type Client, hasCode } from "../client.ts";
import { DirectusFault } from "../fault.ts";
import type { Row } from "./records.ts";

// One transaction each; more rows at a time were not faster, and a Directus with its own settings takes 1 MB.
const rowsAtATime = 1_000;
const bytesAtATime = 900_000;
const keysAtATime = 5_000;

/** Tried again this many times, waiting twice as long after each, from a quarter of a second: a minute in all. */
const triesWhenBusy = 8;

/**
 * Writes those of the rows whose key the collection does not have yet, in their order.
 *
 * @param onBatch - hears how many of the rows are there now
 * @returns how many were written
 */
export async function writeMissing(
  client: Client,
  collection: string,
  rows: Row[],
  onBatch: (there: number) => void,
): Promise<number> {
  let written = 0;
  for (;;) {
    const there = await keysOf(client, collection);
    const missing = rows.filter((row) => !there.has(row[keyField(collection)]));
    onBatch(rows.length - missing.length);
    try {
      for (const batch of inBatches(missing)) {
        const answer = { fields: [keyField(collection)] };
        await patiently(collection, () =>
          client.request(createItems(collection as never, batch as never, answer as never)),
        );
        written += batch.length;
        onBatch(rows.length - missing.length + written);
      }
      return written;
    } catch (error) {
      // Directus was still busy with the last batch of a call that was cut off: look again.
      if (!hasCode(error, "RECORD_NOT_UNIQUE")) throw explained(error, collection);
    }
  }
}

/** Every key of a collection, read in pages; by their number, since Directus does not compare UUIDs by size. */
async function keysOf(client: Client, collection: string): Promise<Set<unknown>> {
  const key = keyField(collection);
  const keys = new Set<unknown>();
  for (let page = 1; ; page++) {
    const query = { fields: [key], sort: [key], limit: keysAtATime, page };
    const rows = await patiently<Row[]>(collection, () =>
      client.request(readItems(collection as never, query as never)),
    );
    for (const row of rows) keys.add(row[key]);
    if (rows.length < keysAtATime) return keys;
  }
}

function keyField(collection: string): "urn" | "id" {
  return collection === "schools" ? "urn" : "id";
}

function* inBatches(rows: Row[]): Generator<Row[]> {
  let batch: Row[] = [];
  let bytes = 0;
  for (const row of rows) {
    const size = Buffer.byteLength(JSON.stringify(row)) + 1;
    if (batch.length === rowsAtATime || bytes + size > bytesAtATime) {
      yield batch;
      batch = [];
      bytes = 0;
    }
    batch.push(row);
    bytes += size;
  }
  if (batch.length > 0) yield batch;
}

/** Makes a request, and makes it again while Directus says that it is too busy. */
export async function patiently<T>(collection: string, request: () => Promise<unknown>): Promise<T> {
  for (let tried = 1; ; tried++) {
    try {
      return (await request()) as T;
    } catch (error) {
      const status = isDirectusError(error) ? error.response.status : 0;
      if (status !== 503 && status !== 429) throw error;
      if (tried > triesWhenBusy) throw explained(error, collection);
      await wait(250 * 2 ** (tried - 1));
    }
  }
}

/** The fault in place of Directus's refusal, with its code and never a value; anything else is handed on. */
function explained(error: unknown, collection: string): unknown {
  if (!isDirectusError(error)) return error;
  return new DirectusFault({
    at: `collection ${collection}`,
    problem: `Directus did not take the demo's records (${error.errors[0]?.extensions.code ?? error.response.status})`,
    fix: "Check that the token is an administrator's, and start again: it goes on where it stopped",
    cause: error,
  });
}
