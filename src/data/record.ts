/** The record as the clerk reads it, for exports and for one person's portfolio: which collections there are, their fields, and their records. */
import {
  aggregate,
  createDirectus,
  readCollections as listCollections,
  readFields as listFields,
  readRelations as listRelations,
  type RestCommand,
  readItems,
  readSingleton,
  rest,
  staticToken,
  withSearch,
} from "@directus/sdk";
import { z } from "zod";
import { readConfig } from "../../pipelines/config.ts";
import { RecordUnreachable } from "./content.ts";

const { directusUrl, clerkToken } = readConfig();

const answerWithinMs = 30_000;
const patientFetch: typeof fetch = (input, init) =>
  fetch(input, { ...init, signal: AbortSignal.timeout(answerWithinMs) });

const asClerk = createDirectus(directusUrl, { globals: { fetch: patientFetch } })
  .with(rest())
  .with(staticToken(clerkToken ?? ""));

/** One record, by its fields' own names. */
export type RecordRow = Record<string, unknown>;

/** A Directus filter, as in its API. */
export type RecordFilter = Record<string, unknown>;

/** A field that holds something, as an editor of the Studio knows it. */
export interface RecordField {
  name: string;
  label: string;
  type: string;
  /** What stored keys are called, where there is a list to choose from. */
  choices: Map<string, string>;
}

/** A collection of the record. */
export interface RecordCollection {
  name: string;
  label: string;
  note: string | null;
  /** The name of its key. */
  key: string;
  isSingleton: boolean;
  fields: RecordField[];
}

/** A field of `collection` that points at a record of `to`. */
export interface RecordReference {
  collection: string;
  field: string;
  to: string;
}

const translations = z
  .array(z.object({ language: z.string(), translation: z.string() }))
  .nullish()
  .transform((words) => (words ?? []).find(({ language }) => language.startsWith("en"))?.translation);
const choice = z.object({ value: z.union([z.string(), z.number(), z.boolean()]), text: z.string() });
const collectionShape = z.object({
  collection: z.string(),
  meta: z
    .object({ note: z.string().nullish(), singleton: z.boolean().nullish(), sort: z.number().nullish(), translations })
    .extend({ group: z.string().nullish() })
    .nullish(),
  schema: z.object({ name: z.string() }).nullish(),
});
const fieldShape = z.object({
  collection: z.string(),
  field: z.string(),
  type: z.string(),
  schema: z.object({ is_primary_key: z.boolean() }).nullish(),
  meta: z.object({ translations, options: z.unknown(), special: z.array(z.string()).nullish() }).nullish(),
});
const choiceList = z.object({ choices: z.array(choice) });

/** A stored secret says nothing to a person, and stays where it is. */
const isSecret = (name: string, type: string) => type === "hash" || /_hash(es)?$/.test(name);

async function ask<Answer>(command: RestCommand<Answer, object>): Promise<Answer> {
  return asClerk.request(command).catch((cause: unknown) => {
    throw new RecordUnreachable("The record cannot be reached", { cause });
  });
}

type FoundField = z.infer<typeof fieldShape>;

function asField({ field, type, meta }: FoundField): RecordField {
  const { data } = choiceList.safeParse(meta?.options);
  const choices = new Map((data?.choices ?? []).map(({ value, text }) => [String(value), text]));
  return { name: field, label: meta?.translations ?? field, type, choices };
}

/**
 * Every collection that the clerk may read, in the order of the Studio, with the fields that hold something; those that hold
 * secrets are left out.
 *
 * @throws RecordUnreachable
 */
export async function readCollections(): Promise<RecordCollection[]> {
  const [found, fields] = await Promise.all([
    ask(listCollections()).then((answer) => z.array(collectionShape).parse(answer)),
    ask(listFields()).then((answer) => z.array(fieldShape).parse(answer)),
  ]);
  const sortOf = new Map(found.map(({ collection, meta }) => [collection, meta?.sort ?? 999]));
  const place = ({ collection, meta }: (typeof found)[number]) =>
    (sortOf.get(meta?.group ?? "") ?? 999) * 1000 + (sortOf.get(collection) ?? 999);
  return found
    .filter(({ collection, schema }) => schema && !collection.startsWith("directus_"))
    .sort((one, other) => place(one) - place(other))
    .map(({ collection, meta }) => {
      const own = fields.filter((field) => field.collection === collection && field.schema);
      return {
        name: collection,
        label: meta?.translations ?? collection,
        note: meta?.note ?? null,
        key: own.find(({ schema }) => schema?.is_primary_key)?.field ?? "id",
        isSingleton: meta?.singleton === true,
        fields: own.filter(({ field, type }) => !isSecret(field, type)).map(asField),
      };
    });
}

/** Every reference from one record to another. @throws RecordUnreachable */
export async function readReferences(): Promise<RecordReference[]> {
  const found = (await ask(listRelations())) as {
    collection: string;
    field: string;
    related_collection: string | null;
  }[];
  return found.flatMap(({ collection, field, related_collection }) =>
    related_collection === null ? [] : [{ collection, field, to: related_collection }],
  );
}

/** How many records a collection holds. @throws RecordUnreachable */
export async function countRecords(name: string, filter: RecordFilter = {}): Promise<number> {
  const query = { aggregate: { count: "*" }, query: { filter } };
  const [counted] = (await ask(withSearch(aggregate(name as never, query as never)))) as { count: string | number }[];
  return Number(counted?.count ?? 0);
}

/** What is read of a collection: which records, which of their fields, in which order. */
export interface RecordQuery {
  fields: string[];
  filter?: RecordFilter;
  sort?: string[];
  /** How many; all of them unless said. */
  limit?: number;
  /** How many to pass over first. */
  offset?: number;
}

/** Some records of a collection. @throws RecordUnreachable */
export async function readRecords(name: string, query: RecordQuery): Promise<RecordRow[]> {
  // As a SEARCH request: keys and names belong in no address, where a log would keep them.
  const command = withSearch(readItems(name as never, { limit: -1, ...query } as never));
  return (await ask(command)) as RecordRow[];
}

/** The only record of a singleton. @throws RecordUnreachable */
export async function readOnlyRecord(name: string, fields: string[]): Promise<RecordRow> {
  return (await ask(readSingleton(name as never, { fields } as never))) as RecordRow;
}
