import { basename } from "node:path";
import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import { Busboy, type BusboyFileStream } from "@fastify/busboy";
import { readConfig } from "../../pipelines/config.ts";
import { keepFile, removeUpload } from "../data/uploads.ts";
import { largestForm } from "./limit.ts";

/** Why an upload was not taken, in words for whoever sent it. */
export class NotTaken extends Error {
  override name = "NotTaken";
  readonly status: 400 | 413;

  constructor(status: 400 | 413, words: string) {
    super(words);
    this.status = status;
  }
}

/** The size of the largest file that is taken, in bytes. */
export const largestUpload = readConfig().importLimitBytes;

/** `25 MB`. */
export const shownLargest = `${Math.round(largestUpload / 1e6)} MB`;

/** What to do about a file that is too large. */
export const tooLargeWords = `That file is larger than ${shownLargest}. Split it, or save it as CSV, which is often smaller.`;

const tooLarge = () => new NotTaken(413, tooLargeWords);
const noFile = () => new NotTaken(400, "Choose a file first.");

/**
 * Takes the file of a form as it comes: no more than a few parts of it are in memory at once. A file that is too large is refused by
 * what the form says of its length or, where it says nothing, when the limit is reached.
 *
 * @returns the new upload's id and the file's name without folders
 * @throws NotTaken, with nothing kept, when there is no file, it is empty or it is too large
 */
export async function receiveFile(request: Request): Promise<{ id: string; file_name: string }> {
  const type = request.headers.get("content-type") ?? "";
  if (!type.startsWith("multipart/form-data") || request.body === null) throw noFile();
  if (Number(request.headers.get("content-length") ?? 0) > largestUpload + largestForm) throw tooLarge();
  const parser = new Busboy({
    headers: { "content-type": type },
    limits: { files: 1, fields: 10, fileSize: largestUpload, fieldSize: 10_000 },
  });
  let file: BusboyFileStream | null = null;
  let file_name = "file";
  let kept: Promise<string> | null = null;
  parser.on("file", (_field, stream, name) => {
    file = stream;
    file_name = basename(name ?? "").slice(-150) || "file";
    kept = keepFile(stream);
    // It is waited for below; until then its failure must not end the process.
    kept.catch(() => {});
  });
  const body = Readable.fromWeb(request.body as ReadableStream);
  const isWhole = await new Promise<boolean>((resolve) => {
    parser.on("finish", () => resolve(true)).on("error", () => resolve(false));
    body.on("error", () => resolve(false)).pipe(parser);
  });
  return finish(isWhole, file, kept, file_name);
}

/** Nothing is kept of a file that did not arrive whole, is empty or is too large. */
async function finish(
  isWhole: boolean,
  file: BusboyFileStream | null,
  kept: Promise<string> | null,
  file_name: string,
): Promise<{ id: string; file_name: string }> {
  const isTooLarge = file?.truncated ?? false;
  if (!isWhole) {
    // Whoever sent it has gone: the end that the file waits for will not come.
    file?.destroy(new Error("The upload broke off"));
    await kept?.catch(() => undefined);
    throw isTooLarge ? tooLarge() : new NotTaken(400, "The file did not arrive whole. Try again.");
  }
  if (file === null || kept === null) throw noFile();
  const id = await kept;
  if (!isTooLarge && file.bytesRead > 0) return { id, file_name };
  await removeUpload(id);
  throw isTooLarge ? tooLarge() : noFile();
}
