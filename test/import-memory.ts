import { collectionNames } from "../pipelines/import/collections.ts";
import type { ImportCollection, Need, RecordFields, SchoolRecord } from "../pipelines/import/kind.ts";
import type { RecordAccess } from "../pipelines/import/record.ts";

/** A record in memory, for tests of what an import reads and plans; it keeps fields as Directus would give them back. */
export interface MemoryRecord extends RecordAccess {
  collections: Record<ImportCollection | Need, Map<string, RecordFields>>;
  /** Every record of a collection. */
  all(collection: ImportCollection): RecordFields[];
}

const emptySchool: Omit<SchoolRecord, "urn"> = {
  name: "",
  phase: null,
  establishment_type: null,
  local_authority_code: null,
  local_authority: null,
  opened_on: null,
  closed_on: null,
  trust_uid: null,
  trust_name: null,
  trust_joined_on: null,
  trust_left_on: null,
  predecessor_urns: [],
  pupils: null,
};

/** A school of the record with only the fields that a test is about. */
export function schoolRecord(fields: Partial<SchoolRecord> & { urn: string }): SchoolRecord {
  return { ...emptySchool, name: `Invented School ${fields.urn}`, ...fields };
}

/** An empty record, or one with these schools, this policy and these other records, which are active unless they say otherwise. */
export function memoryRecord(
  from: {
    schools?: SchoolRecord[];
    policy?: RecordFields;
    records?: Partial<Record<ImportCollection | Need, RecordFields[]>>;
  } = {},
): MemoryRecord {
  const policy = { trust_uid: null, organisation_name: "Our organisation", ...from.policy };
  const empty = () => new Map<string, RecordFields>();
  const collections = {
    ...(Object.fromEntries(collectionNames.map((name) => [name, empty()])) as MemoryRecord["collections"]),
    policy: new Map<string, RecordFields>([["policy", policy]]),
  };
  const given = { schools: from.schools ?? [], ...from.records };
  for (const [name, records] of Object.entries(given) as [ImportCollection | Need, RecordFields[] | SchoolRecord[]][]) {
    collections[name] ??= empty();
    for (const record of records) {
      const fields: RecordFields = { status: "active", ...record };
      collections[name].set(String(fields["urn"] ?? fields["id"]), fields);
    }
  }
  return {
    collections,
    all: (collection) => [...collections[collection].values()],
    async readSchools() {
      return [...collections.schools.values()].map((fields) => ({ ...emptySchool, ...fields }) as SchoolRecord);
    },
    async readAll(collection, fields, filter = {}) {
      const holds = (record: RecordFields) =>
        Object.entries(filter as Record<string, { _eq?: unknown; _null?: boolean }>).every(([name, test]) =>
          test._null ? (record[name] ?? null) === null : record[name] === test._eq,
        );
      return [...collections[collection].values()]
        .filter(holds)
        .map((record) => Object.fromEntries(fields.map((name) => [name, record[name] ?? null])));
    },
    async readGroups(collection, fields) {
      const held = [...(collections[collection]?.values() ?? [])];
      const groups = held.map((record) => fields.map((name) => [name, record[name] ?? null]));
      return [...new Set(groups.map((group) => JSON.stringify(group)))].map((group) =>
        Object.fromEntries(JSON.parse(group)),
      );
    },
    async readRecords(collection, keys) {
      const found = keys.flatMap((key) => {
        const fields = collections[collection].get(key);
        return fields ? [[key, structuredClone(fields)] as const] : [];
      });
      return new Map(found);
    },
    async findReferred(collection, keys) {
      const used = new Set([...collections.outcomes.values()].map((fields) => String(fields["school_urn"])));
      return new Set(collection === "schools" ? keys.filter((key) => used.has(key)) : []);
    },
    async create(collection, records) {
      for (const { key, fields } of records) collections[collection].set(key, structuredClone(fields));
    },
    async update(collection, records) {
      for (const { key, fields } of records)
        collections[collection].set(key, { ...collections[collection].get(key), ...fields });
    },
    async remove(collection, keys) {
      for (const key of keys) collections[collection].delete(key);
    },
  };
}
