import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { HubError } from "../errors.ts";
import { type ImportChoices, readContext } from "./context.ts";
import type { Candidate, Draft, ImportContext, ImportKind } from "./kind.ts";
import { type Plan, planImport } from "./plan.ts";
import type { RecordAccess } from "./record.ts";
import { changesKeptToSchools, keepToSchools } from "./scope.ts";
import { readSheet, type Sheet } from "./sheet.ts";

export type { ImportChoices } from "./context.ts";

/**
 * Reads a file and compares it with the record. Changes nothing: the plan can be shown, and then written as it is.
 *
 * @param bytes - the file
 * @param path - its name, which may say its year and how final it is
 * @throws HubError when the file cannot be used as a whole, or Directus does not answer
 */
export async function prepareImport(
  kind: ImportKind,
  bytes: Uint8Array,
  path: string,
  choices: ImportChoices,
  record: RecordAccess,
): Promise<Plan> {
  const sheet = withMapping(await readSheet(bytes, path), choices);
  const context = await readContext(kind, sheet, choices, record);
  return planDraft(draftOf(kind, sheet, choices, context), context, record);
}

/** The sheet as a kind is to read it. */
export function withMapping(sheet: Sheet, { mapping }: Pick<ImportChoices, "mapping">): Sheet {
  return mapping ? { ...sheet, mapping } : sheet;
}

/**
 * What a file comes to, as far as whoever imports may import it.
 *
 * @throws HubError when the file as a whole cannot be used
 */
export function draftOf(
  kind: ImportKind,
  sheet: Sheet,
  choices: ImportChoices,
  context: ImportContext & { organisationName: string | undefined },
): Draft {
  const draft = kind.read(sheet, context);
  if (choices.trustUid) {
    const name = context.organisationName ? undefined : (draft.trust_name ?? context.trustNames[0]);
    draft.candidates.unshift(choice(choices.trustUid, name));
  }
  return keepToSchools(draft, context);
}

/** The draft compared with the record; `onProgress` hears how many of its records have been. */
export function planDraft(
  draft: Draft,
  context: ImportContext,
  record: RecordAccess,
  onProgress?: (compared: number) => void,
): Promise<Plan> {
  const mayNotChange = changesKeptToSchools(context);
  return planImport(draft, { readExisting: record.readRecords, mayNotChange, ...(onProgress ? { onProgress } : {}) });
}

/** The file's bytes. @throws HubError when it cannot be opened */
export async function readImportFile(path: string): Promise<Uint8Array> {
  return readFile(path).catch((cause: NodeJS.ErrnoException) => {
    const isMissing = cause.code === "ENOENT";
    throw new HubError({
      at: basename(path),
      problem: isMissing ? "there is no such file" : cause.code === "EISDIR" ? "is a folder" : "cannot be opened",
      fix: isMissing ? "Check the path" : "Give the path of a file that you may read",
      cause,
    });
  });
}

/** Choosing a trust is part of the import: it is in the dry run, in the batch, and undone with it. */
function choice(trust_uid: string, organisation_name: string | undefined): Candidate {
  const fields = { trust_uid, ...(organisation_name ? { organisation_name } : {}) };
  return { collection: "policy", key: "policy", line: 0, fields };
}
