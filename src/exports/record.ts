/** Everything that can be taken out of the record, and who may take it. */
import { Readable } from "node:stream";
import {
  countRecords,
  type RecordCollection,
  type RecordRow,
  readCollections,
  readOnlyRecord,
  readRecords,
} from "../data/record.ts";
import { NotFound } from "../data/refusal.ts";
import { withoutState } from "../evaluate/unseen.ts";
import type { Reader } from "../session/reader.ts";
import { csvLines, csvOf } from "./csv.ts";
import { type PackedFile, zipOf } from "./zip.ts";

/** What people answered, which only a system administrator takes out. */
const answers = "evaluations";

/** How many records are asked for at once. */
const pageRows = 2_000;

/** A collection with how many records it holds, for the page that offers them. */
export interface Offered {
  collection: RecordCollection;
  count: number;
  /** False: it is there, but not for this reader. */
  isTheirs: boolean;
}

function isTheirs({ name }: RecordCollection, reader: Reader): boolean {
  return reader.mayExport && (name !== answers || reader.mayExportAnswers);
}

/** Every collection of the record, and which of them this reader may take out. @throws RecordUnreachable */
export async function offeredTo(reader: Reader): Promise<Offered[]> {
  const collections = await readCollections();
  return Promise.all(
    collections.map(async (collection) => ({
      collection,
      count: collection.isSingleton ? 1 : await countRecords(collection.name),
      isTheirs: isTheirs(collection, reader),
    })),
  );
}

/**
 * The collections that this reader may take out.
 *
 * @throws RecordUnreachable
 */
export async function collectionsOf(reader: Reader): Promise<RecordCollection[]> {
  return (await readCollections()).filter((collection) => isTheirs(collection, reader));
}

/**
 * One collection that this reader may take out.
 *
 * @throws NotFound when there is none of that name, or it is not theirs
 * @throws RecordUnreachable
 */
export async function collectionOf(reader: Reader, name: string): Promise<RecordCollection> {
  const found = (await collectionsOf(reader)).find((collection) => collection.name === name);
  if (found === undefined) throw new NotFound("No such collection");
  return found;
}

/**
 * Every record of a collection in the order of its keys, which are random: nobody can tell from it who came first. All keys are read
 * first and the records by them, so that what is added or deleted meanwhile neither repeats a record nor hides one.
 */
async function* recordsOf(
  { name, key, fields, isSingleton }: RecordCollection,
  today: string,
): AsyncGenerator<RecordRow[]> {
  const names = fields.map((field) => field.name);
  if (isSingleton) return yield [await readOnlyRecord(name, names)];
  const keys = (await readRecords(name, { fields: [key], sort: [key] })).map((row) => row[key]);
  for (let from = 0; from < keys.length; from += pageRows) {
    const filter = { [key]: { _in: keys.slice(from, from + pageRows) } };
    const rows = await readRecords(name, { fields: names, filter, sort: [key] });
    yield name === "invitations" ? rows.map((row) => withoutState(row, today)) : rows;
  }
}

/**
 * A collection as CSV, part by part. Invitations do not say whether an answer came as long as one may.
 *
 * @param today - an ISO date
 */
export function csvOfCollection(collection: RecordCollection, today: string): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  return csvOf(
    collection.fields.map(({ name }) => name),
    recordsOf(collection, today),
  );
}

/** What the columns mean: one line for each. */
async function* dictionaryOf(collections: RecordCollection[]): AsyncGenerator<Uint8Array> {
  const rows = collections.flatMap(({ name, label, fields }) =>
    fields.map((field) => [name, label, field.name, field.label, field.type]),
  );
  yield new TextEncoder().encode(
    csvLines([["collection", "collection_label", "field", "field_label", "type"], ...rows]),
  );
}

/** All of these collections as one zip archive of CSV files, with a list of what their columns mean. @param today - an ISO date */
export function zipOfCollections(collections: RecordCollection[], today: string): AsyncGenerator<Uint8Array> {
  const files: PackedFile[] = collections.map((collection) => ({
    name: `${collection.name}.csv`,
    content: csvOfCollection(collection, today),
  }));
  return zipOf([...files, { name: "columns.csv", content: dictionaryOf(collections) }]);
}

/** A file to keep, sent as it is made. */
export function download(content: AsyncIterable<Uint8Array>, name: string, type: string): Response {
  return new Response(Readable.toWeb(Readable.from(content)) as ReadableStream<Uint8Array<ArrayBuffer>>, {
    headers: { "Content-Type": type, "Content-Disposition": `attachment; filename="${name}"` },
  });
}
