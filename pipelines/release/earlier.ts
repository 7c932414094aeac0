import { join } from "node:path";
import { type Figure, leavingSlice, release, schoolSlice, trustSlice } from "../contract.ts";
import type { EarlierFigures } from "../disclosure/audiences.ts";
import { readText } from "./files.ts";
import { readLiveId } from "./release.ts";

/**
 * The figures of the live release, which readers can still open or have read. A file that is missing, damaged or of an earlier shape counts as empty: what it
 * showed cannot be taken back by what is not known.
 */
export async function readEarlierFigures(publishedDir: string): Promise<EarlierFigures> {
  const id = await readLiveId(publishedDir);
  const figures: Figure[] = [];
  const leaving: Figure[] = [];
  if (id === null) return { figures, leaving };
  const folder = join(publishedDir, "releases", id);
  const read = async (path: string): Promise<unknown> => {
    try {
      return JSON.parse((await readText(join(folder, path))) ?? "null");
    } catch {
      return null;
    }
  };
  const paths = Object.keys(release.safeParse(await read("release.json")).data?.files ?? {});
  const shown = schoolSlice.or(trustSlice).or(leavingSlice);
  for (const path of paths.filter((one) => /^(leaving\/)?(trust|schools\/[^/]+)\.json$/.test(one))) {
    const slice = shown.safeParse(await read(path));
    if (slice.success) (path.startsWith("leaving/") ? leaving : figures).push(...slice.data.figures);
  }
  return { figures, leaving };
}
