/**
 * The whole hub, from nothing to a dashboard: `npm start`. Installs are done (bootstrap.mjs); what follows is safe to run again.
 *
 *     npm start -- [--empty] [--profile M|P|C|B|H]
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, statfsSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { readConfig } from "../pipelines/config.ts";
import { HubError } from "../pipelines/errors.ts";
import { buildSite } from "./build.ts";
import { answers, claimDataDir, requireFreePort, startProgram, stopProgram } from "./processes.ts";
import { prepareRecord, startRecord } from "./record.ts";
import { ensureSettings } from "./settings.ts";
import { step } from "./steps.mjs";
import { welcome } from "./welcome.ts";

const help = `npm start -- [options]
  --empty              without the invented trust
  --profile <letter>   the words and rules of a ready policy: M, P, C, B or H
Settings come from the environment or .env; .env.example lists them.`;
const bytesNeeded = 300e6;
const pipeline = join(import.meta.dirname, "..", "pipelines", "run.ts");
const duties = join(import.meta.dirname, "..", "pipelines", "duties", "run.ts");

/** The command line's choices. */
function readChoices() {
  try {
    const options = { empty: { type: "boolean" }, profile: { type: "string" }, help: { type: "boolean" } } as const;
    const { values } = parseArgs({ options });
    if (values.profile && !/^[MPCBH]$/.test(values.profile)) throw new Error(`there is no policy "${values.profile}"`);
    return values;
  } catch (cause) {
    throw new HubError({
      at: "npm start",
      problem: (cause as Error).message,
      fix: `Use it like this:\n${help}`,
      cause,
    });
  }
}

/** @throws HubError when the disk that holds (or will hold) the data folder is nearly full */
function requireSpace(dataDir: string): void {
  let folder = dataDir;
  while (!existsSync(folder)) folder = dirname(folder);
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize >= bytesNeeded) return;
  throw new HubError({
    at: dataDir,
    problem: "the disk has less than 300 MB free",
    fix: "Free some space and run npm start again",
  });
}

/**
 * Runs the pipeline once, for the first release.
 *
 * @throws HubError with the pipeline's own words when there is no release after it
 */
async function makeRelease(report: (detail: string) => void): Promise<void> {
  const child = spawn(process.execPath, [pipeline], { stdio: ["ignore", "pipe", "pipe"] });
  let errors = "";
  child.stdout.on("data", (text: Buffer) => report(text.toString().trim().split("\n").at(-1) ?? ""));
  child.stderr.on("data", (text: Buffer) => {
    errors += text;
  });
  const [code] = await once(child, "close");
  if (existsSync(join(readConfig().publishedDir, "current"))) return;
  throw new HubError({
    at: "the pipeline",
    problem: errors.trim().replace(/\.$/, "") || `ended with status ${code}`,
    fix: "Put that right and run npm start again",
  });
}

async function start(): Promise<void> {
  const choices = readChoices();
  if (choices.help) return console.log(help);
  const before = readConfig();
  requireSpace(before.dataDir);
  const { isExternalDirectus } = before;
  ensureSettings(before.dataDir, { hasDemo: !(choices.empty ?? isExternalDirectus), isExternalDirectus });
  const config = readConfig();
  if (choices.empty && config.hasDemo) {
    throw new HubError({
      at: config.dataDir,
      problem: "holds the invented trust already",
      fix: "For an empty hub choose another folder: DATA_DIR=data-ours npm start -- --empty",
    });
  }
  const claim = await claimDataDir(config.dataDir);
  const endings: (() => Promise<void>)[] = [];
  let isEnding = false;
  const end = async (status: number) => {
    if (isEnding) return;
    isEnding = true;
    for (const ending of endings.reverse()) await ending();
    claim.release();
    process.exit(status);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => {
      console.log("\nStopping …");
      void end(0);
    });
  }

  try {
    await requireFreePort(config.port, "PORT");
    if (!config.isExternalDirectus) {
      await requireFreePort(config.directusPort, "DIRECTUS_PORT");
      const directus = await step("Starting Directus", "the record", (report) => startRecord(config, report));
      endings.push(directus.stop);
      if (directus.pid) claim.add(directus.pid);
    }
    const prepared = await prepareRecord(config, choices.profile);
    // Where there is a release it is served at once; whatever changed since, the pipeline that follows edits brings in.
    if (!existsSync(join(config.publishedDir, "current")))
      await step("Working out the figures", "the site", makeRelease);
    const siteEntry = await buildSite(config.port);

    const env = { ...process.env, HOST: "127.0.0.1", PORT: String(config.port), NODE_ENV: "production" };
    const site = startProgram(config.dataDir, "site", [siteEntry], env);
    endings.push(() => stopProgram(site));
    claim.add(site.pid!);
    const keepRunning = (name: string, program: string) => {
      let child = site;
      const run = () => {
        child = startProgram(config.dataDir, name, [program, "--watch"], process.env);
        claim.add(child.pid!);
        // Readers must not be left with old figures, nor staff unasked, because of one bad moment; its log says what happened.
        child.once("close", () => !isEnding && setTimeout(run, 10_000).unref());
      };
      run();
      endings.push(() => stopProgram(child));
    };
    keepRunning("pipeline", pipeline);
    keepRunning("duties", duties);
    const address = `http://127.0.0.1:${config.port}`;
    if (!(await step("Opening the site", "", () => answers(`${address}/healthz`, site)))) {
      throw new HubError({
        at: "the site",
        problem: "does not answer",
        fix: `Read ${join(config.dataDir, "logs", "site.log")}, and run npm start again`,
      });
    }
    site.once("close", () => {
      if (isEnding) return;
      console.error(
        `The site has stopped by itself. ${join(config.dataDir, "logs", "site.log")} says why; run npm start again.`,
      );
      void end(1);
    });
    console.log(welcome(address, config, prepared));
  } catch (error) {
    const isOurs = error instanceof Error && "fix" in error;
    console.error(isOurs ? `\n${error.message}` : error);
    await end(1);
  }
}

await start().catch((error: unknown) => {
  console.error(error instanceof HubError ? error.message : error);
  process.exit(1);
});
