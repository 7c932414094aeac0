import { execFile, spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readConfig } from "../pipelines/config.ts";
import { trustSlice } from "../pipelines/contract.ts";
import { readBatches } from "../pipelines/import/journal.ts";
import type { RecordFields } from "../pipelines/import/kind.ts";
import { openRecord, type RecordAccess } from "../pipelines/import/record.ts";
import { progressLines } from "../pipelines/progress.ts";
import { runPipeline } from "../pipelines/run.ts";
import { expectedStandard } from "./day-one-sums.ts";
import { type TestDirectus, testDirectus } from "./harness/directus.ts";
import { dayOneFiles, importFile, planFile, published } from "./import-files.ts";

const years = [201617, 201718, 201819];
const [groupLinks, ...otherFiles] = dayOneFiles;
let directus: TestDirectus;
let record: RecordAccess;
let env: NodeJS.ProcessEnv;

beforeAll(async () => {
  directus = await testDirectus();
  env = {
    PATH: process.env["PATH"],
    DATA_DIR: directus.dataDir,
    DIRECTUS_URL: directus.url,
    DIRECTUS_ADMIN_TOKEN: directus.adminToken,
    TODAY: "2026-11-20",
  };
  record = openRecord(readConfig(env));
});
afterAll(async () => {
  await directus?.stop();
});

const command = (...words: string[]) => [join(import.meta.dirname, "..", "pipelines", "import", "run.ts"), ...words];

/** Runs the command as a person would, and gives back how it ended and what it said. */
function runImport(...words: string[]): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, command(...words), { env }, (fault, stdout, stderr) => {
      resolve({ code: typeof fault?.code === "number" ? fault.code : 0, output: stdout + stderr });
    });
  });
}

async function readAll(collection: string): Promise<RecordFields[]> {
  const headers = { authorization: `Bearer ${directus.adminToken}` };
  const response = await fetch(`${directus.url}/items/${collection}?limit=-1`, { headers });
  return ((await response.json()) as { data: RecordFields[] }).data;
}

test("the command says what it would do, and then does exactly that", async () => {
  const words = ["gias", join(published, groupLinks![1]), "--trust", "3190"];
  const dry = await runImport(...words, "--dry-run");
  expect(dry).toMatchObject({ code: 0, output: expect.stringContaining("nothing has been written") });
  expect(await readAll("schools")).toEqual([]);
  const real = await runImport(...words);
  expect(real).toMatchObject({ code: 0, output: expect.stringContaining("Written as batch") });
  const counts = (output: string) => output.match(/^(Added|Changed|Left|Refused|Not ours) .*$/gm);
  expect(counts(real.output)).toEqual(counts(dry.output));
  expect(counts(real.output)![0]).toBe("Added     32 (32 schools)");
});

test("from an empty start, a real trust's published files give its schools, their staffing and 65.0, 67.2 and 68.0", async () => {
  for (const [kind, path] of otherFiles) {
    expect(await importFile(kind, path, record, directus.dataDir)).toMatchObject({ refused: [] });
  }
  const [schools, outcomes] = [await readAll("schools"), await readAll("outcomes")];
  expect(schools).toHaveLength(36);
  expect(outcomes).toHaveLength(3 * 128 + 272 + 288 + 304);
  const { schools: same, shares } = expectedStandard(schools, outcomes, years);
  expect(same).toHaveLength(10);
  expect(shares).toEqual(["65.0", "67.2", "68.0"]);
});

test("its release has the trust's figures and a slice for each school, with no CPD record at all", async () => {
  const config = readConfig({ ...env, DIRECTUS_PIPELINE_TOKEN: directus.pipelineToken });
  await runPipeline(
    config,
    true,
    progressLines(() => undefined),
  );
  const folder = join(
    config.publishedDir,
    "releases",
    readFileSync(join(config.publishedDir, "current"), "utf8").trim(),
  );
  const trust = trustSlice.parse(JSON.parse(readFileSync(join(folder, "trust.json"), "utf8")));
  const shares = (breakdown: string) =>
    trust.figures
      .filter((figure) => figure.measure_id === "ks2_expected_standard" && figure.breakdown === breakdown)
      .map((figure) => [figure.time_period, figure.denominator, (100 * figure.value!).toFixed(1)]);
  // Merstham Primary School joined in May 2018, so it counts from 2017/18 on.
  expect(shares("total")).toEqual([
    [201617, 555, "65.0"],
    [201718, 660, "66.9"],
    [201819, 674, "67.8"],
  ]);
  expect(trust.benchmarks.filter(({ measure_id }) => measure_id === "ks2_expected_standard")).toHaveLength(6);
  expect(readdirSync(join(folder, "schools"))).toHaveLength(36);
});

test("importing the same files again writes nothing", async () => {
  for (const [kind, path] of dayOneFiles) {
    expect(await planFile(kind, path, record)).toMatchObject({ added: [], changed: [], refused: [] });
  }
});

test("a batch can be listed and undone, and schools that figures refer to are kept", async () => {
  const { output: list } = await runImport("--list");
  expect(list.trim().split("\n")).toHaveLength(dayOneFiles.length);
  const workforce = "batch-workforce-workforce-2018-2019_england_swf-csv";
  expect(await runImport("--undo", workforce)).toMatchObject({
    code: 0,
    output: expect.stringContaining("Deleted   304"),
  });
  expect(await readAll("outcomes")).toHaveLength(3 * 128 + 272 + 288);
  // The only batch that the command named itself: the others have names of the test's own.
  const schools = (await readBatches(directus.dataDir)).find(({ batch }) => /^\d/.test(batch))!;
  const undone = await runImport("--undo", schools.batch);
  expect(undone).toMatchObject({ code: 2, output: expect.stringContaining("other records refer to it") });
  const figures = await readAll("outcomes");
  expect(figures.filter((row) => row["geographic_level"] === "school" && !row["school_urn"])).toEqual([]);
});

test("an import that is killed while it writes is finished by running it again", async () => {
  const file = "workforce/2018-2019_england_swf.csv";
  const words = ["workforce", join(published, file), "--trust", "3190"];
  const { added } = await planFile("workforce", file, record, { trustUid: "3190" });
  const journals = () => readdirSync(join(directus.dataDir, "imports")).filter((name) => name.endsWith(".json"));
  const known = new Set(journals());
  const killed = spawn(process.execPath, command(...words), { env, stdio: "ignore" });
  const ended = new Promise((resolve) => killed.once("exit", resolve));
  // The journal comes before the first record, so it says when to kill.
  while (killed.exitCode === null && journals().every((name) => known.has(name))) await wait(5);
  killed.kill("SIGKILL");
  await ended;
  expect(await runImport(...words)).toMatchObject({ code: 0 });
  const there = new Set((await readAll("outcomes")).map(({ id }) => id));
  expect(added.length).toBeGreaterThan(200);
  expect(added.filter(({ key, collection }) => collection === "outcomes" && !there.has(key))).toEqual([]);
  expect(await runImport(...words)).toMatchObject({ code: 0, output: expect.stringContaining("Nothing to write") });
});

test("a command that cannot be done ends with 1 and says what to do", async () => {
  expect(await runImport("gais", "file.csv")).toMatchObject({
    code: 1,
    output: expect.stringContaining("Use one of gias, "),
  });
  expect(await runImport("ks2", "nowhere.csv")).toMatchObject({
    code: 1,
    output: expect.stringContaining("there is no such file"),
  });
  expect(await runImport("ks2", "a.csv", "--yaer", "2018/19")).toMatchObject({
    code: 1,
    output: expect.stringContaining("--help"),
  });
  expect(await runImport("--help")).toMatchObject({ code: 0, output: expect.stringContaining("--dry-run") });
});
