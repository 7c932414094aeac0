import { createReadStream } from "node:fs";
import { open, readdir, readFile, rename } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { z } from "zod";
import { type ImportBatch, importBatch } from "../contract.ts";
import { HubError } from "../errors.ts";
import { collectionNames } from "./collections.ts";
import { readOldBatch } from "./old-journal.ts";
import { privateFolder, writePrivately } from "./private-files.ts";

const fields = z.record(z.string(), z.unknown());
const collection = z.enum(collectionNames);

/** One record of a batch: made with these fields, or changed from `before` to `after`. */
const entry = z.union([
  z.object({ collection, key: z.string(), fields }),
  z.object({ collection, key: z.string(), before: fields, after: fields }),
]);
/** One record of a batch: made with these fields, or changed from `before` to `after`. */
export type JournalEntry = z.infer<typeof entry>;

/** The file beside the batches that remembers how columns were matched. */
export const matchesFile = "matches.json";

/** The folder of batches under the hub's data folder. */
export function batchFolder(dataDir: string): string {
  return join(dataDir, "imports");
}

/** A name for a new batch that sorts by time and says what it was: `20261120-091500-ks2`, with a number after it when that is taken. */
export async function nameBatch(dataDir: string, kind: string, now: Date): Promise<string> {
  const taken = new Set((await readBatches(dataDir)).map((known) => known.batch));
  const name = `${now.toISOString().slice(0, 19).replace(/[-:]/g, "").replace("T", "-")}-${kind}`;
  for (let number = 2; ; number += 1) {
    const next = number === 2 ? name : `${name}-${number - 1}`;
    if (!taken.has(next)) return next;
  }
}

/** Writes what is known of a batch, beside its entries, so that it is on the disk, whole, when this returns. */
export async function writeBatch(dataDir: string, written: ImportBatch): Promise<void> {
  await writePrivately(join(await privateFolder(batchFolder(dataDir)), `${written.batch}.json`), written);
}

/**
 * Writes a batch's entries, one on a line, so that all are on the disk when this returns. They hold what undoing needs, in the order in
 * which it is done. Only their owner may read them.
 */
export async function writeEntries(dataDir: string, batch: string, entries: Iterable<JournalEntry>): Promise<void> {
  const path = entriesPath(await privateFolder(batchFolder(dataDir)), batch);
  const file = await open(`${path}.part`, "w", 0o600);
  try {
    let lines: string[] = [];
    for (const each of entries) {
      lines.push(JSON.stringify(each));
      if (lines.length < 1000) continue;
      await file.write(`${lines.join("\n")}\n`);
      lines = [];
    }
    if (lines.length > 0) await file.write(`${lines.join("\n")}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(`${path}.part`, path);
}

/**
 * A batch's entries, one after the other.
 *
 * @throws HubError when they are missing or damaged
 */
export async function* readEntries(dataDir: string, batch: string): AsyncGenerator<JournalEntry> {
  const stream = createReadStream(entriesPath(batchFolder(dataDir), batch));
  try {
    for await (const line of createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })) {
      yield entry.parse(JSON.parse(line));
    }
  } catch (cause) {
    const isOurs = cause instanceof SyntaxError || cause instanceof z.ZodError || (cause as { code?: string }).code;
    throw isOurs ? damaged(`${batch}.jsonl`, cause) : cause;
  } finally {
    stream.destroy();
  }
}

/** Brings the entries of an import that release 0.1.0 kept to where they are looked for, before what is known of it is written anew. */
export async function keepOldEntries(dataDir: string, batch: string): Promise<void> {
  const text = await readFile(join(batchFolder(dataDir), `${batch}.json`), "utf8").catch(() => "null");
  const old = readOldBatch(JSON.parse(text));
  if (old) await writeEntries(dataDir, batch, old.entries);
}

const entriesPath = (folder: string, batch: string) => join(folder, `${batch}.jsonl`);

/**
 * One batch by its name.
 *
 * @throws HubError when there is none, or its journal is damaged
 */
export async function readBatch(dataDir: string, name: string): Promise<ImportBatch> {
  // The name becomes part of a path, so it may not lead out of the folder.
  const text = /^[\w-]+$/.test(name)
    ? await readFile(join(batchFolder(dataDir), `${name}.json`), "utf8").catch(() => null)
    : null;
  if (text === null) {
    throw new HubError({
      at: `batch ${name}`,
      problem: "is not known here",
      fix: "See the batches with: npm run import -- --list",
    });
  }
  return parseBatch(name, text);
}

/** Every batch, the latest first. */
export async function readBatches(dataDir: string): Promise<ImportBatch[]> {
  const names = (await readdir(batchFolder(dataDir)).catch(() => [])).filter(
    (name) => name.endsWith(".json") && name !== matchesFile,
  );
  const batches = await Promise.all(
    names.map(async (name) => parseBatch(name.slice(0, -5), await readFile(join(batchFolder(dataDir), name), "utf8"))),
  );
  return batches.sort((a, b) => b.batch.localeCompare(a.batch));
}

function parseBatch(name: string, text: string): ImportBatch {
  try {
    const content: unknown = JSON.parse(text);
    return readOldBatch(content)?.batch ?? importBatch.parse(content);
  } catch (cause) {
    throw damaged(`${name}.json`, cause);
  }
}

const damaged = (file: string, cause: unknown) =>
  new HubError({
    at: `imports/${file} in the data folder`,
    problem: "is damaged, so what that import wrote is not known",
    fix: "Move it out of the folder; the records it wrote can be found by their import batch in the Studio",
    cause,
  });
