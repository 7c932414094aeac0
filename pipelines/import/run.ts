import { writeFile } from "node:fs/promises";
import { basename } from "node:path";
import { type Config, readConfig } from "../config.ts";
import type { ImportState } from "../contract.ts";
import { HubError } from "../errors.ts";
import { progressLines } from "../progress.ts";
import { type Arguments, help, misuse, readArguments } from "./arguments.ts";
import { forgetOldValues, requireUndoable } from "./forget.ts";
import { readImportFile, withMapping } from "./import.ts";
import { nameBatch, readBatch, readBatches } from "./journal.ts";
import type { ImportKind } from "./kind.ts";
import { kinds } from "./kinds/all.ts";
import { inTurn } from "./lock.ts";
import { rememberMatch } from "./matches.ts";
import { type Prepared, prepareSheet } from "./prepare.ts";
import { columnsFor, recogniseKinds } from "./recognise.ts";
import { openRecord } from "./record.ts";
import { refusedCsv } from "./refused.ts";
import {
  count,
  describeBatches,
  describeLikelihoods,
  describePlan,
  describeUndone,
  describeUnmatched,
} from "./report.ts";
import { readSheet, type Sheet } from "./sheet.ts";
import { findColumns } from "./table.ts";
import { requireTrustUid } from "./trust.ts";
import { undoBatch } from "./undo.ts";
import { rememberableWords } from "./words.ts";
import { writePlan } from "./write.ts";

/** Does what the command line says, and returns the exit code. @throws HubError when it cannot be done */
async function run(): Promise<number> {
  const given = readArguments(process.argv.slice(2));
  const { positionals } = given;
  if (given.isHelp || (positionals.length === 0 && !given.undo && !given.isList))
    return say([help], given.isHelp ? 0 : 1);
  const config = readConfig();
  await forgetOldValues(config.dataDir);
  if (given.isList) return say(describeBatches(await readBatches(config.dataDir)), 0);
  if (given.undo) return undo(given.undo, config);
  const [name, path, ...more] = positionals as [string, string | undefined];
  const kind = kinds.find((known) => known.name === name);
  if (!kind && positionals.length === 1) return takeFor(name);
  const names = kinds.map((known) => known.name).join(", ");
  if (!kind) throw misuse(`"${name}" is not a kind of file that can be imported`, `Use one of ${names}`);
  if (!path || more.length > 0)
    throw misuse("exactly one file is needed after the kind", "Put quotation marks around a path with spaces in it");
  requireTrustUid(given.trustUid, config.hasDemo);
  return importFile(kind, path, given, config);
}

async function undo(name: string, config: Config): Promise<number> {
  const undone = await inTurn(config.dataDir, "writing", async () => {
    const batch = await readBatch(config.dataDir, name);
    requireUndoable(batch);
    return undoBatch(batch, openRecord(config), config.dataDir);
  });
  return say(describeUndone(undone), undone.kept.length === 0 ? 0 : 2);
}

/** Says what a file is taken for. Nothing is done until somebody names the kind. */
async function takeFor(path: string): Promise<number> {
  const sheet = await readSheet(await readImportFile(path), path);
  return say(describeLikelihoods(basename(path), path, recogniseKinds(sheet, kinds)), 1);
}

async function importFile(kind: ImportKind, path: string, given: Arguments, config: Config): Promise<number> {
  const record = openRecord(config);
  const began = Date.now();
  const later = (line: string) => Date.now() - began > 2000 && say([`${line} (${seconds(began)})`], 0);
  const progress = progressLines((line) => say([line], 0));
  const sheet = await progress.stage("reading", async () => readSheet(await readImportFile(path), path));
  const { state, ready } = await prepareSheet(sheet, aboutOf(kind, path, given), record, config, (done, total) =>
    later(`Compared ${count(done)} of ${count(total)}`),
  );
  if (!ready) throw notReady(kind, withMapping(sheet, given), state);
  const { plan } = ready;
  const outcome = plan.refused.length === 0 ? 0 : 2;
  say([`${basename(path)}, read in ${seconds(began)}`, ...describePlan(plan), ...describeUnmatched(state.words)], 0);
  if (given.refusedPath && plan.refused.length > 0)
    await writeFile(given.refusedPath, refusedCsv(ready.sheet, plan.refused), { mode: 0o600 });
  if (given.isDryRun) return say(["This was a dry run: nothing has been written."], outcome);
  const all = plan.added.length + plan.changed.length;
  if (all === 0) return say(["Nothing to write."], outcome);
  const batch = await inTurn(config.dataDir, "writing", async () => {
    const now = new Date();
    const about = { kind: kind.name, file: basename(path), started_at: now.toISOString() };
    const named = { ...about, batch: await nameBatch(config.dataDir, kind.name, now) };
    await writePlan(plan, named, record, config.dataDir, (written) =>
      later(`Written ${count(written)} of ${count(all)}`),
    );
    return named.batch;
  });
  await remember(kind, state, ready, given, config);
  return say([`Written as batch ${batch}. To undo it: npm run import -- --undo ${batch}`], outcome);
}

function aboutOf(kind: ImportKind, path: string, given: Arguments) {
  return {
    file_name: basename(path),
    uploaded_at: new Date().toISOString(),
    uploaded_by: "",
    allowed_school_urns: null,
    kind: kind.name,
    mapping: given.mapping,
    words: given.words,
    year: given.year ?? null,
    release: given.release ?? null,
    trust_uid: given.trustUid ?? null,
  };
}

/** Why there is no preview: a column that is not there, or a question that the file does not answer. */
function notReady(kind: ImportKind, sheet: Sheet, { problem }: ImportState): HubError {
  if (problem) return new HubError(problem);
  try {
    findColumns(sheet, columnsFor(kind, sheet) ?? {});
  } catch (fault) {
    if (fault instanceof HubError) return fault;
    throw fault;
  }
  return misuse("the columns of this file are not known", "Say which they are with --map");
}

async function remember(
  kind: ImportKind,
  state: ImportState,
  { sheet, words }: NonNullable<Prepared["ready"]>,
  given: Arguments,
  config: Config,
): Promise<void> {
  if (Object.keys(given.mapping).length + Object.keys(given.words).length === 0) return;
  const headings = state.headings.map(({ heading }) => heading);
  await rememberMatch(config.dataDir, kind.name, headings, sheet.mapping ?? {}, rememberableWords(words));
}

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
