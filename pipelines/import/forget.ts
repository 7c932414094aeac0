import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { type ImportBatch, isUndoable, undoDays } from "../contract.ts";
import { HubError } from "../errors.ts";
import { batchFolder, matchesFile, readBatch, writeBatch } from "./journal.ts";
import { readOldBatch } from "./old-journal.ts";

/**
 * Removes the values of imports that can be undone no more: they hold people's data. What is known of the import itself stays: when it
 * was, of which kind, and how many records it wrote.
 */
export async function forgetOldValues(dataDir: string, now = Date.now()): Promise<void> {
  const folder = batchFolder(dataDir);
  const names = (await readdir(folder).catch(() => [])).filter(
    (name) => name.endsWith(".json") && name !== matchesFile,
  );
  for (const name of names) {
    const batch = await readBatch(dataDir, name.slice(0, -5)).catch(() => undefined);
    // What a damaged note belongs to is not known; whoever runs the hub is told of it when they list the imports.
    if (!batch || isUndoable(batch, now)) continue;
    await rm(join(folder, `${batch.batch}.jsonl`), { force: true });
    const isOld = readOldBatch(JSON.parse(await readFile(join(folder, name), "utf8"))) !== undefined;
    if (isOld) await writeBatch(dataDir, batch);
  }
}

/** Makes sure that the values which undoing needs are still kept. @throws HubError when they are not */
export function requireUndoable(batch: ImportBatch, now = Date.now()): void {
  if (isUndoable(batch, now)) return;
  throw new HubError({
    at: `batch ${batch.batch}`,
    problem: `is older than ${undoDays} days, and what it wrote is not kept for longer`,
    fix: "Change or delete its records in the Studio, where most can be found by their import batch",
  });
}
