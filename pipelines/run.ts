import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { runChecks } from "./checks/run.ts";
import { type Config, readConfig } from "./config.ts";
import type { LastRun } from "./contract.ts";
import { readCycle } from "./cycle/read.ts";
import { countSuppression, discloseToBoth } from "./disclosure/audiences.ts";
import { keepDecisions, readDecisions } from "./disclosure/memory.ts";
import { reportCourses } from "./duties/reports/courses.ts";
import { findTasks } from "./duties/tasks/run.ts";
import { HubError } from "./errors.ts";
import { connect } from "./extract/directus.ts";
import { extract } from "./extract/extract.ts";
import { summariseRecords } from "./extract/summary.ts";
import { buildMarts } from "./marts/build.ts";
import { readBenchmarks, readEvents, readPolicy, readSchools, readTeacherGroups } from "./marts/readers.ts";
import { calculateAll } from "./measures/calculate.ts";
import { loadCatalogue } from "./measures/catalogue.ts";
import { publishedCatalogue } from "./measures/publish.ts";
import { type Progress, progressLines } from "./progress.ts";
import { readEarlierFigures } from "./release/earlier.ts";
import { readLiveId, writeLastRun, writeRelease } from "./release/release.ts";
import { sliceRelease } from "./release/slices.ts";
import { buildStaging } from "./staging/build.ts";
import { openWarehouse, type Warehouse } from "./warehouse.ts";
import { watch } from "./watch.ts";

const usage = `Works out the figures from the records and publishes them as a release.

  npm run pipeline                 reads what changed since the last run
  npm run pipeline -- --full       reads everything again
  npm run pipeline -- --watch      follows edits until it is stopped

Ends with 1 when a measure failed, a check of severity "error" does not hold, or there is no release.`;

/** How long to wait for another run to end. */
const patienceMs = 60_000;

/** What a run worked out beside the release itself. */
type Outcome = Pick<LastRun, "mode" | "outcome" | "release_id" | "problem">;

/**
 * One run, from the records to a release. How it ended is in `published/run.json` too.
 *
 * @throws HubError (or whatever a bug of ours throws) when there is no release; the live one is then as it was
 */
export async function runPipeline(config: Config, isFull: boolean, progress: Progress): Promise<LastRun> {
  const started_at = new Date().toISOString();
  const finish = async (outcome: Outcome) => {
    const run = { started_at, finished_at: new Date().toISOString(), ...outcome };
    await writeLastRun(config.publishedDir, run);
    return run;
  };
  const warehouse = await openWarehouse(config.warehouse, patienceMs);
  try {
    return await finish(await publish(config, warehouse, isFull, progress));
  } catch (cause) {
    const problem = cause instanceof HubError ? `${cause.at}: ${cause.problem}` : "A fault in the program itself";
    const release_id = await readLiveId(config.publishedDir);
    await finish({ mode: isFull ? "full" : "incremental", outcome: "failed", release_id, problem });
    throw cause;
  } finally {
    warehouse.close();
  }
}

async function publish(config: Config, warehouse: Warehouse, isFull: boolean, progress: Progress): Promise<Outcome> {
  const { today } = config;
  const { stage } = progress;
  const measures = await loadCatalogue();
  const source = await connect(config.directusUrl, pipelineToken(config));

  // All or nothing: a run that is killed leaves the warehouse as the run before it did.
  const { mode } = await warehouse.transaction(async () => {
    const extracted = await stage("extract", () => extract(warehouse, source, isFull, today));
    await stage("staging", () => buildStaging(warehouse));
    await stage("marts", () => buildMarts(warehouse, { today }));
    return extracted;
  });
  const records = await summariseRecords(warehouse);
  const policy = await readPolicy(warehouse);
  const checks = await stage("checks", () => runChecks(warehouse));
  const calculated = await stage("measures", () => calculateAll(warehouse, measures));
  const earlier = await readEarlierFigures(config.publishedDir);
  const teacherGroups = await readTeacherGroups(warehouse);
  const { figures, leaving, cells } = await stage("disclosure", async () => {
    const remembered = await readDecisions(warehouse);
    const both = discloseToBoth(calculated.figures, { measures, teacherGroups, remembered }, policy, earlier);
    await keepDecisions(warehouse, remembered);
    return both;
  });
  const threshold = policy.threshold_signed_in;
  const reports = await stage("course reports", () => reportCourses(warehouse, { figures, measures, threshold }));
  const slices = sliceRelease({
    ...(await stage("tasks", () => findTasks(warehouse))),
    courses: reports.courses,
    policy,
    measures: publishedCatalogue(measures, policy, calculated.failures),
    schools: await readSchools(warehouse),
    figures,
    leaving,
    suppressed: cells,
    benchmarks: await readBenchmarks(warehouse, measures),
    events: await readEvents(warehouse),
    cycle: await stage("cycle", () => readCycle(warehouse)),
  });
  const silent = (rule: string) => reports.rules.filter((one) => one === rule).length;
  const suppression = countSuppression(cells).map((row) =>
    row.audience === "signed_in" ? { ...row, cells: row.cells + silent(row.rule) } : row,
  );
  const content = {
    as_of: today,
    ...records,
    checks,
    suppression,
    slices,
  };
  const { id, isNew } = await stage("release", () => writeRelease(config.publishedDir, content, new Date()));

  for (const { measure_id, cause } of calculated.failures) progress.say(`${measure_id}: ${withoutValues(cause)}`);
  const problems = [
    ...calculated.failures.map(({ measure_id, problem }) => `${measure_id}: ${problem}`),
    ...checks.filter(({ severity, passed }) => severity === "error" && !passed).map(({ title }) => `Not so: ${title}`),
  ];
  const outcome = problems.length > 0 ? "released_with_failures" : isNew ? "released" : "unchanged";
  return { mode, outcome, release_id: id, problem: problems.join("\n") || null };
}

/** What the database says of a fault can quote a value, and values are about people. */
function withoutValues(cause: unknown): string {
  return cause instanceof HubError ? cause.message : String(cause).replace(/'[^']*'|"[^"]*"/g, "…");
}

function pipelineToken(config: Config): string {
  if (config.pipelineToken !== undefined) return config.pipelineToken;
  const fix = "Run npm start once, which makes it, or set it to a token that may read the records";
  throw new HubError({ at: "setting DIRECTUS_PIPELINE_TOKEN", problem: "it is not set", fix });
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { full: { type: "boolean" }, watch: { type: "boolean" }, help: { type: "boolean", short: "h" } },
  });
  if (values.help) {
    console.log(usage);
    return 0;
  }
  const progress = progressLines((line) => console.log(line));
  if (values.watch) {
    await watch(readConfig, (config) => runPipeline(config, false, progress), progress.say);
    return 0;
  }
  const run = await runPipeline(readConfig(), values.full ?? false, progress);
  console.log(run.outcome === "unchanged" ? `${run.release_id}: nothing has changed` : `${run.release_id}: published`);
  if (run.problem !== null) console.error(run.problem);
  return run.problem === null ? 0 : 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    process.exitCode = await main();
  } catch (fault) {
    if (!(fault instanceof HubError)) throw fault;
    console.error(fault.message);
    process.exitCode = 1;
  }
}
