import { setTimeout as wait } from "node:timers/promises";
import {
  aggregate,
  createDirectus,
  type RestCommand,
  readItems,
  readSingleton,
  rest,
  serverInfo,
  staticToken,
  withSearch,
} from "@directus/sdk";
import { HubError } from "../errors.ts";
import type { Row } from "../warehouse.ts";
import { type Collection, fieldsOf, keyOf } from "./records.ts";

/** How many records a collection holds, and when the latest was made and changed (UTC; null when nothing in it has a date). */
export interface CollectionState {
  rows: number;
  created_at: string | null;
  changed_at: string | null;
}

/** How many evaluations share an activity, wave, batch and status. */
export interface EvaluationGroup {
  /** Null: the staff survey. */
  activity_id: string | null;
  wave: string;
  batch: number;
  status: string;
  rows: number;
}

/** How many people of a school are asked about one thing, and how far that has got. Never who. */
export interface InvitationGroup {
  activity_id: string | null;
  wave: string;
  school_urn: string | null;
  survey_period: string | null;
  state: string;
  opens_on: string | null;
  closes_on: string | null;
  rows: number;
}

/** A Directus filter, as in its API. */
export type Filter = Record<string, unknown>;

/** What the pipeline asks of Directus. Every call tries again while Directus is busy, and throws HubError when it cannot answer. */
export interface Source {
  state(collection: Collection): Promise<CollectionState>;
  /** Pages of records in the order of their keys, with the fields of records.ts. */
  pages(collection: Collection, filter?: Filter): AsyncGenerator<Row[]>;
  /** Pages of keys alone. */
  keys(collection: Collection): AsyncGenerator<string[]>;
  /** The one record of a singleton; its `id` is null until somebody saves it. */
  singleton(collection: Collection): Promise<Row>;
  evaluationGroups(): Promise<EvaluationGroup[]>;
  /** The invitations whose forms close on a day or after it, counted. */
  invitationGroups(closingFrom: string): Promise<InvitationGroup[]>;
}

/** Reads fastest without straining the server; see the page limit that a server may set below it. */
const pageRows = 5_000;
const pausesMs = [250, 500, 1_000, 2_000, 4_000, 8_000];

/**
 * Connects to a Directus with the pipeline's token.
 *
 * @param fetcher - for tests, which put a faulty network in between
 * @throws HubError when Directus does not answer or refuses the token
 */
export async function connect(url: string, token: string, fetcher: typeof fetch = fetch): Promise<Source> {
  const client = createDirectus(url, { globals: { fetch: fetcher } })
    .with(staticToken(token))
    .with(rest());

  const request = async <T>(at: string, command: RestCommand<T, object>): Promise<T> => {
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await client.request(command);
      } catch (cause) {
        const status = (cause as { response?: Response }).response?.status;
        const isBusy = status === 429 || status === 503;
        if (!isBusy || attempt === pausesMs.length) throw requestFault(url, at, status, cause);
        await wait(pausesMs[attempt]);
      }
    }
  };

  const info = (await request("the server", serverInfo())) as { queryLimit?: { max: number } };
  const allowed = info.queryLimit?.max ?? -1;
  const limit = allowed > 0 ? Math.min(allowed, pageRows) : pageRows;

  // By offset, because Directus compares the keys we have (UUIDs and text) only for equality. A record that comes or goes
  // meanwhile moves the others along; read.ts notices.
  const page = (collection: Collection, fields: string[], offset: number, filter?: Filter) => {
    const query = { fields, sort: [keyOf(collection)], limit, offset, ...(filter ? { filter } : {}) };
    const command = withSearch(readItems(collection as never, query as never));
    return request(`collection ${collection}`, command) as Promise<Row[]>;
  };

  /** Asks for the next page while the caller works on this one. */
  async function* pages(collection: Collection, fields: string[], filter?: Filter): AsyncGenerator<Row[]> {
    let next: Promise<Row[]> | undefined = page(collection, fields, 0, filter);
    for (let offset = limit; next; offset += limit) {
      const rows: Row[] = await next;
      next = rows.length < limit ? undefined : page(collection, fields, offset, filter);
      // Where the caller stops early nobody waits for this one, and its failure must not end the process.
      next?.catch(() => {});
      yield rows;
    }
  }

  const totals = async (collection: Collection | "invitations", options: object) =>
    (await request(`collection ${collection}`, aggregate(collection as never, options as never))) as {
      count: string | number;
      max?: Record<string, string | number | null>;
    }[];

  return {
    state: async (collection) => {
      const dates = fieldsOf(collection).filter((field) => field.startsWith("date_"));
      const max = dates.length > 0 ? { max: dates } : {};
      const [found] = await totals(collection, { aggregate: { count: "*", ...max } });
      const created_at = latest([found!.max?.["date_created"]]);
      return { rows: Number(found!.count), created_at, changed_at: latest(Object.values(found!.max ?? {})) };
    },
    pages: (collection, filter) => pages(collection, fieldsOf(collection), filter),
    keys: async function* (collection) {
      const key = keyOf(collection);
      for await (const rows of pages(collection, [key])) yield rows.map((row) => String(row[key]));
    },
    singleton: (collection) =>
      request(
        `collection ${collection}`,
        readSingleton(collection as never, { fields: fieldsOf(collection) } as never),
      ) as Promise<Row>,
    evaluationGroups: async () => {
      const groupBy = ["activity_id", "wave", "batch", "status"];
      const groups = await totals("evaluations", { aggregate: { count: "*" }, groupBy, query: { limit: -1 } });
      return groups.map(({ count, ...group }) => ({ ...group, rows: Number(count) }) as unknown as EvaluationGroup);
    },
    invitationGroups: async (closingFrom) => {
      const groupBy = ["activity_id", "wave", "school_urn", "survey_period", "state", "opens_on", "closes_on"];
      const filter = { status: { _eq: "active" }, closes_on: { _gte: closingFrom } };
      const query = { limit: -1, filter };
      const groups = await totals("invitations", { aggregate: { count: "*" }, groupBy, query });
      return groups.map(({ count, ...group }) => ({ ...group, rows: Number(count) }) as unknown as InvitationGroup);
    },
  };
}

/** SQLite keeps times as milliseconds, and an aggregate hands them out as they are. */
function latest(times: (string | number | null | undefined)[]): string | null {
  const found = times.flatMap((time) => (time ? new Date(time).getTime() : []));
  return found.length > 0 ? new Date(Math.max(...found)).toISOString() : null;
}

function requestFault(url: string, at: string, status: number | undefined, cause: unknown): HubError {
  const where = `Directus, ${at}`;
  if (status === 401 || status === 403) {
    const fix = "Check DIRECTUS_PIPELINE_TOKEN; npm start makes the token and gives it what it needs";
    return new HubError({ at: where, problem: "the pipeline's token may not read it", fix, cause });
  }
  if (status === undefined) {
    const fix = `Start Directus (npm start) or correct DIRECTUS_URL; it was asked at ${url}`;
    return new HubError({ at: where, problem: "it does not answer", fix, cause });
  }
  const fix = "Look in the log of Directus, then run the pipeline again";
  return new HubError({ at: where, problem: `it answers ${status}`, fix, cause });
}
