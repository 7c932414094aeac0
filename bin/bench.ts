/**
 * The measurements: `npm run bench`. On the demo trust, in a folder of its own: making the record, a full and an incremental run,
 * imports, papers, the server's answers at 50 requests a second, and what a real Chromium loads.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readConfig } from "../pipelines/config.ts";
import type { Progress } from "../pipelines/progress.ts";
import { runPipeline } from "../pipelines/run.ts";
import { measureHidden } from "./bench-disclosure.ts";
import { measureImports } from "./bench-imports.ts";
import { measurePages, type Visitor } from "./bench-pages.ts";
import { measurePapers } from "./bench-papers.ts";
import { measureAnswers } from "./bench-server.ts";
import { buildSite } from "./build.ts";
import { requireChromium } from "./chromium.ts";
import { answers, startProgram, stopProgram } from "./processes.ts";
import { prepareRecord, startRecord } from "./record.ts";
import { ensureSettings } from "./settings.ts";

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

const results: { what: string; value: string }[] = [];
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

const directus = await timed("Directus, from no database to answering", () => startRecord(config, () => {}));
try {
  const { accounts } = await timed("Collections, roles and the demo trust", () => prepareRecord(config, undefined));
  await timed("Full run", () => runPipeline(config, true, progress));
  for (const [name, ms] of stages) note(`  ${name}`, `${Math.round(ms)} ms`);
  await editOneRecord();
  await timed("Incremental run after one edit", () => runPipeline(config, false, progress));
  for (const row of await measureImports(config)) note(row.what, row.value);
  const hidden = await measureHidden(200);
  note(
    "Figures hidden beside others in 200 small trusts, and the fewest possible",
    `${hidden.complementary} and ${hidden.fewest} (the same in ${hidden.equal})`,
  );

  for (const row of await measurePapers(config.publishedDir)) note(row.what, row.value);

  const site = startProgram(dataDir, "site", [await buildSite(config.port)], { ...process.env, HOST: "127.0.0.1" });
  try {
    const address = `http://127.0.0.1:${config.port}`;
    await answers(`${address}/healthz`, site);
    const visitor: Visitor = { address, ...accounts.find(({ role }) => role === "trust executive")! };
    const pages = ["/", "/trust", "/schools/900001", "/measures", "/measures/use_in_role"];
    for (const row of await measureAnswers(visitor, pages)) note(row.what, row.value);
    for (const row of await measurePages(requireChromium(), visitor, pages)) note(row.what, row.value);
  } finally {
    await stopProgram(site);
  }
} finally {
  await directus.stop();
  await rm(dataDir, { recursive: true, force: true });
}
const width = Math.max(...results.map(({ what }) => what.length));
console.log(results.map(({ what, value }) => `${what.padEnd(width)}  ${value}`).join("\n"));
