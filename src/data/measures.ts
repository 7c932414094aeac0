/** Everything the pages know of the published figures, and the one place that opens them: what a reader may see is which files are opened for them. */
import { AsyncLocalStorage } from "node:async_hooks";
import type { z } from "zod";
import { readConfig } from "../../pipelines/config.ts";
import {
  type Audience,
  type Catalogue,
  type ComparisonsSlice,
  catalogue,
  comparisonsSlice,
  type Figure,
  type LastRun,
  leavingSlice,
  type Release,
  type SchoolSlice,
  type SuppressionSlice,
  schoolSlice,
  suppressionSlice,
  type TrustSlice,
  trustSlice,
} from "../../pipelines/contract.ts";
import { maySeeSchool, type Reader } from "../session/reader.ts";
import { Forbidden, NotFound } from "./refusal.ts";
import { followReleases, type LiveRelease } from "./releases.ts";

const liveRelease = followReleases(readConfig().publishedDir);
const pinned = new AsyncLocalStorage<LiveRelease>();

/** Answers one request from one release, even when a newer one appears meanwhile: figures of two releases never meet on a page. */
export async function withLiveRelease<T>(answer: () => Promise<T>): Promise<T> {
  return pinned.run(await liveRelease(), answer);
}

async function live(): Promise<LiveRelease> {
  return pinned.getStore() ?? (await liveRelease());
}

/**
 * What the figures are from.
 *
 * @returns the release, how the last run ended (null before the first), and what readers must be told first (null when all is well)
 * @throws NoRelease before anything is published
 */
export async function readRelease(): Promise<{ release: Release; run: LastRun | null; banner: string | null }> {
  const { release, run, banner } = await live();
  return { release, run, banner };
}

/**
 * A file that a release may lack, such as that of tasks which nobody has. For the modules of this folder, which know whom it is for.
 *
 * @returns null when it is not in the release
 */
export async function openFile<T>(path: string, shape: z.ZodType<T>): Promise<T | null> {
  const { release, read } = await live();
  return Object.hasOwn(release.files, path) ? read(path, shape) : null;
}

/** The measures' definitions and the organisation's own words: any signed-in reader. */
export async function readCatalogue(): Promise<Catalogue> {
  return (await live()).read("catalogue.json", catalogue);
}

/** The trust's schools, totals, benchmarks and events: any signed-in reader. */
export async function readTrust(): Promise<TrustSlice> {
  return (await live()).read("trust.json", trustSlice);
}

/**
 * One school's figures.
 *
 * @throws Forbidden unless the reader may see that school, whether or not it exists
 * @throws NotFound when a reader of the trust asks for a school that is not in it
 */
export async function readSchool(reader: Reader, urn: string): Promise<SchoolSlice> {
  if (!maySeeSchool(reader, urn)) throw new Forbidden("This reader may not open that school");
  const { release, read } = await live();
  const path = `schools/${urn}.json`;
  if (!Object.hasOwn(release.files, path)) throw new NotFound("No such school in the trust");
  return read(path, schoolSlice);
}

/**
 * Every school's headline figures.
 *
 * @throws Forbidden unless the reader sees the whole trust
 */
export async function readComparisons(reader: Reader): Promise<ComparisonsSlice> {
  if (!reader.seesTrust) throw new Forbidden("Comparisons are for readers of the whole trust");
  return (await live()).read("comparisons.json", comparisonsSlice);
}

/** The trust's figures as they may leave the log-in: any signed-in reader. None where the release was made before there were any. */
export async function readLeavingTrust(): Promise<Figure[]> {
  return (await openFile("leaving/trust.json", leavingSlice))?.figures ?? [];
}

/**
 * One school's figures as they may leave the log-in.
 *
 * @throws Forbidden and NotFound as `readSchool` does
 */
export async function readLeavingSchool(reader: Reader, urn: string): Promise<Figure[]> {
  // The school's own file says whether there is such a school, and refuses whoever may not open it.
  await readSchool(reader, urn);
  return (await openFile(`leaving/schools/${urn}.json`, leavingSlice))?.figures ?? [];
}

/**
 * Every hidden figure with the rule that hides it.
 *
 * @throws Forbidden unless the reader is an administrator: which rule it was would itself narrow the figure down
 */
export async function readSuppression(reader: Reader): Promise<SuppressionSlice["cells"]> {
  if (!reader.mayExport) throw new Forbidden("What is hidden, and why, is for administrators");
  return (await openFile("suppression.json", suppressionSlice))?.cells ?? [];
}

/** Which figures are asked for; what is left out is not narrowed down. `school` is a URN, or `trust` for the trust's own. */
export interface FigureFilter {
  measure?: string | undefined;
  school?: string | undefined;
  time_period?: number | undefined;
  breakdown?: string | undefined;
  /** For whom they are: left out, for the reader who asks. */
  audience?: Audience | undefined;
}

/** The schools of the release whose files this reader may open, in the trust's order. */
async function schoolsOpenTo(reader: Reader): Promise<string[]> {
  const { schools } = await readTrust();
  return schools.map((school) => school.urn).filter((urn) => maySeeSchool(reader, urn));
}

/**
 * The figures that a reader may see, the trust's first and then school by school.
 *
 * @throws Forbidden and NotFound as `readSchool` does, where a school is asked for
 */
export async function figuresFor(reader: Reader, filter: FigureFilter): Promise<Figure[]> {
  const { measure, school, time_period, breakdown, audience } = filter;
  const isLeaving = audience === "leaving";
  const urns = school === undefined ? await schoolsOpenTo(reader) : school === "trust" ? [] : [school];
  const ofSchool = async (urn: string) =>
    isLeaving ? readLeavingSchool(reader, urn) : (await readSchool(reader, urn)).figures;
  const ofSchools = await Promise.all(urns.map(ofSchool));
  const ofTrust = async () => (isLeaving ? readLeavingTrust() : (await readTrust()).figures);
  const trust = school === undefined || school === "trust" ? await ofTrust() : [];
  return [...trust, ...ofSchools.flat()].filter(
    (figure) =>
      (measure === undefined || figure.measure_id === measure) &&
      (time_period === undefined || figure.time_period === time_period) &&
      (breakdown === undefined || figure.breakdown === breakdown),
  );
}
