/**
 * Notes of answers that are being stored, as files under DATA_DIR: each holds the invitation's key while its answer is on the way, and is
 * gone when it has arrived. One that is there when the site starts is of an answer that was interrupted. It holds nothing of the answer.
 */
import { randomUUID } from "node:crypto";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { readConfig } from "../../pipelines/config.ts";

const folder = join(readConfig().dataDir, "unfinished-answers");

/** A note that can be taken away. */
export interface Unfinished {
  invitationId: string;
  forget: () => Promise<void>;
}

function noteAt(file: string, invitationId: string): Unfinished {
  return { invitationId, forget: () => rm(file, { force: true }) };
}

/** Notes that the answer to an invitation is on the way. */
export async function noteUnfinished(invitationId: string): Promise<Unfinished> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, randomUUID());
  await writeFile(file, invitationId, { mode: 0o600 });
  return noteAt(file, invitationId);
}

/** Every note that is there. */
export async function readUnfinished(): Promise<Unfinished[]> {
  const names = await readdir(folder).catch(() => []);
  return Promise.all(names.map(async (name) => noteAt(join(folder, name), await readFile(join(folder, name), "utf8"))));
}
