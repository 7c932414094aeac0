import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readConfig } from "../pipelines/config.ts";

const root = join(import.meta.dirname, "..");
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "cpd-config-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What a program that is started in the folder reads. */
function readThere(environment: NodeJS.ProcessEnv = {}): Record<string, unknown> {
  const program = `import { readConfig } from ${JSON.stringify(join(root, "pipelines/config.ts"))}; console.log(JSON.stringify(readConfig()));`;
  const env = { PATH: process.env["PATH"], ...environment };
  const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", program], {
    cwd: folder,
    env,
    encoding: "utf8",
  });
  if (!stdout) throw new Error(stderr);
  return JSON.parse(stdout);
}

test("the list of settings can be copied to .env as it is: what is empty there is what npm start made", () => {
  copyFileSync(join(root, ".env.example"), join(folder, ".env"));
  mkdirSync(join(folder, "data"));
  writeFileSync(join(folder, "data", "settings.env"), "DIRECTUS_SITE_TOKEN=made-at-random\nDEMO=yes\n");
  expect(readThere()).toMatchObject({
    siteToken: "made-at-random",
    hasDemo: true,
    port: 4321,
    isExternalDirectus: false,
  });
});

test("the environment comes before .env, and .env before what npm start made", () => {
  writeFileSync(join(folder, ".env"), "PORT=5001\nDIRECTUS_PORT=5002\nDATA_DIR=ours\n");
  mkdirSync(join(folder, "ours"));
  writeFileSync(join(folder, "ours", "settings.env"), "PORT=6001\nDIRECTUS_PORT=6002\nDIRECTUS_SITE_TOKEN=ours\n");
  expect(readThere({ PORT: "4001" })).toMatchObject({ port: 4001, directusPort: 5002, siteToken: "ours" });
});

test("a setting that cannot be used is named, with where to put it right", () => {
  expect(() => readConfig({ PORT: "eighty" })).toThrow(/^setting PORT: .*Correct it in the environment or in \.env/);
});
