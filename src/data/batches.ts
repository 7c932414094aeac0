/** Imports that have been written to the record, as the imports note them under DATA_DIR. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { readConfig } from "../../pipelines/config.ts";
import { type ImportBatch, importBatch } from "../../pipelines/contract.ts";
import { keepsAll, type Reader } from "../session/reader.ts";

const folder = join(readConfig().dataDir, "imports");

/** Administrators see every batch; whoever leads a school's development sees their own, while they lead every school it could be about. */
function isOpenTo({ keeps, userId }: Reader, { imported_by, allowed_school_urns }: ImportBatch): boolean {
  return keeps === "all" || (imported_by === userId && keepsAll(keeps, allowed_school_urns));
}

/** One batch; null when there is none of that name, its note is damaged, or it is not for this reader. */
export async function readBatch(reader: Reader, name: string): Promise<ImportBatch | null> {
  if (!/^[\w-]+$/.test(name)) return null;
  const text = await readFile(join(folder, `${name}.json`), "utf8").catch(() => null);
  if (text === null) return null;
  try {
    const batch = importBatch.parse(JSON.parse(text));
    return isOpenTo(reader, batch) ? batch : null;
  } catch {
    // A note that was written by hand, or by an earlier version; the imports in the shell say what is wrong with it.
    return null;
  }
}

/** The batches that a reader may see and undo, the latest first. */
export async function readBatches(reader: Reader): Promise<ImportBatch[]> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith(".json"));
  const batches = await Promise.all(names.map((name) => readBatch(reader, name.slice(0, -5))));
  return batches.filter((batch) => batch !== null).sort((one, other) => other.started_at.localeCompare(one.started_at));
}
