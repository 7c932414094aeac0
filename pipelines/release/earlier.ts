import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { type Figure, leavingSlice, release, schoolSlice, suppressionSlice, trustSlice } from "../contract.ts";
import type { Audiences } from "../disclosure/audiences.ts";
import { readText } from "./files.ts";
import { readLiveId } from "./release.ts";

/**
 * What readers can still open or have read: the figures of the live release and of every other that is on the disk, those that editions
 * rest on among them; the live one first, then the newest. One that hid the same figures as a newer one tells nothing more and is left out.
 *
 * A file that is missing, damaged or of an earlier shape counts as empty: what it showed cannot be taken back by what is not known.
 */
export async function readEarlierFigures(publishedDir: string): Promise<Audiences[]> {
  const live = await readLiveId(publishedDir);
  if (live === null) return [];
  const folder = join(publishedDir, "releases");
  const names = await readdir(folder).catch(() => []);
  const described = await Promise.all(
    names.map(async (id) => ({ id, ...release.safeParse(await readJson(join(folder, id, "release.json"))).data })),
  );
  const order = ({ id, made_at = "" }: (typeof described)[number]) => (id === live ? "~" : made_at);
  const newest = described.sort((one, other) => (order(one) > order(other) ? -1 : 1));
  const seen = new Set<string>();
  const earlier: Audiences[] = [];
  for (const { id, files = {} } of newest) {
    const hidden = files["suppression.json"]?.sha256;
    if (hidden !== undefined && seen.has(hidden)) continue;
    if (hidden !== undefined) seen.add(hidden);
    earlier.push(await readFigures(join(folder, id), Object.keys(files)));
  }
  return earlier;
}

async function readFigures(folder: string, paths: readonly string[]): Promise<Audiences> {
  const figures: Figure[] = [];
  const leaving: Figure[] = [];
  const shown = schoolSlice.or(trustSlice).or(leavingSlice);
  for (const path of paths.filter((one) => /^(leaving\/)?(trust|schools\/[^/]+)\.json$/.test(one))) {
    const slice = shown.safeParse(await readJson(join(folder, path)));
    if (slice.success) (path.startsWith("leaving/") ? leaving : figures).push(...slice.data.figures);
  }
  const hidden = suppressionSlice.safeParse(await readJson(join(folder, "suppression.json")));
  return { figures, leaving, cells: hidden.data?.cells ?? [] };
}

async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse((await readText(path)) ?? "null");
  } catch {
    return null;
  }
}
