/** How the site, as the clerk, changes records and counts them by groups. Nothing that is asked or written stands in an address. */
import {
  aggregate,
  createDirectus,
  createItem,
  type RestCommand,
  rest,
  staticToken,
  updateItems,
  updateItemsBatch,
  withSearch,
} from "@directus/sdk";
import { readConfig } from "../../pipelines/config.ts";
import { RecordUnreachable } from "./content.ts";
import type { RecordFilter, RecordRow } from "./record.ts";

const { directusUrl, clerkToken } = readConfig();

const answerWithinMs = 10_000;
const patientFetch: typeof fetch = async (input, init) => {
  const response = await fetch(input, { ...init, signal: AbortSignal.timeout(answerWithinMs) });
  // The SDK takes a refusal without words, as a proxy may give it, for a success.
  const hasWords = response.headers.get("content-type")?.startsWith("application/json");
  if (!response.ok && !hasWords) throw new Error(`Directus answers ${response.status}`);
  return response;
};

const asClerk = createDirectus(directusUrl, { globals: { fetch: patientFetch } })
  .with(rest())
  .with(staticToken(clerkToken ?? ""));

async function ask<Answer>(command: RestCommand<Answer, object>): Promise<Answer> {
  return asClerk.request(command).catch((cause: unknown) => {
    throw new RecordUnreachable("The record cannot be reached", { cause });
  });
}

/** Makes one record. @throws RecordUnreachable */
export async function makeRecord(collection: string, record: RecordRow): Promise<void> {
  await ask(createItem(collection as never, record as never, { fields: ["id"] } as never));
}

/**
 * Changes the records that a filter lets through at this moment.
 *
 * @param fields - which of their fields are read
 * @returns what they are once they are changed
 * @throws RecordUnreachable
 */
export async function changeWhere(
  collection: string,
  filter: RecordFilter,
  change: RecordRow,
  fields = ["id"],
): Promise<RecordRow[]> {
  const query = { filter, limit: -1 };
  const command = updateItems(collection as never, query as never, change as never, { fields } as never);
  return (await ask(command)) as RecordRow[];
}

/** Changes several records, each by its `id`, all of them or none. @throws RecordUnreachable */
export async function changeTogether(collection: string, changes: RecordRow[]): Promise<void> {
  await ask(updateItemsBatch(collection as never, changes as never, { fields: ["id"] } as never));
}

/**
 * How many records there are for each combination of some fields, and the earliest or latest of others.
 *
 * @param extremes - such as `{ max: ["closes_on"] }`
 * @throws RecordUnreachable
 */
export async function countGroups(
  collection: string,
  groupBy: string[],
  filter: RecordFilter,
  extremes: { min?: string[]; max?: string[] } = {},
): Promise<RecordRow[]> {
  const options = { aggregate: { count: "*", ...extremes }, groupBy, query: { filter, limit: -1 } };
  return (await ask(withSearch(aggregate(collection as never, options as never)))) as RecordRow[];
}
