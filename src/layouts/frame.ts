import type { LastRun, PolicyWords, Release } from "../../pipelines/contract.ts";
import { ownersOf, readTasks } from "../data/duties.ts";
import { readCatalogue, readRelease } from "../data/measures.ts";
import { NoRelease, ReleaseDamaged } from "../data/refusal.ts";
import type { Reader } from "../session/reader.ts";
import { countWaiting } from "../tasks/groups.ts";
import type { TaskCount } from "./navigation.ts";

/** What the frame of a page says of the figures; every part is null while there are none. */
export interface Frame {
  release: Release | null;
  run: LastRun | null;
  /** What readers must be told before anything else. */
  banner: string | null;
  policy: PolicyWords | null;
  /** What the reader has to do; null while nobody is signed in. */
  tasks: TaskCount | null;
}

/** Reads what the frame needs. A page that says why there are no figures has a frame as well, so their absence is not an error here. */
export async function readFrame(reader: Reader | null): Promise<Frame> {
  try {
    const [{ release, run, banner }, { policy }] = await Promise.all([readRelease(), readCatalogue()]);
    return { release, run, banner, policy, tasks: reader && (await countTasks(reader, release.as_of)) };
  } catch (error) {
    if (!(error instanceof NoRelease || error instanceof ReleaseDamaged)) throw error;
    return { release: null, run: null, banner: null, policy: null, tasks: null };
  }
}

/** A damaged file of tasks is no reason to withhold a page: its entry is missing until the release before is served. */
async function countTasks(reader: Reader, asOf: string): Promise<TaskCount | null> {
  const tasks = await readTasks(reader).catch((cause: unknown) => {
    if (cause instanceof ReleaseDamaged) return null;
    throw cause;
  });
  return tasks && { all: tasks.length, waiting: countWaiting(tasks, ownersOf(reader), asOf) };
}
