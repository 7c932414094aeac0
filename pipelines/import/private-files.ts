import { chmod, mkdir, open, rename } from "node:fs/promises";

/** Makes a folder, and those above it, that only its owner may open; returns its path. */
export async function privateFolder(path: string): Promise<string> {
  await mkdir(path, { recursive: true, mode: 0o700 });
  await chmod(path, 0o700);
  return path;
}

/** Writes a text, or anything else as JSON, to a file that only its owner may read; it is on the disk, whole, when this returns. */
export async function writePrivately(path: string, content: unknown): Promise<void> {
  const part = `${path}.${process.pid}.part`;
  const file = await open(part, "w", 0o600);
  try {
    await file.writeFile(typeof content === "string" ? content : JSON.stringify(content));
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(part, path);
}
