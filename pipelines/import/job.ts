/**
 * What the site starts for people who import in the browser; see `contract-import.ts` for the files they exchange.
 *
 *     node pipelines/import/job.ts prepare <upload>   looks at an upload, as far as to a preview
 *     node pipelines/import/job.ts write <upload>     writes what the preview showed
 *     node pipelines/import/job.ts undo <batch>       undoes it
 *     node pipelines/import/job.ts tidy               removes uploads that are a day old, and the values of imports that can be
 *                                                     undone no more; every job does that too
 */
import { fileURLToPath } from "node:url";
import { type Config, readConfig } from "../config.ts";
import { HubError } from "../errors.ts";
import { forgetOldValues, requireUndoable } from "./forget.ts";
import { readBatch } from "./journal.ts";
import { inTurn } from "./lock.ts";
import { openRecord, type RecordAccess } from "./record.ts";
import { undoBatch } from "./undo.ts";
import { prepareUpload, writeUpload } from "./upload-job.ts";
import { readState, removeOldUploads, uploadOf, writeState } from "./uploads.ts";

/**
 * Does one job.
 *
 * @throws HubError when it is not known, or could not be done; for an upload its state says why as well
 */
export async function runJob(
  [job, name = ""]: string[],
  config: Config,
  open: () => RecordAccess = () => openRecord(config),
): Promise<void> {
  await removeOldUploads(config.dataDir);
  await forgetOldValues(config.dataDir);
  if (job === "tidy") return;
  if (job === "prepare") return prepareUpload(name, config, open);
  if (job === "write") return writeUpload(name, config, open);
  if (job === "undo") return undo(name, config, open);
  throw new HubError({
    at: "pipelines/import/job.ts",
    problem: "does not know this job",
    fix: "Use one of prepare, write, undo and tidy",
  });
}

async function undo(name: string, config: Config, open: () => RecordAccess): Promise<void> {
  await inTurn(config.dataDir, "writing", async () => {
    const batch = await readBatch(config.dataDir, name);
    requireUndoable(batch);
    await undoBatch(batch, open(), config.dataDir);
  });
  const id = await uploadOf(config.dataDir, name);
  const state = id && (await readState(config.dataDir, id));
  if (id && state) await writeState(config.dataDir, id, { ...state, step: "undone", problem: null });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await runJob(process.argv.slice(2), readConfig());
  } catch (fault) {
    if (!(fault instanceof HubError)) throw fault;
    console.error(fault.message);
    process.exitCode = 1;
  }
}
