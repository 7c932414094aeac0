/**
 * The measurements, as one table that says which budgets are met. On the demo trust, in a folder of its own: making the record, a full
 * and an incremental run, imports, papers, the server's answers at 50 requests a second, what a real Chromium loads, and what
 * Lighthouse says of each kind of page.
 *
 *     npm run bench -- [--pages] [words of the kinds of page wanted, such as: measure school]
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { readConfig } from "../pipelines/config.ts";
import type { Progress } from "../pipelines/progress.ts";
import { runPipeline } from "../pipelines/run.ts";
import { type Measurement, tableOf } from "./bench-budgets.ts";
import { measureHidden } from "./bench-disclosure.ts";
import { measureImports } from "./bench-imports.ts";
import { judgePages } from "./bench-lighthouse.ts";
import { measureChoice, measureLoads } from "./bench-pages.ts";
import { measurePapers } from "./bench-papers.ts";
import { measureAnswers } from "./bench-server.ts";
import { findVisits, signIn } from "./bench-visits.ts";
import { buildSite } from "./build.ts";
import { requireChromium } from "./chromium.ts";
import { answers, startProgram, stopProgram } from "./processes.ts";
import { prepareRecord, startRecord } from "./record.ts";
import { ensureSettings } from "./settings.ts";

const { values: choices, positionals: kinds } = parseArgs({
  options: { pages: { type: "boolean", default: false } },
  allowPositionals: true,
});
const dataDir = await mkdtemp(join(tmpdir(), "cpd-bench-"));
Object.assign(process.env, {
  DATA_DIR: dataDir,
  PORT: "4390",
  DIRECTUS_PORT: "8390",
  DIRECTUS_URL: "",
  TODAY: "2026-11-20",
});
ensureSettings(dataDir, { hasDemo: true, isExternalDirectus: false });
const config = readConfig();

const results: Measurement[] = [];
const note = (what: string, value: string) => results.push({ what, value });

/** Runs something, notes how long it took and returns what it returned. */
async function timed<T>(what: string, work: () => Promise<T>): Promise<T> {
  const started = performance.now();
  const result = await work();
  note(what, `${((performance.now() - started) / 1000).toFixed(1)} s`);
  return result;
}

const stages = new Map<string, number>();
const progress: Progress = {
  say: () => {},
  stage: async (name, work) => {
    const started = performance.now();
    const result = await work();
    stages.set(name, performance.now() - started);
    return result;
  },
};

/** Changes one record, as somebody in the Studio would. */
async function editOneRecord(): Promise<void> {
  const headers = { authorization: `Bearer ${config.adminToken}`, "content-type": "application/json" };
  const [first] = (
    await (await fetch(`${config.directusUrl}/items/participations?limit=1&fields=id`, { headers })).json()
  ).data;
  const body = JSON.stringify({ hours_attended: 2.5 });
  await fetch(`${config.directusUrl}/items/participations/${first.id}`, { method: "PATCH", headers, body });
}

/** What has to do with records alone: an incremental run, imports, what is hidden, and papers. */
async function measureRecord(): Promise<void> {
  await editOneRecord();
  await timed("Incremental run after one edit", () => runPipeline(config, false, progress));
  results.push(...(await measureImports(config)));
  const hidden = await measureHidden(200);
  note(
    "Figures hidden beside others in 200 small trusts, and the fewest possible",
    `${hidden.complementary} and ${hidden.fewest} (the same in ${hidden.equal})`,
  );
  results.push(...(await measurePapers(config.publishedDir)));
}

const directus = await timed("Directus, from no database to answering", () => startRecord(config, () => {}));
try {
  const { accounts } = await timed("Collections, roles and the demo trust", () => prepareRecord(config, undefined));
  await timed("Full run", () => runPipeline(config, true, progress));
  for (const [name, ms] of stages) note(`  ${name}`, `${Math.round(ms)} ms`);
  if (!choices.pages) await measureRecord();
  const site = startProgram(dataDir, "site", [await buildSite(config.port)], { ...process.env, HOST: "127.0.0.1" });
  try {
    const address = `http://127.0.0.1:${config.port}`;
    await answers(`${address}/healthz`, site);
    const say = (line: string) => console.log(line);
    const chromium = requireChromium();
    const executive = accounts.find(({ role }) => role === "trust executive")!;
    const cookie = await signIn(address, executive);
    const pages = ["/", "/trust", "/schools/900001", "/measures", "/measures/use_in_role"];
    results.push(...(await measureAnswers(address, cookie, pages)));
    const measure = { kind: "a measure", address: `${address}/measures/use_in_role`, cookie };
    results.push(await measureChoice(chromium, measure));
    const visits = await findVisits(address, config, accounts, kinds);
    results.push(...(await measureLoads(chromium, visits)));
    results.push(...(await judgePages(chromium, visits, say)));
  } finally {
    await stopProgram(site);
  }
} finally {
  await directus.stop();
  await rm(dataDir, { recursive: true, force: true });
}
console.log(`\n${tableOf(results)}`);
if (results.some(({ missed = [] }) => missed.length > 0)) process.exitCode = 1;
