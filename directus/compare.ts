import { isDeepStrictEqual } from "node:util";
import type { Collection, Field, Relation } from "./schema/define.ts";

/** A running Directus's collections, fields and relations, as its API lists them. */
export interface Found {
  collections: { collection: string; meta: Record<string, unknown> | null; schema: unknown }[];
  fields: {
    collection: string;
    field: string;
    type: string;
    meta: Record<string, unknown> | null;
    schema: Record<string, unknown> | null;
  }[];
  relations: {
    collection: string;
    field: string;
    related_collection: string | null;
    meta: Record<string, unknown> | null;
    schema: Record<string, unknown> | null;
  }[];
}

/** A difference that would lose data, and what to do about it. */
export interface Refusal {
  at: string;
  problem: string;
  fix: string;
}

/** What it takes to make a running Directus match the record. */
export interface Plan {
  newCollections: Collection[];
  newFields: { collection: string; field: Field }[];
  newRelations: Relation[];
  changedCollections: { collection: string; meta: Record<string, unknown> }[];
  changedFields: {
    collection: string;
    field: string;
    change: { type?: string; meta?: Record<string, unknown>; schema?: Record<string, unknown> };
  }[];
  changedRelations: Relation[];
  /** Collections, and fields as `collection.field`, that somebody added by hand. */
  kept: string[];
  refused: Refusal[];
}

/** Compares the record as designed with a running Directus; changes nothing. */
export function compareRecord(record: Collection[], found: Found): Plan {
  const plan: Plan = {
    newCollections: [],
    newFields: [],
    newRelations: [],
    changedCollections: [],
    changedFields: [],
    changedRelations: [],
    kept: [],
    refused: [],
  };
  for (const wanted of record) {
    const existing = found.collections.find(({ collection }) => collection === wanted.collection);
    if (!existing) plan.newCollections.push(wanted);
    else compareCollection(wanted, existing, found, plan);
    for (const relation of wanted.relations) compareRelation(relation, found, plan);
  }
  const designed = new Set(record.map(({ collection }) => collection));
  for (const { collection } of found.collections) {
    if (!designed.has(collection) && !collection.startsWith("directus_")) plan.kept.push(collection);
  }
  return plan;
}

function compareCollection(wanted: Collection, existing: Found["collections"][number], found: Found, plan: Plan): void {
  const name = wanted.collection;
  if ((existing.schema === null) !== (wanted.schema === null)) {
    plan.refused.push({
      at: name,
      problem: wanted.schema
        ? "is a folder in Directus, not a collection"
        : "is a collection in Directus, not a folder",
      fix: "Rename it in the Studio and start again",
    });
    return;
  }
  const wasSingleton = existing.meta?.["singleton"] === true;
  if (wanted.schema && wasSingleton !== (wanted.meta["singleton"] === true)) {
    plan.refused.push({
      at: name,
      problem: wasSingleton ? "is a single page in Directus, not a list" : "is a list in Directus, not a single page",
      fix: "Rename the collection in the Studio and start again; its records stay where they are",
    });
    return;
  }
  const meta = differing(wanted.meta, existing.meta ?? {});
  if (meta) plan.changedCollections.push({ collection: name, meta });
  const fields = found.fields.filter(({ collection }) => collection === name);
  for (const field of wanted.fields) {
    const there = fields.find((candidate) => candidate.field === field.field);
    if (there) compareField(name, field, there, plan);
    else plan.newFields.push({ collection: name, field });
  }
  const designed = new Set(wanted.fields.map(({ field }) => field));
  for (const { field } of fields) if (!designed.has(field)) plan.kept.push(`${name}.${field}`);
}

function compareField(collection: string, wanted: Field, there: Found["fields"][number], plan: Plan): void {
  const at = `${collection}.${wanted.field}`;
  if (!isSameType(wanted.type, there)) {
    plan.refused.push({
      at,
      problem: `is of type ${there.type} in Directus and of type ${wanted.type} here, and changing it could lose values`,
      fix: "Rename that field in the Studio, start again, and copy its values over by hand",
    });
    return;
  }
  if (wanted.schema?.["is_nullable"] === false && there.schema?.["is_nullable"] === true) {
    plan.refused.push({
      at,
      problem: "may be empty in Directus and must not be here",
      fix: 'Fill in the records that lack it, untick "Allow NULL" on the field in the Studio and start again',
    });
    return;
  }
  const meta = differing(withoutPolicyChoices(wanted), withoutOwnFlags(wanted, there.meta ?? {}));
  const schema = wanted.schema && differing(wanted.schema, comparable(wanted, there.schema ?? {}));
  if (meta || schema) {
    const change = { ...(meta ? { meta } : {}), ...(schema ? { type: wanted.type, schema } : {}) };
    plan.changedFields.push({ collection, field: wanted.field, change });
  }
}

/** SQLite keeps a UUID as text of 36 characters, and Directus then calls a reference to one a string. */
function isSameType(wanted: string, there: Found["fields"][number]): boolean {
  return there.type === wanted || (wanted === "uuid" && there.type === "string" && there.schema?.["max_length"] === 36);
}

/** What comes from the policy is filled in elsewhere. */
function withoutPolicyChoices({ meta, ruledByPolicy = [] }: Field): Record<string, unknown> {
  return Object.fromEntries(Object.entries(meta).filter(([part]) => !ruledByPolicy.includes(part)));
}

/** Directus adds flags of its own, such as how SQLite keeps a time; a field is the same while it has those we asked for. */
function withoutOwnFlags({ meta }: Field, found: Record<string, unknown>): Record<string, unknown> {
  const wanted = (meta["special"] ?? []) as string[];
  const flags = (found["special"] ?? []) as string[];
  return wanted.length > 0 && wanted.every((flag) => flags.includes(flag)) ? { ...found, special: wanted } : found;
}

/** Databases give a default back as text or as a number, whatever it was. */
function comparable(wanted: Field, schema: Record<string, unknown>): Record<string, unknown> {
  const found = schema["default_value"];
  const value = wanted.schema?.["default_value"];
  if (typeof value === "boolean") return { ...schema, default_value: [true, 1, "1", "true"].includes(found as never) };
  if (typeof value === "number") return { ...schema, default_value: found === null ? null : Number(found) };
  return schema;
}

function compareRelation(wanted: Relation, found: Found, plan: Plan): void {
  const at = `${wanted.collection}.${wanted.field}`;
  const existing = found.relations.find(
    ({ collection, field }) => collection === wanted.collection && field === wanted.field,
  );
  if (!existing) {
    plan.newRelations.push(wanted);
    return;
  }
  if (existing.related_collection !== wanted.related_collection) {
    plan.refused.push({
      at,
      problem: `refers to ${existing.related_collection} in Directus and to ${wanted.related_collection} here`,
      fix: "Rename that field in the Studio and start again",
    });
    return;
  }
  const meta = differing(wanted.meta, existing.meta ?? {});
  const schema = differing(wanted.schema, existing.schema ?? {});
  if (meta || schema) plan.changedRelations.push(wanted);
}

/** The properties of `wanted` that `found` has otherwise, or undefined when there are none; what else `found` has is left alone. */
function differing(wanted: object, found: Record<string, unknown>): Record<string, unknown> | undefined {
  const changed = Object.entries(wanted).filter(([key, value]) => !isDeepStrictEqual(value, found[key] ?? null));
  return changed.length > 0 ? Object.fromEntries(changed) : undefined;
}
