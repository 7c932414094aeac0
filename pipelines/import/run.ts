import { basename } from "node:path";
import { parseArgs } from "node:util";
import { readConfig } from "../config.ts";
import { HubError } from "../errors.ts";
import { progressLines } from "../progress.ts";
import { prepareImport, readImportFile } from "./import.ts";
import { nameBatch, readBatch, readBatches } from "./journal.ts";
import { kinds } from "./kinds/all.ts";
import { type ReleaseStatus, readAcademicYear, releaseStatuses } from "./period.ts";
import { openRecord } from "./record.ts";
import { count, describeBatches, describePlan, describeUndone } from "./report.ts";
import { undoBatch } from "./undo.ts";
import { writePlan } from "./write.ts";

const help = `Imports a published file into the record.

  npm run import -- <kind> <file> [options]
  npm run import -- --undo <batch>
  npm run import -- --list

Kinds
${kinds.map(({ name, about }) => `  ${name.padEnd(14)}${about}`).join("\n")}

Options
  --dry-run         say what would be done, and do nothing
  --trust <UID>     choose the trust whose schools are imported, by its group UID in Get Information about Schools
  --year <year>     the academic year, such as 2018/19, where neither the file nor its name says it
  --release <how>   provisional, revised or final, where the file's name does not say it
  --undo <batch>    delete what an import added and put back what it changed
  --list            show the imports so far
  --help            show this

Ends with 0 when everything was imported, 2 when some rows were refused and the rest imported, 1 when nothing was done.`;

/** Reads the command line, does what it says, and returns the exit code. @throws HubError when it cannot be done */
async function run(): Promise<number> {
  const { values, positionals } = readArguments();
  const [name, path, ...more] = positionals;
  if (values.help || (positionals.length === 0 && !values.undo && !values.list))
    return say([help], values.help ? 0 : 1);
  const config = readConfig();
  if (values.list) return say(describeBatches(await readBatches(config.dataDir)), 0);
  if (values.undo) {
    const batch = await readBatch(config.dataDir, values.undo);
    const undone = await undoBatch(batch, openRecord(config), config.dataDir);
    return say(describeUndone(undone), undone.kept.length === 0 ? 0 : 2);
  }
  const kind = kinds.find((known) => known.name === name);
  if (!kind)
    throw misuse(
      `"${name}" is not a kind of file that can be imported`,
      `Use one of ${kinds.map((known) => known.name).join(", ")}`,
    );
  if (!path || more.length > 0)
    throw misuse("exactly one file is needed after the kind", "Put quotation marks around a path with spaces in it");

  const choices = {
    trustUid: values.trust,
    year: yearOf(values.year),
    release: releaseOf(values.release),
    today: config.today,
  };
  if (choices.trustUid !== undefined && !/^\d+$/.test(choices.trustUid))
    throw misuse("--trust is not a number", "Give the trust's group UID, for example --trust 3190");
  if (choices.trustUid !== undefined && config.hasDemo)
    throw misuse(
      "this hub holds the invented trust, and real schools are never mixed with invented training",
      "Start an empty one, DATA_DIR=data-ours npm start -- --empty, and import into it with the same DATA_DIR",
    );
  const record = openRecord(config);
  const began = Date.now();
  const progress = progressLines((line) => say([line], 0));
  const bytes = await readImportFile(path);
  const plan = await progress.stage("reading and comparing", () => prepareImport(kind, bytes, path, choices, record));
  const all = plan.added.length + plan.changed.length;
  const outcome = plan.refused.length === 0 ? 0 : 2;
  say([`${basename(path)}, read in ${seconds(began)}`, ...describePlan(plan)], 0);
  if (values["dry-run"]) return say(["This was a dry run: nothing has been written."], outcome);
  if (all === 0) return say(["Nothing to write."], outcome);
  const now = new Date();
  const batch = await nameBatch(config.dataDir, kind.name, now);
  const about = { batch, kind: kind.name, file: basename(path), started_at: now.toISOString() };
  await writePlan(plan, about, record, config.dataDir, (written) => {
    if (Date.now() - began > 2000) say([`Written ${count(written)} of ${count(all)} (${seconds(began)})`], 0);
  });
  return say([`Written as batch ${batch}. To undo it: npm run import -- --undo ${batch}`], outcome);
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        "dry-run": { type: "boolean" },
        trust: { type: "string" },
        year: { type: "string" },
        release: { type: "string" },
        undo: { type: "string" },
        list: { type: "boolean" },
        help: { type: "boolean", short: "h" },
      },
    });
  } catch (cause) {
    throw misuse(
      cause instanceof Error ? cause.message.split(". ")[0]! : "could not be read",
      "See npm run import -- --help",
      cause,
    );
  }
}

function yearOf(text: string | undefined): number | undefined {
  const year = text === undefined ? undefined : readAcademicYear(text);
  if (text !== undefined && year === undefined) throw misuse("--year is not an academic year", "Write it as 2018/19");
  return year;
}

function releaseOf(text: string | undefined): ReleaseStatus | undefined {
  const release = releaseStatuses.find((known) => known === text);
  if (text !== undefined && release === undefined)
    throw misuse("--release is not known", `Use one of ${releaseStatuses.join(", ")}`);
  return release;
}

const misuse = (problem: string, fix: string, cause?: unknown) =>
  new HubError({ at: "npm run import", problem, fix, cause });
const seconds = (since: number) => `${((Date.now() - since) / 1000).toFixed(1)} s`;

function say(lines: string[], code: number): number {
  console.log(lines.join("\n"));
  return code;
}

try {
  process.exitCode = await run();
} catch (fault) {
  if (!(fault instanceof HubError)) throw fault;
  console.error(fault.message);
  process.exitCode = 1;
}
