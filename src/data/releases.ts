import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { catalogue, type LastRun, lastRun, trustSlice } from "../../pipelines/contract.ts";
import { shownDate } from "../format.ts";
import { type OpenRelease, openRelease, readDescription } from "./open-release.ts";
import { NoRelease, ReleaseDamaged } from "./refusal.ts";

/** What the site serves now. */
export interface LiveRelease extends OpenRelease {
  /** How the last run ended; null before the first one. */
  run: LastRun | null;
  /** What readers must know before anything else, in whole sentences; null when all is well. */
  banner: string | null;
}

const readText = (path: string) => readFile(path, "utf8").catch(() => null);

/** Tells two states of a release's folder apart without reading it. */
async function fingerprint(folder: string): Promise<string> {
  const found = await stat(join(folder, "release.json")).catch(() => null);
  return found === null ? "absent" : `${found.ino}:${found.mtimeMs}`;
}

/** How the last run ended; null when nothing readable says so, because that is no reason to withhold the figures. */
function parseRun(text: string | null): LastRun | null {
  try {
    return lastRun.parse(JSON.parse(text ?? ""));
  } catch {
    return null;
  }
}

/**
 * Follows a folder of releases.
 *
 * @param publishedDir - laid out as `pipelines/contract.ts` says
 * @param lookEveryMs - how long to serve what is in memory before looking for a newer release
 * @returns a function that gives the live release: the one that `current` names or, where that is damaged, the newest whole one
 * made before it. It throws NoRelease when there is none
 */
export function followReleases(publishedDir: string, lookEveryMs = 500): () => Promise<LiveRelease> {
  const folderOf = (id: string) => join(publishedDir, "releases", id);
  /** The fingerprints of releases found damaged: one that is made again under the same name is tried again. */
  const damaged = new Map<string, string>();
  let served: { id: string; found: string; runText: string | null; live: LiveRelease } | null = null;
  let look: { at: number; live: Promise<LiveRelease> } | null = null;

  async function open(id: string, found: string): Promise<OpenRelease> {
    if (damaged.get(id) === found) throw new ReleaseDamaged(id);
    const opened = await openRelease(folderOf(id), id, () => {
      damaged.set(id, found);
      served = null;
      look = null;
    });
    // These two are on nearly every page: damage to them is better found now than halfway through a page.
    await Promise.all([opened.read("catalogue.json", catalogue), opened.read("trust.json", trustSlice)]);
    return opened;
  }

  async function openEarlier(id: string): Promise<OpenRelease | null> {
    const broken = await readDescription(folderOf(id), id).catch(() => null);
    const names = await readdir(join(publishedDir, "releases")).catch(() => []);
    const others = await Promise.all(
      names.filter((name) => name !== id).map((name) => readDescription(folderOf(name), name).catch(() => null)),
    );
    const earlier = others
      .filter((other) => other !== null)
      .filter((other) => broken === null || other.made_at < broken.made_at)
      .sort((a, b) => (a.made_at < b.made_at ? 1 : -1));
    for (const { id: other } of earlier) {
      const opened = await open(other, await fingerprint(folderOf(other))).catch(() => null);
      if (opened !== null) return opened;
    }
    return null;
  }

  async function find(): Promise<LiveRelease> {
    const id = (await readText(join(publishedDir, "current")))?.trim();
    if (id === undefined) throw new NoRelease("Nothing has been published yet");
    const runText = await readText(join(publishedDir, "run.json"));
    const found = await fingerprint(folderOf(id));
    const isSame = served?.id === id && served.found === found;
    if (isSame && served!.runText === runText) return served!.live;

    const current = isSame && served!.live.banner === null ? served!.live : await open(id, found).catch(() => null);
    const opened = current ?? (await openEarlier(id));
    if (opened === null) throw new NoRelease("No release is whole");
    const banner =
      current === null
        ? `The newest figures are damaged and cannot be shown. These are the figures of ${shownDate(opened.release.as_of)}, the last that are whole. An administrator can put this right by running the pipeline again in full.`
        : null;
    const live = { release: opened.release, read: opened.read, run: parseRun(runText), banner };
    served = { id, found, runText, live };
    return live;
  }

  return () => {
    const now = performance.now();
    if (look === null || now - look.at >= lookEveryMs) {
      const live = find();
      look = { at: now, live };
      live.catch(() => {
        look = null;
      });
    }
    return look.live;
  };
}
