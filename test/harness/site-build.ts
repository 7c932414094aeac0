/** Builds the site once for a whole test run, into a folder of its own, so that it disturbs no other build. */
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

const root = join(import.meta.dirname, "../..");

/** A run that was killed leaves its build behind; a day later nobody uses it. */
async function removeOld(cache: string): Promise<void> {
  const dayMs = 24 * 60 * 60 * 1000;
  for (const name of await readdir(cache)) {
    const folder = join(cache, name);
    if (name.startsWith("cpd-site-") && Date.now() - (await stat(folder)).mtimeMs > dayMs)
      await rm(folder, { recursive: true, force: true });
  }
}

/** Builds below node_modules, because the built server looks for its packages in the folders above it; returns the folder. */
export async function buildSite(): Promise<string> {
  const cache = join(root, "node_modules/.cache");
  await mkdir(cache, { recursive: true });
  await removeOld(cache);
  const folder = await mkdtemp(join(cache, "cpd-site-"));
  const { NODE_ENV: _, SITE_URL: __, ...environment } = process.env;
  const astro = join(root, "node_modules/astro/bin/astro.mjs");
  await promisify(execFile)(process.execPath, [astro, "build", "--outDir", folder], {
    cwd: root,
    env: { ...environment, ASTRO_TELEMETRY_DISABLED: "1" },
  });
  return folder;
}
