import { randomUUID } from "node:crypto";
import { mkdir, readdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { z } from "zod";
import { type LastRun, lastRun, type Release, release } from "../contract.ts";
import { hashOf, readText, replaceFile, syncFolder, toText, writeDurably } from "./files.ts";

/** How many releases are kept, the live one among them. */
const kept = 30;

/** What a release is made of. `slices` are the contents of its files, by path, as `sliceRelease` orders them. */
export interface ReleaseContent extends Omit<Release, "id" | "made_at" | "files"> {
  slices: Record<string, unknown>;
}

/**
 * Writes a release and makes it the live one, unless it is already.
 *
 * It is written beside the others and moved among them when it is whole; then `current` is replaced by one rename. Whatever
 * moment the process dies at, the live release is the old one or the new one. The id is made of the content, so the same
 * records give the same id; `made_at` is the only thing in a release that the clock decides.
 *
 * @param now - when it is made
 * @returns its id, and whether anything had to be written
 */
export async function writeRelease(
  publishedDir: string,
  content: ReleaseContent,
  now: Date,
): Promise<{ id: string; isNew: boolean }> {
  const { slices, ...description } = content;
  const texts = Object.entries(slices)
    .map(([path, slice]) => [path, toText(slice)] as const)
    .sort(([one], [other]) => (one < other ? -1 : 1));
  const files = Object.fromEntries(
    texts.map(([path, text]) => [path, { sha256: hashOf(text), bytes: Buffer.byteLength(text) }]),
  );
  const id = `${content.as_of}-${hashOf(toText({ ...description, files })).slice(0, 12)}`;
  await removeRemains(publishedDir);

  const folder = join(publishedDir, "releases", id);
  const isWritten = await isWhole(folder, id);
  if (!isWritten) {
    const made = release.parse({ ...description, id, made_at: now.toISOString(), files });
    const beside = join(publishedDir, `.making-${randomUUID()}`);
    for (const [path, text] of texts) await writeDurably(join(beside, path), text);
    await writeDurably(join(beside, "release.json"), toText(made));
    for (const path of new Set(texts.map(([path]) => dirname(path)))) await syncFolder(join(beside, path));
    await mkdir(dirname(folder), { recursive: true });
    // A damaged release of the same id makes way: nobody is served from it.
    await rm(folder, { recursive: true, force: true });
    await rename(beside, folder);
    await syncFolder(dirname(folder));
  }
  const live = await readText(join(publishedDir, "current"));
  if (live !== id) await replaceFile(join(publishedDir, "current"), id);
  await prune(publishedDir, id);
  return { id, isNew: !isWritten || live !== id };
}

/** Says how a run ended, for /healthz and the pages. */
export async function writeLastRun(publishedDir: string, run: LastRun): Promise<void> {
  await mkdir(publishedDir, { recursive: true });
  await replaceFile(join(publishedDir, "run.json"), toText(lastRun.parse(run)));
}

/** The live release's id; null before the first one. */
export async function readLiveId(publishedDir: string): Promise<string | null> {
  return readText(join(publishedDir, "current"));
}

/** Whether every file of a release is there as it was written. */
async function isWhole(folder: string, id: string): Promise<boolean> {
  const text = await readText(join(folder, "release.json"));
  if (text === null) return false;
  try {
    const found = release.parse(JSON.parse(text));
    if (found.id !== id) return false;
    for (const [path, { sha256 }] of Object.entries(found.files)) {
      const file = await readText(join(folder, path));
      if (file === null || hashOf(file) !== sha256) return false;
    }
    return true;
  } catch {
    return false;
  }
}

/** What a run left behind that died while it wrote. */
async function removeRemains(publishedDir: string): Promise<void> {
  await mkdir(publishedDir, { recursive: true });
  const names = await readdir(publishedDir);
  for (const name of names.filter((found) => found.startsWith(".making-"))) {
    await rm(join(publishedDir, name), { recursive: true, force: true });
  }
}

/** The releases that editions rest on, which are kept for good; null where an edition cannot be read, so that it is not known which. */
async function namedByEditions(publishedDir: string): Promise<Set<string> | null> {
  const folder = join(publishedDir, "editions");
  const names = await readdir(folder).catch(() => []);
  const named = new Set<string>();
  for (const name of names.filter((found) => /^\d+$/.test(found))) {
    try {
      const text = await readText(join(folder, name, "edition.json"));
      named.add(z.object({ release_id: z.string() }).parse(JSON.parse(text ?? "")).release_id);
    } catch {
      return null;
    }
  }
  return named;
}

/** Keeps the newest releases; the live one, and those that editions rest on, whatever their age. */
async function prune(publishedDir: string, liveId: string): Promise<void> {
  const folder = join(publishedDir, "releases");
  const named = await namedByEditions(publishedDir);
  if (named === null) return;
  const others = (await readdir(folder)).filter((id) => id !== liveId && !named.has(id));
  const aged = await Promise.all(others.map(async (id) => ({ id, age: (await stat(join(folder, id))).mtimeMs })));
  const old = aged.sort((one, other) => other.age - one.age).slice(kept - 1);
  // Moved out first, so that no release is ever half there.
  for (const { id } of old) await rename(join(folder, id), join(publishedDir, `.making-${randomUUID()}`));
  if (old.length > 0) await removeRemains(publishedDir);
}
