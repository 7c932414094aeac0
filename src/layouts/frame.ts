import type { LastRun, PolicyWords, Release } from "../../pipelines/contract.ts";
import { readCatalogue, readRelease } from "../data/measures.ts";
import { NoRelease, ReleaseDamaged } from "../data/refusal.ts";

/** What the frame of a page says of the figures; every part is null while there are none. */
export interface Frame {
  release: Release | null;
  run: LastRun | null;
  /** What readers must be told before anything else. */
  banner: string | null;
  policy: PolicyWords | null;
}

/** Reads what the frame needs. A page that says why there are no figures has a frame as well, so their absence is not an error here. */
export async function readFrame(): Promise<Frame> {
  try {
    const [{ release, run, banner }, { policy }] = await Promise.all([readRelease(), readCatalogue()]);
    return { release, run, banner, policy };
  } catch (error) {
    if (!(error instanceof NoRelease || error instanceof ReleaseDamaged)) throw error;
    return { release: null, run: null, banner: null, policy: null };
  }
}
