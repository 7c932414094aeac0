/** Which page of an import somebody belongs on, and whether it is theirs. */
import type { ImportAbout } from "../../pipelines/contract.ts";
import { Forbidden, NotFound } from "../data/refusal.ts";
import { readUpload, type Upload, writeAbout } from "../data/uploads.ts";
import type { Keeping, Reader } from "../session/reader.ts";
import { isAtWork, startJob } from "./job.ts";

/** The pages of an import; `wait` while it is read or written, `stopped` when that ended by itself. */
export type ImportPage = "wait" | "stopped" | "kind" | "columns" | "preview" | "done" | "problem";

/** An import that is at work somewhere else, as after a restart of the site, says so at least this often. */
const sayingMs = 2 * 60 * 1000;

/** @throws Forbidden unless the reader imports records */
export function requireImporter(reader: Reader | null): Reader {
  if (reader === null || reader.keeps === null)
    throw new Forbidden("Imports are for administrators and those who lead a school's development");
  return reader;
}

/**
 * The upload of an address.
 *
 * @throws Forbidden unless the reader imports records
 * @throws NotFound unless the upload is there and theirs
 */
export async function openUpload(reader: Reader | null, id: string | undefined): Promise<Upload> {
  const upload = await readUpload(id ?? "", requireImporter(reader));
  if (upload === null) throw new NotFound("No such upload of this reader");
  return upload;
}

/** Which page shows where an upload is. */
export function pageOf({ id, state }: Upload, now = Date.now()): ImportPage {
  if (isAtWork(id)) return "wait";
  if (state === null) return "stopped";
  if (state.batch !== null && isAtWork(state.batch)) return "done";
  switch (state.step) {
    case "reading":
    case "writing":
      return now - Date.parse(state.updated_at) < sayingMs ? "wait" : "stopped";
    case "choose_kind":
      return "kind";
    case "match":
      return "columns";
    case "ready":
      return "preview";
    case "written":
    case "undone":
      return "done";
    case "refused":
      return "problem";
  }
}

/** The address of the page that shows where an upload is. */
export function addressOf(upload: Upload): string {
  const page = pageOf(upload);
  return `/import/${upload.id}/${page === "stopped" || page === "problem" ? "wait" : page}`;
}

/** Whether what somebody saw of an upload is still so: an answer from another window may have changed it. */
export function isAsSeen({ id, state }: Upload, version: unknown): boolean {
  return !isAtWork(id) && state !== null && state.updated_at === version;
}

/** The schools for which somebody may import, as the imports are told; null: all. */
export function allowedSchools(keeps: Keeping): string[] | null {
  return keeps === "all" ? null : (keeps ?? []);
}

/** Keeps an answer and has the file read again with it. */
export async function answer(upload: Upload, reader: Reader, said: Partial<ImportAbout>): Promise<void> {
  const allowed_school_urns = allowedSchools(reader.keeps);
  await writeAbout(upload.id, { ...upload.about, ...said, allowed_school_urns });
  startJob("prepare", upload.id);
}

/**
 * Has a preview written to the record. Where the reader's schools have changed since the file was read, it is read again instead: what
 * they agreed to is no longer theirs.
 */
export async function agree(upload: Upload, reader: Reader): Promise<void> {
  const allowed = allowedSchools(reader.keeps);
  if (JSON.stringify(allowed) !== JSON.stringify(upload.about.allowed_school_urns)) return answer(upload, reader, {});
  startJob("write", upload.id);
}
