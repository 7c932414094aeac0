import type { Config } from "../config.ts";
import type { ImportAbout, ImportState } from "../contract.ts";
import { HubError } from "../errors.ts";
import { nameBatch } from "./journal.ts";
import { inTurn } from "./lock.ts";
import { rememberMatch } from "./matches.ts";
import { newState, type Prepared, prepareSheet } from "./prepare.ts";
import { refusedLines } from "./preview.ts";
import type { RecordAccess } from "./record.ts";
import { refusedCsv } from "./refused.ts";
import { readSheet } from "./sheet.ts";
import { requireTrustUid } from "./trust.ts";
import { readAbout, readState, readUpload, removeUploadedFile, writeRefused, writeState } from "./uploads.ts";
import { rememberableWords } from "./words.ts";
import { asProblem, writePlan } from "./write.ts";

/** Looks at an upload, and says in its state how far that led. @throws HubError when it cannot be used */
export async function prepareUpload(id: string, config: Config, open: () => RecordAccess): Promise<void> {
  const about = await readAbout(config.dataDir, id);
  const show = shower(config.dataDir, id);
  await show(newState());
  try {
    const { state } = await inTurn(config.dataDir, "reading", () => look(id, about, config, open(), show, newState()));
    await show(state);
  } catch (fault) {
    await show({ ...newState(), step: "refused", problem: problemOf(fault) });
    throw fault;
  }
}

/**
 * Writes an upload. It is looked at once more, because the record may have changed since the preview; what is not ready then is not
 * written.
 *
 * @throws HubError when it is not ready, or could not be written; what was written can then be undone, or written again
 */
export async function writeUpload(id: string, config: Config, open: () => RecordAccess): Promise<void> {
  const { dataDir } = config;
  const about = await readAbout(dataDir, id);
  const before = (await readState(dataDir, id)) ?? newState();
  if (before.step === "written" || before.step === "undone") {
    throw new HubError({ at: "the upload", problem: "has been written already", fix: "Choose the file again" });
  }
  const show = shower(dataDir, id);
  let shown: ImportState = { ...before, step: "writing", problem: null };
  await show(shown);
  try {
    await inTurn(dataDir, "writing", async () => {
      const record = open();
      const { state, ready } = await inTurn(dataDir, "reading", () => look(id, about, config, record, show, shown));
      if (!ready) return show(state);
      const { plan, kind, sheet, words } = ready;
      const now = new Date();
      const batch = await nameBatch(dataDir, kind.name, now);
      const name = { batch, kind: kind.name, file: about.file_name, started_at: now.toISOString() };
      shown = { ...state, step: "writing", batch };
      if (plan.added.length + plan.changed.length === 0) shown = { ...state, batch: null };
      else {
        const { uploaded_by: imported_by, allowed_school_urns } = about;
        await writePlan(plan, { ...name, imported_by, allowed_school_urns }, record, dataDir, (done, total) =>
          show.soon({ ...shown, progress: { done, total, words: "Writing" } }),
        );
      }
      if (about.mapping || about.words) {
        const headings = state.headings.map(({ heading }) => heading);
        await rememberMatch(dataDir, kind.name, headings, sheet.mapping ?? {}, rememberableWords(words));
      }
      // The file has done its work, and so have the names in its preview.
      await show({ ...shown, step: "written", progress: null, headings: [], words: [], lines: refusedLines(plan) });
      await removeUploadedFile(dataDir, id);
    });
  } catch (fault) {
    await show({ ...shown, step: "ready", progress: null, problem: problemOf(fault) });
    throw fault;
  }
}

async function look(
  id: string,
  about: ImportAbout,
  config: Config,
  record: RecordAccess,
  show: Shower,
  shown: ImportState,
): Promise<Prepared> {
  requireTrustUid(about.trust_uid ?? undefined, config.hasDemo);
  const bytes = await readUpload(config.dataDir, id, config.importLimitBytes);
  const sheet = await readSheet(bytes, about.file_name);
  const prepared = await prepareSheet(sheet, about, record, config, (done, total) =>
    show.soon({ ...shown, progress: { done, total, words: "Comparing with the record" } }),
  );
  const refused = prepared.ready?.plan.refused ?? [];
  await writeRefused(config.dataDir, id, refused.length > 0 ? refusedCsv(prepared.ready!.sheet, refused) : undefined);
  return prepared;
}

/** What a state says of a fault that is not the file's: the log has the rest. */
function problemOf(fault: unknown): NonNullable<ImportState["problem"]> {
  if (fault instanceof HubError) return asProblem(fault);
  return {
    at: "the hub",
    problem: "something went wrong that is not the file's fault",
    fix: "Tell whoever runs the hub; its log says what happened",
  };
}

/** Writes states; those of progress at most twice a second, and never after a later one. */
type Shower = ((state: ImportState) => Promise<void>) & { soon(state: ImportState): void };

function shower(dataDir: string, id: string): Shower {
  let writing = Promise.resolve();
  let last = 0;
  const show = (state: ImportState) => {
    last = performance.now();
    writing = writing.then(() => writeState(dataDir, id, { ...state, updated_at: new Date().toISOString() }));
    return writing;
  };
  const soon = (state: ImportState) => {
    if (performance.now() - last > 500) void show(state).catch(() => undefined);
  };
  return Object.assign(show, { soon });
}
