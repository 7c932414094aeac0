import { spawnSync } from "node:child_process";
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";

const root = join(import.meta.dirname, "..");
let clone: string;

/** Stands in for npm: notes what it was asked for, then does as `npm.json` says, so that each way to fail can be tried. */
const npm = `
import { appendFileSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
const folder = process.argv[process.argv.indexOf("--prefix") + 1];
appendFileSync("asked.txt", folder.endsWith("directus") ? "directus\\n" : "site\\n");
const { prints, status } = JSON.parse(readFileSync("npm.json", "utf8"));
console.error(prints);
if (status === 0) mkdirSync(join(folder, "node_modules"), { recursive: true });
process.exit(status);
`;

function npmWill(prints: string, status: number): void {
  writeFileSync(join(clone, "npm.json"), JSON.stringify({ prints, status }));
}

/** Runs a command of the clone, as `npm run` would. */
function run(script: string): { status: number | null; output: string } {
  const { DIRECTUS_URL: _, ...env } = process.env;
  const ended = spawnSync(process.execPath, ["bin/bootstrap.mjs", script], {
    cwd: clone,
    env: { ...env, npm_execpath: join(clone, "npm.js"), CI: "true" },
    encoding: "utf8",
  });
  return { status: ended.status, output: ended.stdout + ended.stderr };
}

const asked = () =>
  existsSync(join(clone, "asked.txt")) ? readFileSync(join(clone, "asked.txt"), "utf8").trim().split("\n") : [];

beforeEach(() => {
  clone = mkdtempSync(join(tmpdir(), "cpd-clone-"));
  for (const file of [
    "bin/bootstrap.mjs",
    "bin/steps.mjs",
    "package.json",
    "package-lock.json",
    "directus/package.json",
    "directus/package-lock.json",
  ]) {
    cpSync(join(root, file), join(clone, file), { recursive: true });
  }
  mkdirSync(join(clone, "bin"), { recursive: true });
  for (const command of ["start", "report"])
    writeFileSync(join(clone, "bin", `${command}.ts`), `const said: string = "${command} ran";\nconsole.log(said);\n`);
  writeFileSync(join(clone, "npm.js"), npm);
  npmWill("", 0);
});

afterEach(() => rmSync(clone, { recursive: true, force: true }));

test("what is missing is installed once, and again when a lock file changes", () => {
  expect(run("bin/start.ts")).toMatchObject({ status: 0, output: expect.stringContaining("start ran") });
  expect(run("bin/start.ts").status).toBe(0);
  expect(asked()).toEqual(["site", "directus"]);
  appendFileSync(join(clone, "directus/package-lock.json"), "\n");
  expect(run("bin/start.ts").status).toBe(0);
  expect(asked()).toEqual(["site", "directus", "directus"]);
});

test("Directus is not installed for a command that does without it, nor for an organisation that has its own", () => {
  expect(run("bin/report.ts").status).toBe(0);
  writeFileSync(join(clone, ".env"), "DIRECTUS_URL=https://record.example.org\n");
  expect(run("bin/start.ts").status).toBe(0);
  expect(asked()).toEqual(["site"]);
});

test("an installation that broke off is done again by the next run", () => {
  npmWill("killed", 1);
  expect(run("bin/report.ts")).toMatchObject({ status: 1, output: expect.stringContaining("Run the command again") });
  npmWill("", 0);
  expect(run("bin/report.ts").output).toContain("report ran");
  expect(asked()).toEqual(["site", "site"]);
});

test.for([
  [
    "a machine without a compiler",
    "gyp ERR! stack Error: not found: make",
    "sudo apt-get install build-essential python3",
  ],
  ["a full disk", "npm error code ENOSPC", "Free about 3 GB and run the command again"],
  ["a machine without a network", "npm error code EAI_AGAIN", "Check the connection"],
  ["a folder of somebody else's", "npm error code EACCES", "clone into a folder of your own"],
])("%s is told in one sentence what to do", ([, prints, sentence]) => {
  npmWill(prints!, 1);
  const { status, output } = run("bin/report.ts");
  expect(status).toBe(1);
  expect(output).toContain(sentence);
  expect(output).toContain(".runtime/install-site.log");
  expect(output).not.toContain("    at ");
});
