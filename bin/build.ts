import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, globSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { HubError } from "../pipelines/errors.ts";
import { step } from "./steps.mjs";

const root = join(import.meta.dirname, "..");

/** A hash of everything the built site is made from. */
function hashOfSources(): string {
  const hash = createHash("sha256");
  const sources = globSync(["src/**/*", "public/**/*", "pipelines/*.ts", "astro.config.mjs", "package-lock.json"], {
    cwd: root,
    withFileTypes: true,
  })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  for (const file of sources) hash.update(file).update(readFileSync(file));
  return hash.update(process.env["SITE_URL"] ?? "").digest("hex");
}

/**
 * Builds the site, unless what is there was built from the same sources. Each port has a build of its own, so that two hubs
 * that run from one checkout never build over each other.
 *
 * @returns the path of the built site's program
 * @throws HubError when the build fails
 */
export async function buildSite(port: number): Promise<string> {
  const folder = join(root, "dist", String(port));
  const siteEntry = join(folder, "server", "entry.mjs");
  const stamp = join(folder, ".built");
  const wanted = hashOfSources();
  if (existsSync(siteEntry) && existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return siteEntry;
  await step("Building the site", "opening it", async () => {
    const astro = join(root, "node_modules", "astro", "bin", "astro.mjs");
    const env = { ...process.env, ASTRO_TELEMETRY_DISABLED: "1" };
    const child = spawn(process.execPath, [astro, "build", "--outDir", folder], {
      cwd: root,
      env,
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (text: Buffer) => {
        output += text;
      });
    }
    const code = await new Promise((done) => child.on("close", done));
    if (code !== 0) {
      throw new HubError({
        at: "the site",
        problem: `could not be built:\n${output.slice(-2000)}`,
        fix: "Run git status: a change to src may be half finished",
      });
    }
  });
  writeFileSync(stamp, wanted);
  return siteEntry;
}
