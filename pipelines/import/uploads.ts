import { readdir, readFile, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { type ImportAbout, type ImportState, importAbout, importState } from "../contract.ts";
import { HubError } from "../errors.ts";
import { batchFolder } from "./journal.ts";
import { writePrivately } from "./private-files.ts";

/** An upload's folder. @throws HubError when its id is not one, which could lead out of the folder */
export function uploadFolder(dataDir: string, id: string): string {
  if (!/^[0-9a-f]{32}$/.test(id)) throw unknownUpload();
  return join(batchFolder(dataDir), "uploads", id);
}

/** The bytes that were uploaded. @throws HubError when they are there no more, or are more than the hub takes */
export async function readUpload(dataDir: string, id: string, mostBytes: number): Promise<Uint8Array> {
  const path = join(uploadFolder(dataDir, id), "file");
  const found = await stat(path).catch(() => undefined);
  if (!found) throw unknownUpload();
  if (found.size > mostBytes) {
    throw new HubError({
      at: "the file",
      problem: `is larger than ${Math.round(mostBytes / 1e6)} MB`,
      fix: "Split it into several files, or ask whoever runs the hub to import it with npm run import",
    });
  }
  return readFile(path);
}

/** What whoever uploaded a file says of it. @throws HubError when there is no such upload */
export async function readAbout(dataDir: string, id: string): Promise<ImportAbout> {
  const text = await readFile(join(uploadFolder(dataDir, id), "about.json"), "utf8").catch(() => undefined);
  if (text === undefined) throw unknownUpload();
  return importAbout.parse(JSON.parse(text));
}

/** How far an upload is; undefined before it has been looked at. */
export async function readState(dataDir: string, id: string): Promise<ImportState | undefined> {
  const text = await readFile(join(uploadFolder(dataDir, id), "state.json"), "utf8").catch(() => undefined);
  return text === undefined ? undefined : importState.parse(JSON.parse(text));
}

/** Writes how far an upload is, in one step. */
export async function writeState(dataDir: string, id: string, state: ImportState): Promise<void> {
  await writePrivately(join(uploadFolder(dataDir, id), "state.json"), state);
}

/** Writes the refused rows to be downloaded, or takes away those of an earlier look where there are none. */
export async function writeRefused(dataDir: string, id: string, csv: string | undefined): Promise<void> {
  const path = join(uploadFolder(dataDir, id), "refused.csv");
  if (csv === undefined) await rm(path, { force: true });
  else await writePrivately(path, csv);
}

/** Removes what was uploaded, once it is in the record. */
export async function removeUploadedFile(dataDir: string, id: string): Promise<void> {
  await rm(join(uploadFolder(dataDir, id), "file"), { force: true });
}

const dayMs = 86_400_000;

/** Removes uploads that nothing has happened to for a day: they hold people's data. */
export async function removeOldUploads(dataDir: string, now = Date.now()): Promise<void> {
  const folder = join(batchFolder(dataDir), "uploads");
  for (const id of await readdir(folder).catch(() => [])) {
    const path = join(folder, id);
    const times = await Promise.all(
      ["", "state.json", "about.json"].map((name) =>
        stat(join(path, name)).then(
          ({ mtimeMs }) => mtimeMs,
          () => 0,
        ),
      ),
    );
    if (now - Math.max(...times) > dayMs) await rm(path, { recursive: true, force: true });
  }
  await removeHalfWritten(batchFolder(dataDir), now);
}

/** Removes what an import that was stopped before it wrote its first record has left behind. */
async function removeHalfWritten(folder: string, now: number): Promise<void> {
  const names: string[] = await readdir(folder).catch(() => []);
  for (const name of names) {
    const isOrphan = name.endsWith(".jsonl") && !names.includes(name.slice(0, -1));
    if (!isOrphan && !name.endsWith(".part") && !/\.lock\.\d+$/.test(name)) continue;
    const changed = await stat(join(folder, name)).then(
      ({ mtimeMs }) => mtimeMs,
      () => now,
    );
    if (now - changed > dayMs) await rm(join(folder, name), { force: true });
  }
}

/** The upload that became a batch; undefined when there was none, or it has been removed. */
export async function uploadOf(dataDir: string, batch: string): Promise<string | undefined> {
  for (const id of await readdir(join(batchFolder(dataDir), "uploads")).catch(() => [])) {
    const state = await readState(dataDir, id).catch(() => undefined);
    if (state?.batch === batch) return id;
  }
  return undefined;
}

const unknownUpload = () =>
  new HubError({
    at: "the upload",
    problem: "is not there any more",
    fix: "Choose the file again; uploads are kept for a day, and their files until they are written",
  });
