import { createHash, randomUUID } from "node:crypto";
import { constants } from "node:fs";
import { mkdir, open, readFile, rename } from "node:fs/promises";
import { dirname, join } from "node:path";

/**
 * A value as the text of a release's file. Numbers keep twelve figures: sums of fractions differ after that with the order in
 * which they were added, and the same records must give the same text.
 */
export function toText(value: unknown): string {
  const rounded = (_key: string, item: unknown) => (typeof item === "number" ? Number(item.toPrecision(12)) + 0 : item);
  return `${JSON.stringify(value, rounded)}\n`;
}

/** The sha256 of a text or file, in hexadecimal. */
export function hashOf(content: string | Buffer): string {
  return createHash("sha256").update(content).digest("hex");
}

/** Writes a file and waits until the disk has it; makes its folder where that is missing. */
export async function writeDurably(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const file = await open(path, "w");
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Replaces a file in one step: whoever reads it sees the old text or the new one, whole. */
export async function replaceFile(path: string, text: string): Promise<void> {
  const beside = join(dirname(path), `.making-${randomUUID()}`);
  await writeDurably(beside, text);
  await rename(beside, path);
  await syncFolder(dirname(path));
}

/** Waits until the disk knows which files a folder holds; where the system cannot say, it is left to it. */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform === "win32") return;
  const folder = await open(path, constants.O_RDONLY);
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** The text of a file; null when there is none. */
export async function readText(path: string): Promise<string | null> {
  return readFile(path, "utf8").catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === "ENOENT") return null;
    throw cause;
  });
}
