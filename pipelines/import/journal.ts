import { mkdir, open, readdir, readFile, rename } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { HubError } from "../errors.ts";
import { collectionNames } from "./collections.ts";

const fields = z.record(z.string(), z.unknown());
const collection = z.enum(collectionNames);

/** One import as it is kept on disk: enough to undo it, written before the first record is. */
const batch = z.object({
  batch: z.string(),
  kind: z.string(),
  /** The imported file's name, without its folders. */
  file: z.string(),
  /** A UTC time. */
  started_at: z.string(),
  /** `writing` until all is written: an import that was stopped half-way stays so. */
  state: z.enum(["writing", "written", "undone"]),
  added: z.array(z.object({ collection, key: z.string(), fields })),
  changed: z.array(z.object({ collection, key: z.string(), before: fields, after: fields })),
});
/** One import as it is kept on disk. */
export type Batch = z.infer<typeof batch>;

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

/** Writes a batch's journal so that it is on the disk, whole, when this returns. Only its owner may read it. */
export async function writeBatch(dataDir: string, written: Batch): Promise<void> {
  await mkdir(batchFolder(dataDir), { recursive: true });
  const path = join(batchFolder(dataDir), `${written.batch}.json`);
  const file = await open(`${path}.part`, "w", 0o600);
  try {
    await file.writeFile(JSON.stringify(written));
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(`${path}.part`, path);
}

/**
 * One batch by its name.
 *
 * @throws HubError when there is none, or its journal is damaged
 */
export async function readBatch(dataDir: string, name: string): Promise<Batch> {
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
export async function readBatches(dataDir: string): Promise<Batch[]> {
  const names = (await readdir(batchFolder(dataDir)).catch(() => [])).filter((name) => name.endsWith(".json"));
  const batches = await Promise.all(
    names.map(async (name) => parseBatch(name.slice(0, -5), await readFile(join(batchFolder(dataDir), name), "utf8"))),
  );
  return batches.sort((a, b) => b.batch.localeCompare(a.batch));
}

function parseBatch(name: string, text: string): Batch {
  try {
    return batch.parse(JSON.parse(text));
  } catch (cause) {
    throw new HubError({
      at: `imports/${name}.json in the data folder`,
      problem: "is damaged, so what that import wrote is not known",
      fix: "Move it out of the folder; the records it wrote can be found by their import batch in the Studio",
      cause,
    });
  }
}
