/** The demo trust in memory: its records as extract takes them, and a warehouse over them, without Directus. */
import { readProfile } from "../../directus/profiles.ts";
import { readQuestionnaires } from "../../directus/questionnaires.ts";
import { demoRecords } from "../../directus/seed/records.ts";
import { demoTrust } from "../../directus/seed/schools.ts";
import { fieldsOf, records } from "../../pipelines/extract/records.ts";
import type { Row, Warehouse } from "../../pipelines/warehouse.ts";
import { hubWith } from "./hub.ts";

/** The day on which the demo ends, and for which its figures are worked out. */
export const demoToday = "2026-11-20";

/** The demo's records and its policy by collection, with every field that the pipeline reads; words of people's own become whether there are any. */
export function demoRows(profile = "C"): Record<string, Row[]> {
  const policy = { ...readProfile(profile), trust_uid: demoTrust.uid, organisation_name: demoTrust.name };
  const criteria = policy.criteria.map(({ key }) => key);
  const forms = readQuestionnaires().map((form) => ({ id: form.key, status: "active", is_current: true, ...form }));
  const given = {
    ...demoRecords(demoToday, criteria),
    questionnaires: forms,
    policy: [{ id: "policy", ...policy }],
  };
  return Object.fromEntries(
    Object.entries(given).flatMap(([collection, rows]) =>
      collection in records ? [[collection, asRead(collection as keyof typeof records, rows)]] : [],
    ),
  );
}

/** A warehouse with staging and marts over the demo's records, or over others like them. */
export function demoHub(rows: Record<string, Row[]> = demoRows()): Promise<Warehouse> {
  return hubWith(rows);
}

function asRead(collection: keyof typeof records, rows: Row[]): Row[] {
  const empty = Object.fromEntries(fieldsOf(collection).map((field) => [field, null]));
  return rows.map((row) => records[collection].parse({ ...empty, ...row }) as Row);
}
