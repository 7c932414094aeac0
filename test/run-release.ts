/** Looks at what runs have published, for tests of the pipeline. */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Config, readConfig } from "../pipelines/config.ts";
import { type Release, release } from "../pipelines/contract.ts";
import { progressLines } from "../pipelines/progress.ts";
import { runPipeline } from "../pipelines/run.ts";
import type { TestDirectus } from "./harness/directus.ts";

/** The environment of a run over this Directus, with its data in a folder of its own. */
export function environmentOf(directus: TestDirectus, dataDir: string): NodeJS.ProcessEnv {
  return {
    DATA_DIR: dataDir,
    DIRECTUS_URL: directus.url,
    DIRECTUS_PIPELINE_TOKEN: directus.pipelineToken,
    TODAY: "2026-11-20",
  };
}

/** One run in this process. */
export function runOnce(environment: NodeJS.ProcessEnv, isFull = false) {
  const config: Config = readConfig(environment);
  return runPipeline(
    config,
    isFull,
    progressLines(() => {}),
  );
}

/** The live release's id; null when there is none. */
export function liveId(dataDir: string): string | null {
  const path = join(dataDir, "published", "current");
  return existsSync(path) ? readFileSync(path, "utf8") : null;
}

/**
 * Every file of a release by its path, with `made_at` taken out, which is the clock's.
 *
 * @throws Error when a file is missing or not as release.json says
 */
export function wholeRelease(dataDir: string, id: string): Record<string, string> {
  const folder = join(dataDir, "published", "releases", id);
  const { made_at, ...description }: Release = release.parse(
    JSON.parse(readFileSync(join(folder, "release.json"), "utf8")),
  );
  const files = Object.entries(description.files).map(([path, { sha256 }]) => {
    const text = readFileSync(join(folder, path), "utf8");
    if (createHash("sha256").update(text).digest("hex") !== sha256) throw new Error(`${id}/${path} is damaged`);
    return [path, text];
  });
  const present = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  if (present.length !== files.length + 1) throw new Error(`${id} holds files that release.json does not name`);
  return { ...Object.fromEntries(files), "release.json": JSON.stringify(description) };
}
