import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { HubError } from "../errors.ts";
import { groupBy } from "./group.ts";
import type { Candidate, Draft, ImportContext, ImportKind } from "./kind.ts";
import type { ReleaseStatus } from "./period.ts";
import { type ExistingRecords, existingKey, type Plan, planImport } from "./plan.ts";
import { readLookups } from "./read-lookups.ts";
import { columnsFor } from "./recognise.ts";
import type { RecordAccess } from "./record.ts";
import { readSheet, type Sheet } from "./sheet.ts";
import type { ColumnMapping } from "./table.ts";
import { keyFinder, policyOf, type WordMapping } from "./words.ts";

/** What the person who runs an import may say beside the file. */
export interface ImportChoices {
  /** Chooses the trust for good: it goes into the policy. */
  trustUid?: string;
  /** As 201819. */
  year?: number;
  release?: ReleaseStatus;
  /** Columns matched by hand. */
  mapping?: ColumnMapping;
  /** Words matched by hand. */
  words?: WordMapping;
  /** The schools for which whoever imports may do so; left out: all, and for the trust itself. */
  allowedSchoolUrns?: readonly string[] | null;
  /** An ISO date: the day of the import. */
  today: string;
}

/** The name the policy has before anybody has given it one. */
const unnamed = "Our organisation";

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
  return planSheet(kind, await readSheet(bytes, path), choices, record);
}

/** The same for a file whose rows have been read. */
export async function planSheet(
  kind: ImportKind,
  read: Sheet,
  choices: ImportChoices,
  record: RecordAccess,
): Promise<Plan> {
  const sheet: Sheet = choices.mapping ? { ...read, mapping: choices.mapping } : read;
  const policy = (await record.readRecords("policy", ["policy"])).get("policy") ?? {};
  const schools = await record.readSchools();
  const trustUid = choices.trustUid ?? (String(policy["trust_uid"] ?? "").trim() || null);
  const name = String(policy["organisation_name"] ?? "").trim();
  const isNamed = name !== "" && name !== unnamed;
  const isSameTrust = trustUid === policy["trust_uid"];
  const known = schools
    .filter((school) => school.trust_uid === trustUid && school.trust_name)
    .map((school) => school.trust_name!);
  const rules = policyOf(policy);
  const lookups = await readLookups(kind.needs ?? [], schools, record);
  const choosable = { schools, activities: lookups.activities() };
  const context: ImportContext = {
    trustUid,
    allowedSchoolUrns: choices.allowedSchoolUrns ?? null,
    policy: rules,
    lookups,
    keyOf: keyFinder(columnsFor(kind, sheet) ?? {}, rules, choices.words, choosable),
    trustNames: [...new Set([...known, ...(isNamed && isSameTrust ? [name] : [])])],
    schools,
    year: choices.year,
    release: choices.release,
    today: choices.today,
  };
  const draft = kind.read(sheet, context);
  if (choices.trustUid)
    draft.candidates.unshift(choice(choices.trustUid, isNamed ? undefined : (draft.trust_name ?? known[0])));
  return planImport(draft, await findExisting(draft, record));
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

async function findExisting(draft: Draft, record: RecordAccess): Promise<ExistingRecords> {
  const existing: ExistingRecords = new Map();
  for (const candidates of groupBy(draft.candidates, ({ collection }) => collection).values()) {
    const { collection } = candidates[0]!;
    const found = await record.readRecords(
      collection,
      candidates.map(({ key }) => key),
    );
    for (const [key, fields] of found) existing.set(existingKey(collection, key), fields);
  }
  return existing;
}
