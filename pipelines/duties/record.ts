import { setTimeout as wait } from "node:timers/promises";
import {
  aggregate,
  createDirectus,
  createItems,
  customEndpoint,
  type RestCommand,
  readItems,
  readSingleton,
  rest,
  staticToken,
  updateItem,
  updateItems,
  withSearch,
} from "@directus/sdk";
import { z } from "zod";
import type { Config } from "../config.ts";
import { HubError } from "../errors.ts";

/** A Directus filter, as in its API. */
export type Filter = Record<string, unknown>;

/** The record as duties read and write it, with the clerk's token; every call throws HubError when Directus refuses or does not answer. */
export interface DutyRecord {
  /** Every record that the filter lets through, with the fields of the shape, by key. A name with a dot reaches into what a record refers to. */
  read<Shape extends z.ZodRawShape>(
    collection: string,
    shape: z.ZodObject<Shape>,
    filter: Filter,
    fields?: string[],
  ): Promise<z.output<z.ZodObject<Shape>>[]>;
  policy<Shape extends z.ZodRawShape>(shape: z.ZodObject<Shape>): Promise<z.output<z.ZodObject<Shape>>>;
  /** Makes records, and changes those that they refer to by objects with an id: up to 200 at a time, each time all or nothing. */
  create(collection: string, records: Filter[]): Promise<void>;
  /** The same for a whole that must not be there in part. */
  createAtOnce(collection: string, records: Filter[]): Promise<void>;
  /** Changes one record, and those that it refers to by objects with an id: all or nothing. */
  update(collection: string, key: string, changes: Filter): Promise<void>;
  /** The same change for several records, with one time of change for all of up to 500. */
  updateMany(collection: string, keys: string[], changes: Filter): Promise<void>;
  /** The same change for whichever records the filter lets through now; returns how many they were. */
  updateWhere(collection: string, filter: Filter, changes: Filter): Promise<number>;
  /** How many records share each set of these fields. */
  count(collection: string, by: string[], filter: Filter): Promise<(Filter & { rows: number })[]>;
}

const pageRows = 1_000;
const createRows = 200;
const keyRows = 500;
const pausesMs = [500, 1_000, 2_000, 4_000, 8_000];

/**
 * Opens the record of a running Directus.
 *
 * @param fetcher - for tests, which count or break requests
 * @throws HubError when there is no clerk's token
 */
export function openDutyRecord(config: Config, fetcher: typeof fetch = fetch): DutyRecord {
  if (!config.clerkToken) {
    const fix = "Run npm start once, which makes it";
    throw new HubError({ at: "setting DIRECTUS_CLERK_TOKEN", problem: "it is not set", fix });
  }
  const client = createDirectus(config.directusUrl, { globals: { fetch: fetcher } })
    .with(staticToken(config.clerkToken))
    .with(rest());
  const ask = async <T>(collection: string, command: RestCommand<T, object>): Promise<T> => {
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await client.request(command);
      } catch (cause) {
        const status = (cause as { response?: { status?: number } }).response?.status;
        const isBusy = status === 429 || status === 503;
        if (!isBusy || attempt === pausesMs.length) throw requestFault(config.directusUrl, collection, status, cause);
        await wait(pausesMs[attempt]);
      }
    }
  };
  const create = async (collection: string, records: Filter[]) => {
    await ask(collection, createItems(collection as never, records as never, { fields: ["id"] } as never));
  };

  return {
    async read(collection, shape, filter, fields = Object.keys(shape.shape)) {
      const rows: unknown[] = [];
      const sort = [collection === "schools" ? "urn" : "id"];
      for (;;) {
        const query = { fields, filter, sort, limit: pageRows, offset: rows.length };
        const page = await ask(collection, withSearch(readItems(collection as never, query as never)));
        rows.push(...(page as unknown[]));
        if ((page as unknown[]).length < pageRows) break;
      }
      return checked(collection, z.array(shape), rows);
    },
    async policy(shape) {
      const query = { fields: Object.keys(shape.shape) };
      return checked("policy", shape, await ask("policy", readSingleton("policy" as never, query as never)));
    },
    async create(collection, records) {
      for (const some of parts(records, createRows)) await create(collection, some);
    },
    createAtOnce: create,
    async update(collection, key, changes) {
      await ask(collection, updateItem(collection as never, key, changes as never, { fields: ["id"] } as never));
    },
    async updateMany(collection, keys, changes) {
      for (const some of parts(keys, keyRows)) {
        await ask(collection, updateItems(collection as never, some, changes as never, { fields: ["id"] } as never));
      }
    },
    async updateWhere(collection, filter, changes) {
      const body = JSON.stringify({ query: { filter, limit: -1 }, data: changes });
      const path = `/items/${collection}?fields=id`;
      const changed = await ask(collection, customEndpoint<unknown[]>({ method: "PATCH", path, body }));
      return changed.length;
    },
    async count(collection, by, filter) {
      const options = { aggregate: { count: "*" }, groupBy: by, query: { filter, limit: -1 } };
      const groups = await ask(collection, withSearch(aggregate(collection as never, options as never)));
      return (groups as Filter[]).map(({ count, ...group }) => ({ ...group, rows: Number(count) }));
    },
  };
}

/** A list in parts of at most `size`. */
export function parts<Member>(members: readonly Member[], size: number): Member[][] {
  return Array.from({ length: Math.ceil(members.length / size) }, (_, index) =>
    members.slice(index * size, (index + 1) * size),
  );
}

/** @throws HubError naming the field that is not as it should be, never its value */
function checked<T>(collection: string, shape: z.ZodType<T>, rows: unknown): T {
  const parsed = shape.safeParse(rows);
  if (parsed.success) return parsed.data;
  const field = parsed.error.issues[0]!.path.filter((part) => typeof part === "string").join(".");
  throw new HubError({
    at: `collection ${collection}, field ${field}`,
    problem: "a record holds something else than the field's kind",
    fix: "Correct it in the Studio; npm start makes sure that the fields themselves are right",
  });
}

function requestFault(url: string, collection: string, status: number | undefined, cause: unknown): HubError {
  const at = `Directus, collection ${collection}`;
  if (status === undefined) {
    if (!(cause instanceof TypeError)) throw cause;
    const fix = `Start the hub (npm start) or correct DIRECTUS_URL; it was asked at ${url}`;
    return new HubError({ at, problem: "it does not answer", fix, cause });
  }
  if (status === 401 || status === 403) {
    const fix = "Run npm start once, which gives the clerk's token what it needs";
    return new HubError({ at, problem: "the clerk's token may not read or change it", fix });
  }
  // Directus's own message may quote what it refuses; its code does not.
  const errors = (cause as { errors?: { extensions?: { code?: string; field?: string } }[] }).errors;
  const { code = `status ${status}`, field = "" } = (Array.isArray(errors) && errors[0]?.extensions) || {};
  const fix = "Run npm start once so that the collections are up to date; it is tried again at the next run";
  return new HubError({ at, problem: `it refused the request (${[code, field].filter(Boolean).join(", ")})`, fix });
}
