import { setTimeout as wait } from "node:timers/promises";
import { createItems, readItems } from "@directus/sdk";
import type { Client } from "../client.ts";
import { DirectusFault } from "../fault.ts";
import type { Row } from "./records.ts";

// One transaction each; more rows at a time were not faster, and a Directus with its own settings takes 1 MB.
const rowsAtATime = 1_000;
const bytesAtATime = 900_000;
const keysAtATime = 5_000;

/** Tried again this many times, waiting twice as long after each, from a quarter of a second: a minute in all. */
const triesWhenBusy = 8;

/** Those of the rows whose key the collection does not have yet. */
export async function missingRows(client: Client, collection: string, rows: Row[]): Promise<Row[]> {
  const key = collection === "schools" ? "urn" : "id";
  const there = new Set<unknown>();
  for (let last = ""; ; ) {
    const query = { fields: [key], sort: [key], limit: keysAtATime, filter: { [key]: { _gt: last } } };
    const page = await patiently<Row[]>(collection, () =>
      client.request(readItems(collection as never, (last === "" ? { ...query, filter: {} } : query) as never)),
    );
    for (const row of page) there.add(row[key]);
    if (page.length < keysAtATime) break;
    last = String(page.at(-1)![key]);
  }
  return rows.filter((row) => !there.has(row[key]));
}

/** Writes new rows in their order, a batch at a time; `onBatch` hears how many were written each time. */
export async function writeRows(
  client: Client,
  collection: string,
  rows: Row[],
  onBatch: (rows: number) => void,
): Promise<void> {
  const answer = { fields: [collection === "schools" ? "urn" : "id"] };
  for (const batch of inBatches(rows)) {
    await patiently(collection, () =>
      client.request(createItems(collection as never, batch as never, answer as never)),
    );
    onBatch(batch.length);
  }
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

/**
 * Makes a request, and makes it again while Directus says that it is too busy.
 *
 * @throws DirectusFault when it refuses, naming the collection and the reason's code, never a value
 */
export async function patiently<T = unknown>(collection: string, request: () => Promise<unknown>): Promise<T> {
  for (let tried = 1; ; tried++) {
    try {
      return (await request()) as T;
    } catch (cause) {
      const { response, errors } = cause as { response?: Response; errors?: { extensions?: { code?: string } }[] };
      // Without an answer, nobody can say whether it was written: the next start finds out.
      if (response === undefined) throw cause;
      const isBusy = response.status === 503 || response.status === 429;
      if (isBusy && tried <= triesWhenBusy) {
        await wait(250 * 2 ** (tried - 1));
        continue;
      }
      throw new DirectusFault({
        at: `collection ${collection}`,
        problem: isBusy
          ? "Directus was too busy for a minute"
          : `Directus refused the demo's records (${errors?.[0]?.extensions?.code ?? response.status})`,
        fix: isBusy
          ? "Start again: it goes on where it stopped"
          : "Check that the token is an administrator's, and start again",
        cause,
      });
    }
  }
}
