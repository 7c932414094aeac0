import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import type { z } from "zod";
import { type Release, release as releaseShape } from "../../pipelines/contract.ts";
import { ReleaseDamaged } from "./refusal.ts";

/** One published release, opened. Its files are read when they are first asked for, and then stay in memory. */
export interface OpenRelease {
  release: Release;
  /**
   * Reads one file of the release and checks its hash and shape.
   *
   * @param path - as `release.files` names it, such as `schools/900001.json`
   * @throws ReleaseDamaged when the file is missing, changed or of another shape
   */
  read: <T>(path: string, shape: z.ZodType<T>) => Promise<T>;
}

/**
 * Reads what a release says of itself, and nothing else of it.
 *
 * @throws ReleaseDamaged when that is missing, cut short or of another shape
 */
export async function readDescription(folder: string, id: string): Promise<Release> {
  try {
    const release = releaseShape.parse(JSON.parse(await readFile(join(folder, "release.json"), "utf8")));
    if (release.id === id) return release;
  } catch (cause) {
    throw new ReleaseDamaged(id, { cause });
  }
  throw new ReleaseDamaged(id);
}

/**
 * Opens a release after checking that every file is there in its full size. A file's hash is checked when the file is read, so that
 * opening a release opens no school's file.
 *
 * @param onDamage - called when a file turns out damaged later
 * @throws ReleaseDamaged when a file is missing or of the wrong size
 */
export async function openRelease(folder: string, id: string, onDamage: () => void): Promise<OpenRelease> {
  const release = await readDescription(folder, id);
  const sizes = await Promise.all(
    Object.keys(release.files).map(async (path) => (await stat(join(folder, path)).catch(() => null))?.size),
  );
  if (Object.values(release.files).some((file, at) => file.bytes !== sizes[at])) throw new ReleaseDamaged(id);

  const files = new Map<string, Promise<unknown>>();
  async function readChecked(path: string, shape: z.ZodType<unknown>): Promise<unknown> {
    const content = await readFile(join(folder, path)).catch(() => null);
    const isWhole = content && createHash("sha256").update(content).digest("hex") === release.files[path]?.sha256;
    const parsed = isWhole ? shape.safeParse(JSON.parse(content.toString())) : null;
    if (parsed?.success) return parsed.data;
    onDamage();
    throw new ReleaseDamaged(id);
  }
  return {
    release,
    read<T>(path: string, shape: z.ZodType<T>) {
      const file = files.get(path) ?? readChecked(path, shape);
      files.set(path, file);
      return file as Promise<T>;
    },
  };
}
