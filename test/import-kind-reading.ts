import { readFileSync } from "node:fs";
import { join } from "node:path";
import type {
  Candidate,
  Draft,
  ImportCollection,
  ImportContext,
  ImportKind,
  Need,
  RecordFields,
} from "../pipelines/import/kind.ts";
import { readLookups } from "../pipelines/import/read-lookups.ts";
import { columnsFor } from "../pipelines/import/recognise.ts";
import { readSheet } from "../pipelines/import/sheet.ts";
import type { ColumnMapping } from "../pipelines/import/table.ts";
import { choosableActivities, keyFinder, policyOf, type WordMapping } from "../pipelines/import/words.ts";
import { type MemoryRecord, memoryRecord, schoolRecord } from "./import-memory.ts";

/** Where the files for the tests of the kinds about people and evidence are. */
export const importFixtures = join(import.meta.dirname, "fixtures", "imports");

/** The bytes of one of those files. */
export function fixture(path: string): Buffer {
  return readFileSync(join(importFixtures, path));
}

/** A text as the bytes of a CSV file: each row on a line of its own, without the spaces before it. */
export function csv(text: string): Uint8Array {
  const rows = text.trim().split("\n");
  return new TextEncoder().encode(rows.map((row) => row.trim()).join("\n"));
}

/** The invented trust's groups and thresholds. */
export const inventedPolicy = {
  trust_uid: "9001",
  staff_groups: [
    { key: "teachers", label: "Teachers", is_teacher: true, is_audience: false },
    { key: "early_career_teachers", label: "Early career teachers", is_teacher: true, is_audience: false },
    { key: "senior_leaders", label: "Senior leaders", is_teacher: true, is_audience: false },
    { key: "teaching_assistants", label: "Teaching assistants", is_teacher: false, is_audience: false },
    { key: "support_staff", label: "Support staff", is_teacher: false, is_audience: false },
  ],
  threshold_signed_in: 5,
  threshold_leaving: 10,
};

/** The invented trust's two schools, and one that is not its own. */
export const inventedSchools = [
  schoolRecord({ urn: "900001", name: "Invented Primary School", trust_uid: "9001" }),
  schoolRecord({ urn: "900002", name: "Made-up High School", trust_uid: "9001" }),
  schoolRecord({ urn: "900009", name: "Somebody Else's School", trust_uid: "9999" }),
];

/** A record with the invented trust's schools and policy, and these other records. */
export function inventedTrust(records: Partial<Record<ImportCollection | Need, RecordFields[]>> = {}): MemoryRecord {
  return memoryRecord({ policy: inventedPolicy, schools: inventedSchools, records });
}

/** What whoever imports says beside the file. */
export interface Said {
  mapping?: ColumnMapping;
  words?: WordMapping;
  allowedSchoolUrns?: string[];
  year?: number;
}

/** What a kind makes of a file, with the record as it is, on 20 November 2026. */
export async function draftOf(
  kind: ImportKind,
  bytes: Uint8Array,
  record: MemoryRecord = inventedTrust(),
  said: Said = {},
  file = "export.csv",
): Promise<Draft> {
  const sheet = { ...(await readSheet(bytes, file)), ...(said.mapping ? { mapping: said.mapping } : {}) };
  const schools = await record.readSchools();
  const lookups = await readLookups(kind.needs ?? [], schools, record);
  const policy = policyOf(record.collections.policy.get("policy")!);
  const context: ImportContext = {
    trustUid: "9001",
    trustNames: ["Invented Trust"],
    schools,
    allowedSchoolUrns: said.allowedSchoolUrns ?? null,
    policy,
    lookups,
    keyOf: keyFinder(columnsFor(kind, sheet) ?? {}, policy, said.words, {
      schools,
      activities: choosableActivities(lookups.activities(), said.allowedSchoolUrns ?? null),
    }),
    year: said.year,
    today: "2026-11-20",
  };
  return kind.read(sheet, context);
}

/** The fields of a draft's records of one collection. */
export function fieldsOf(draft: Draft, collection: ImportCollection): Candidate["fields"][] {
  return draft.candidates.filter((each) => each.collection === collection).map(({ fields }) => fields);
}

/** Puts a draft into the record, as writing it would. */
export function keep(draft: Draft, record: MemoryRecord): void {
  for (const { collection, key, fields } of draft.candidates) {
    const before = record.collections[collection].get(key);
    record.collections[collection].set(key, { status: "active", ...before, ...fields });
  }
}
