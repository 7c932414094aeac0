/** Files that are being imported, as `pipelines/contract.ts` lays them out under DATA_DIR: written here, worked through by the imports. */
import { randomBytes } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { readConfig } from "../../pipelines/config.ts";
import { type ImportAbout, type ImportState, importAbout, importState } from "../../pipelines/contract.ts";
import { keepsAll, type Reader } from "../session/reader.ts";

const folder = join(readConfig().dataDir, "imports", "uploads");

/** One upload as far as it is; `state` is null until the import has begun to read it. */
export interface Upload {
  id: string;
  about: ImportAbout;
  state: ImportState | null;
}

const isId = (id: string) => /^[0-9a-f]{32}$/.test(id);

async function readJson(path: string): Promise<unknown> {
  const text = await readFile(path, "utf8").catch(() => null);
  return text === null ? null : JSON.parse(text);
}

/** Replaces a file whole, so that nobody reads half of it. */
async function replace(path: string, text: string): Promise<void> {
  const draft = `${path}.${randomBytes(4).toString("hex")}`;
  await writeFile(draft, text, { mode: 0o600 });
  await rename(draft, path);
}

/** Takes the bytes of a new upload, as they come. Nothing is left of it when they break off. @returns its id, which nobody can guess */
export async function keepFile(bytes: Readable): Promise<string> {
  const id = randomBytes(16).toString("hex");
  await mkdir(join(folder, id), { recursive: true, mode: 0o700 });
  try {
    await pipeline(bytes, createWriteStream(join(folder, id, "file"), { mode: 0o600 }));
    return id;
  } catch (error) {
    await removeUpload(id);
    throw error;
  }
}

/** Says, or says again, what whoever uploaded a file says of it. */
export async function writeAbout(id: string, about: ImportAbout): Promise<void> {
  await replace(join(folder, id, "about.json"), JSON.stringify(about));
}

/** One upload of a reader; null when there is none of that id, it is somebody else's, or it could be about schools they keep no more. */
export async function readUpload(id: string, { userId, keeps }: Reader): Promise<Upload | null> {
  if (!isId(id)) return null;
  const about = importAbout.nullable().parse(await readJson(join(folder, id, "about.json")));
  if (about === null || about.uploaded_by !== userId || !keepsAll(keeps, about.allowed_school_urns)) return null;
  const state = importState.nullable().parse(await readJson(join(folder, id, "state.json")));
  return { id, about, state };
}

/** A reader's uploads, the latest first. */
export async function readUploads(reader: Reader): Promise<Upload[]> {
  const ids = (await readdir(folder).catch(() => [])).filter(isId);
  const uploads = await Promise.all(ids.map((id) => readUpload(id, reader)));
  return uploads
    .filter((upload) => upload !== null)
    .sort((one, other) => other.about.uploaded_at.localeCompare(one.about.uploaded_at));
}

/** Deletes an upload with everything that is known of it; what has been written to the record stays there. */
export async function removeUpload(id: string): Promise<void> {
  if (isId(id)) await rm(join(folder, id), { recursive: true, force: true });
}

/** The refused rows of an upload as a CSV file; null when there are none. */
export async function openRefused(id: string): Promise<Readable | null> {
  const path = join(folder, id, "refused.csv");
  const isThere = await stat(path).then(
    () => true,
    () => false,
  );
  return isThere ? createReadStream(path) : null;
}
