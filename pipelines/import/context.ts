import type { ImportContext, ImportKind, Need } from "./kind.ts";
import type { ReleaseStatus } from "./period.ts";
import { readLookups } from "./read-lookups.ts";
import { columnsFor } from "./recognise.ts";
import type { RecordAccess } from "./record.ts";
import type { Sheet } from "./sheet.ts";
import type { ColumnMapping } from "./table.ts";
import { choosableActivities, keyFinder, policyOf, type WordMapping } from "./words.ts";

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
 * Reads from the record what a kind must know to read a file.
 *
 * @returns that, and the organisation's name, where somebody has given it one
 * @throws HubError when Directus does not answer
 */
export async function readContext(
  kind: ImportKind,
  sheet: Sheet,
  choices: ImportChoices,
  record: RecordAccess,
): Promise<ImportContext & { organisationName: string | undefined }> {
  const policy = (await record.readRecords("policy", ["policy"], [])).get("policy") ?? {};
  const schools = await record.readSchools();
  const trustUid = choices.trustUid ?? (String(policy["trust_uid"] ?? "").trim() || null);
  const name = String(policy["organisation_name"] ?? "").trim();
  const organisationName = name === "" || name === unnamed ? undefined : name;
  const isSameTrust = trustUid === policy["trust_uid"];
  const known = schools
    .filter((school) => school.trust_uid === trustUid && school.trust_name)
    .map((school) => school.trust_name!);
  const rules = policyOf(policy);
  const allowedSchoolUrns = choices.allowedSchoolUrns ?? null;
  // Whose staff somebody is decides what may be imported for some schools alone.
  const needs: Need[] = [...(kind.needs ?? []), ...(allowedSchoolUrns ? (["staff"] as const) : [])];
  const lookups = await readLookups(needs, schools, record);
  const choosable = { schools, activities: choosableActivities(lookups.activities(), allowedSchoolUrns) };
  return {
    trustUid,
    allowedSchoolUrns,
    policy: rules,
    lookups,
    keyOf: keyFinder(columnsFor(kind, sheet) ?? {}, rules, choices.words, choosable),
    trustNames: [...new Set([...known, ...(organisationName && isSameTrust ? [organisationName] : [])])],
    schools,
    ...(choices.year === undefined ? {} : { year: choices.year }),
    ...(choices.release === undefined ? {} : { release: choices.release }),
    today: choices.today,
    organisationName,
  };
}
