/** Editions on the disk: written once, whole or not at all, and never changed. `papers/editions.ts` says what is in one. */
import { createHash, randomUUID } from "node:crypto";
import { mkdir, open, readdir, readFile, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { z } from "zod";
import { readConfig } from "../../pipelines/config.ts";
import { type Edition, type EditionFile, edition as editionShape } from "../papers/editions.ts";
import type { Paper } from "../papers/paper.ts";
import { keepsAll, type Reader } from "../session/reader.ts";
import { isOfBoard, mayReadPaper } from "./papers.ts";
import { Forbidden, NotFound } from "./refusal.ts";

/** A file of an edition is not what it was when the edition was made. */
export class EditionDamaged extends Error {
  override name = "EditionDamaged";
}

/** The files of an edition before it is written; those that the board does not have to itself are under `open/`. */
export type EditionContent = Record<string, Uint8Array>;

/** Where editions are: below the releases' own folder, so that they are backed up with them. */
const editionsDir = join(readConfig().publishedDir, "editions");

const hashOf = (content: Uint8Array) => createHash("sha256").update(content).digest("hex");

/** Whether a reader may open an edition: the same rule as for the paper; that of a course's report is for who keeps the school's records. */
export function mayReadEdition(reader: Reader, { kind, place }: Edition): boolean {
  const keepsPlace = keepsAll(reader.keeps, place.urn === null ? null : [place.urn]);
  if (kind === "course_report" && reader.role !== "trust_executive" && !keepsPlace) return false;
  return mayReadPaper(reader, kind, place.urn);
}

/** What a folder says of its edition. @throws EditionDamaged */
async function describe(number: number): Promise<Edition | null> {
  const text = await readFile(join(editionsDir, String(number), "edition.json"), "utf8").catch(() => null);
  if (text === null) return null;
  const found = editionShape.safeParse(parsed(text));
  if (found.success && found.data.number === number) return found.data;
  throw new EditionDamaged(`Edition ${number}`);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The numbers that are taken, in order. */
async function numbers(): Promise<number[]> {
  const names = await readdir(editionsDir).catch(() => []);
  return names
    .filter((name) => /^[1-9]\d*$/.test(name))
    .map(Number)
    .sort((one, other) => one - other);
}

/** Every edition that a reader may open, the latest first. A damaged description is passed over: its own page says so. */
export async function readEditions(reader: Reader): Promise<Edition[]> {
  const all = await Promise.all((await numbers()).map((number) => describe(number).catch(() => null)));
  return all.filter((one) => one !== null && mayReadEdition(reader, one)).reverse() as Edition[];
}

/**
 * One edition.
 *
 * @throws NotFound when there is none of that number, Forbidden when it is not for this reader, EditionDamaged
 */
export async function readEdition(reader: Reader, number: number): Promise<Edition> {
  const found = await describe(number);
  if (found === null) throw new NotFound("No such edition");
  if (!mayReadEdition(reader, found)) throw new Forbidden("This edition is not for this reader");
  return found;
}

/** Where in an edition a file is for this reader: those outside the board have their own, where that makes a difference. */
export function folderFor(reader: Reader, { kind, place, files }: Edition, name: EditionFile): "" | "open/" {
  const isWhole = kind === "course_report" || isOfBoard(reader, place.urn);
  return !isWhole && Object.hasOwn(files, `open/${name}`) ? "open/" : "";
}

/**
 * A file of an edition, as this reader may open it, with the same bytes as on the day it was made.
 *
 * @throws EditionDamaged when they are not
 */
export async function readEditionFile(reader: Reader, edition: Edition, name: EditionFile): Promise<Uint8Array> {
  const own = folderFor(reader, edition, name) + name;
  const content = await readFile(join(editionsDir, String(edition.number), own)).catch(() => null);
  if (content === null || hashOf(content) !== edition.files[own]?.sha256)
    throw new EditionDamaged(`Edition ${edition.number}, ${own}`);
  return content;
}

/** The text of an edition. @throws EditionDamaged */
export async function readEditionPaper(reader: Reader, edition: Edition): Promise<Paper> {
  return JSON.parse(Buffer.from(await readEditionFile(reader, edition, "paper.json")).toString()) as Paper;
}

const policyOfRelease = z.object({ policy: z.object({ profile: z.string() }) });

/** The letter of the policy under which an edition was made, as its release has it; null where that is gone. */
export async function readEditionProfile({ release_id }: Edition): Promise<string | null> {
  const path = join(readConfig().publishedDir, "releases", release_id, "catalogue.json");
  const found = policyOfRelease.safeParse(parsed(await readFile(path, "utf8").catch(() => "")));
  return found.success ? found.data.policy.profile : null;
}

/** One edition at a time, so that each number is given once. */
let last: Promise<unknown> = Promise.resolve();

/**
 * Writes an edition under the next number. It is written beside the others and moved among them when it is whole.
 *
 * @param make - makes its files, with the number in them
 * @returns what was written
 */
export function writeEdition(
  about: Omit<Edition, "number" | "files">,
  make: (number: number) => Promise<EditionContent>,
): Promise<Edition> {
  const written = last.then(() => write(about, make));
  last = written.catch(() => undefined);
  return written;
}

async function write(
  about: Omit<Edition, "number" | "files">,
  make: (number: number) => Promise<EditionContent>,
): Promise<Edition> {
  await removeRemains();
  const number = ((await numbers()).at(-1) ?? 0) + 1;
  const content = await make(number);
  const files = Object.fromEntries(
    Object.entries(content).map(([name, bytes]) => [name, { sha256: hashOf(bytes), bytes: bytes.byteLength }]),
  );
  const made = editionShape.parse({ number, ...about, files });
  const beside = join(editionsDir, `.making-${randomUUID()}`);
  try {
    for (const [name, bytes] of Object.entries(content)) await writeDurably(join(beside, name), bytes);
    await writeDurably(join(beside, "edition.json"), Buffer.from(`${JSON.stringify(made, null, 2)}\n`));
    await rename(beside, join(editionsDir, String(number)));
    await syncFolder(editionsDir);
  } catch (fault) {
    await rm(beside, { recursive: true, force: true });
    throw fault;
  }
  return made;
}

/** What was left of an edition by a site that died while it wrote. */
async function removeRemains(): Promise<void> {
  const names = await readdir(editionsDir).catch(() => []);
  for (const name of names.filter((found) => found.startsWith(".making-")))
    await rm(join(editionsDir, name), { recursive: true, force: true });
}

/** Waits until the disk knows which editions there are, so that no number is given again; where the system cannot say, it is left to it. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === "win32") return;
  const folder = await open(path, "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** Writes a file and waits until the disk has it. */
async function writeDurably(path: string, content: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const file = await open(path, "wx");
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}
