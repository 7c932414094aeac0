import {
  aggregate,
  createDirectus,
  createItems,
  deleteItems,
  readItems,
  readRelations,
  readSingleton,
  rest,
  staticToken,
  updateItemsBatch,
  updateSingleton,
  withSearch,
} from "@directus/sdk";
import type { Config } from "../config.ts";
import { HubError } from "../errors.ts";
import { keyField } from "./collections.ts";
import type { ImportCollection, Need, RecordFields, SchoolRecord } from "./kind.ts";
import { askPatiently } from "./patience.ts";

/** One record's key with some of its fields. */
export interface KeyedFields {
  key: string;
  fields: RecordFields;
}

/** The record as imports read and write it; every function throws HubError when Directus does not answer or refuses. */
export interface RecordAccess {
  /** Every school, archived ones included. */
  readSchools(): Promise<SchoolRecord[]>;
  /** These fields of the records with these keys, where there are any, by key. The policy's only key is "policy", and all its fields are read. */
  readRecords(collection: ImportCollection, keys: string[], fields: string[]): Promise<Map<string, RecordFields>>;
  /** These fields of every record of a collection that a filter, as in Directus's API, lets through. */
  readAll(collection: ImportCollection | Need, fields: string[], filter?: RecordFields): Promise<RecordFields[]>;
  /** The values of some fields that records of a collection have together, each once: nothing of any one record. */
  readGroups(collection: Need, fields: string[]): Promise<RecordFields[]>;
  /** Which of these records others refer to. */
  findReferred(collection: ImportCollection, keys: string[]): Promise<Set<string>>;
  /** Makes up to `writeSize` records; those already there, from an attempt whose answer was lost, are left. */
  create(collection: ImportCollection, records: KeyedFields[]): Promise<void>;
  /** Changes some fields of up to `writeSize` records. */
  update(collection: ImportCollection, records: KeyedFields[]): Promise<void>;
  /** Deletes up to `writeSize` records. */
  remove(collection: ImportCollection, keys: string[]): Promise<void>;
}

/** How many records are read by one request. */
export const batchSize = 1000;

/** How many are written by one. A thousand are no faster, and on SQLite everybody else waits until the request is done. */
export const writeSize = 250;

/** Splits a list into parts of at most `size`. */
export function inBatches<Member>(members: readonly Member[], size = batchSize): Member[][] {
  const count = Math.ceil(members.length / size);
  return Array.from({ length: count }, (_, index) => members.slice(index * size, (index + 1) * size));
}

type Relation = { collection: string; field: string; related_collection: string | null };

/**
 * The record of a running Directus, opened with the clerk's token, or else the administrator's.
 *
 * @param settings - tests pass a `fetch` of their own and wait less between attempts
 * @throws HubError when there is no token
 */
export function openRecord(
  config: Config,
  settings: { fetch?: typeof fetch; firstWaitMs?: number } = {},
): RecordAccess {
  const token = config.clerkToken ?? config.adminToken;
  if (!token) {
    throw new HubError({
      at: "setting DIRECTUS_CLERK_TOKEN",
      problem: "is not set, so nothing can be written",
      fix: "Run npm start once, which makes one; for your own Directus it needs DIRECTUS_ADMIN_TOKEN, an administrator's token",
    });
  }
  // biome-ignore lint/suspicious/noExplicitAny: Directus checks the fields itself, and what is read is given its type below.
  const client = createDirectus<any>(config.directusUrl, { globals: { fetch: settings.fetch ?? fetch } })
    .with(staticToken(token))
    .with(rest());
  const ask = <Answer>(what: string, request: () => Promise<Answer>) =>
    askPatiently(what, config.directusUrl, request, settings.firstWaitMs ?? 500);

  let relations: Relation[] | undefined;
  const readAll: RecordAccess["readAll"] = async (collection, fields, filter = {}) => {
    const rows: RecordFields[] = [];
    for (;;) {
      const key = collection === "schools" ? "urn" : "id";
      const query = { fields, filter, sort: [key], limit: batchSize, offset: rows.length };
      const page = await ask(collection, () => client.request<RecordFields[]>(readItems(collection, query)));
      for (const row of page) rows.push(row);
      if (page.length < batchSize) return rows;
    }
  };
  const fetchRecords = async (collection: ImportCollection, keys: string[], names: string[] = []) => {
    // As a SEARCH request, because a thousand keys are too long for an address; such a request must name its fields. Not all of
    // them: lists of other records would come along.
    const fields = [...new Set([keyField(collection), ...names])];
    const query = { fields, filter: { [keyField(collection)]: { _in: keys } }, limit: keys.length };
    const rows = await client.request<RecordFields[]>(withSearch(readItems(collection, query)));
    return new Map(rows.map((row) => [String(row[keyField(collection)]), row]));
  };

  return {
    async readSchools() {
      return (await readAll("schools", ["*"])).map(asSchool);
    },
    readAll,
    async readRecords(collection, keys, names) {
      if (collection === "policy") {
        const policy = await ask("policy", () => client.request<RecordFields>(readSingleton("policy")));
        return new Map([["policy", policy]]);
      }
      const found = new Map<string, RecordFields>();
      for (const some of inBatches(keys)) {
        const part = await ask(collection, () => fetchRecords(collection, some, names));
        for (const [key, fields] of part) found.set(key, fields);
      }
      return found;
    },
    async readGroups(collection, fields) {
      const query = { aggregate: { count: "*" }, groupBy: fields, query: { limit: -1 } };
      // biome-ignore lint/suspicious/noExplicitAny: the collection is known only to who asks.
      return ask(collection, () => client.request<RecordFields[]>(withSearch(aggregate(collection, query as any))));
    },
    async findReferred(collection, keys) {
      relations ??= await ask("relations", () => client.request<Relation[]>(readRelations()));
      const referred = new Set<string>();
      for (const { collection: from, field } of relations.filter(
        (relation) => relation.related_collection === collection,
      )) {
        for (const some of inBatches(keys)) {
          const query = {
            aggregate: { count: "*" },
            groupBy: [field],
            query: { filter: { [field]: { _in: some } }, limit: some.length },
          };
          // biome-ignore lint/suspicious/noExplicitAny: the collection is known only when the relations have been read.
          const rows = await ask(from, () => client.request<RecordFields[]>(withSearch(aggregate(from, query as any))));
          for (const row of rows) referred.add(String(row[field]));
        }
      }
      return referred;
    },
    async create(collection, records) {
      let missing = records;
      let isRetry = false;
      await ask(collection, async () => {
        if (isRetry) {
          const there = await fetchRecords(
            collection,
            missing.map(({ key }) => key),
          );
          missing = missing.filter(({ key }) => !there.has(key));
        }
        isRetry = true;
        const made = missing.map(({ fields }) => fields);
        if (made.length > 0) await client.request(createItems(collection, made, { fields: [keyField(collection)] }));
      });
    },
    async update(collection, records) {
      for (const { fields } of collection === "policy" ? records : []) {
        await ask("policy", () => client.request(updateSingleton("policy", fields)));
      }
      if (collection === "policy") return;
      const items = records.map(({ key, fields }) => ({ ...fields, [keyField(collection)]: key }));
      await ask(collection, () =>
        client.request(updateItemsBatch(collection, items, { fields: [keyField(collection)] })),
      );
    },
    async remove(collection, keys) {
      await ask(collection, () => client.request(deleteItems(collection, keys)));
    },
  };
}

function asSchool(row: RecordFields): SchoolRecord {
  const text = (name: string) => (typeof row[name] === "string" && row[name].trim() !== "" ? row[name].trim() : null);
  const day = (name: string) => text(name)?.slice(0, 10) ?? null;
  return {
    urn: String(row["urn"]),
    name: text("name") ?? "",
    phase: text("phase"),
    establishment_type: text("establishment_type"),
    local_authority_code: text("local_authority_code"),
    local_authority: text("local_authority"),
    opened_on: day("opened_on"),
    closed_on: day("closed_on"),
    trust_uid: text("trust_uid"),
    trust_name: text("trust_name"),
    trust_joined_on: day("trust_joined_on"),
    trust_left_on: day("trust_left_on"),
    predecessor_urns: Array.isArray(row["predecessor_urns"]) ? row["predecessor_urns"].map(String) : [],
    pupils: typeof row["pupils"] === "number" ? row["pupils"] : null,
  };
}
