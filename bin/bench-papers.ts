import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { release } from "../pipelines/contract.ts";
import { readLiveId, writeRelease } from "../pipelines/release/release.ts";

/** How many schools the trust has whose papers are made. */
const schoolCount = 30;

type Listing = { schools: { urn: string; name: string }[]; figures: { school_urn: string | null }[] };

/**
 * How long all papers of a trust of thirty schools take: the board paper and the annual report as PDF and Word file, and the figures, for the
 * trust and every school. The schools are those of a release, each several times over under other numbers.
 *
 * @param publishedDir - where the release is
 */
export async function measurePapers(publishedDir: string): Promise<{ what: string; value: string }[]> {
  const dataDir = await mkdtemp(join(tmpdir(), "cpd-papers-"));
  try {
    await multiplySchools(publishedDir, join(dataDir, "published"));
    const out = join(dataDir, "papers");
    const started = performance.now();
    const program = join(import.meta.dirname, "paper.ts");
    const child = spawn(process.execPath, [program, "--all", "--out", out], {
      env: { ...process.env, DATA_DIR: dataDir },
      stdio: ["ignore", "ignore", "inherit"],
    });
    const [code] = await once(child, "close");
    if (code !== 0) throw new Error(`npm run paper ended with status ${code}`);
    const seconds = (performance.now() - started) / 1000;
    const files = (await readdir(out, { recursive: true })).filter((name) => /\.\w+$/.test(name));
    return [{ what: `All papers of ${schoolCount} schools`, value: `${seconds.toFixed(1)} s (${files.length} files)` }];
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** Writes a release of many schools: every file about a school again for each school that is like it. */
async function multiplySchools(from: string, to: string): Promise<void> {
  const id = await readLiveId(from);
  const folder = join(from, "releases", id!);
  const {
    files,
    id: _,
    made_at: __,
    ...description
  } = release.parse(JSON.parse(await readFile(join(folder, "release.json"), "utf8")));
  const texts = new Map<string, string>();
  for (const path of Object.keys(files)) texts.set(path, await readFile(join(folder, path), "utf8"));
  const { schools } = JSON.parse(texts.get("trust.json")!) as Listing;
  const copies = Array.from({ length: schoolCount }, (_, at) => ({
    like: schools[at % schools.length]!,
    urn: String(910_001 + at),
  }));
  const slices: Record<string, unknown> = {};
  for (const [path, text] of texts) {
    const like = schools.find(({ urn }) => path.endsWith(`/${urn}.json`));
    if (like === undefined) slices[path] = withCopies(JSON.parse(text) as Listing, copies);
    else
      for (const copy of copies.filter((one) => one.like === like))
        slices[path.replace(like.urn, copy.urn)] = JSON.parse(text.replaceAll(like.urn, copy.urn));
  }
  await writeRelease(to, { ...description, slices }, new Date());
}

/** The same file with the copies in place of the schools that they are like. */
function withCopies(slice: Listing, copies: readonly { like: { urn: string }; urn: string }[]): Listing {
  if (!slice.schools) return slice;
  const schools = copies.map(({ like, urn }) => ({ ...slice.schools.find((school) => school.urn === like.urn)!, urn }));
  const figures = [
    ...slice.figures.filter(({ school_urn }) => school_urn === null),
    ...copies.flatMap(({ like, urn }) =>
      slice.figures
        .filter(({ school_urn }) => school_urn === like.urn)
        .map((figure) => ({ ...figure, school_urn: urn })),
    ),
  ];
  return { ...slice, schools, figures };
}
