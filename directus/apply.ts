import {
  createField,
  createRelation,
  readCollections,
  readFields,
  readRelations,
  updateCollection,
  updateField,
} from "@directus/sdk";
import { type Client, type Connection, connect, send } from "./client.ts";
import { compareRecord, type Found, type Plan, type Refusal } from "./compare.ts";
import { feedPolicyChoices } from "./policy-choices.ts";
import type { Collection, Field } from "./schema/define.ts";
import { record } from "./schema/record.ts";

/** What applying the record did, by name: `collection` or `collection.field`. */
export interface Applied {
  created: string[];
  changed: string[];
  /** What somebody added by hand, and is left alone. */
  kept: string[];
  /** Differences that would lose data. When there are any, nothing at all is written. */
  refused: Refusal[];
}

/** Which Directus to apply it to, and how to report. */
export interface ApplyOptions extends Connection {
  /** Told what is being done now, in plain words. */
  onProgress?: (step: string) => void;
  /** For tests; the hub's own record unless given. */
  record?: Collection[];
}

/**
 * Makes a running Directus match the record. Safe to run at every start: the second time there is nothing to do.
 * Fields and collections that somebody added by hand stay, and so does every record.
 *
 * @returns what was created, changed, kept and refused; with refusals, nothing is created or changed
 */
export async function applyRecord(options: ApplyOptions): Promise<Applied> {
  const client = connect(options);
  const wanted = options.record ?? record;
  options.onProgress?.("Comparing the collections");
  const [collections, fields, relations] = await Promise.all([
    client.request(readCollections()),
    client.request(readFields()),
    client.request(readRelations()),
  ]);
  const plan = compareRecord(wanted, { collections, fields, relations } as unknown as Found);
  if (plan.refused.length > 0) return { created: [], changed: [], kept: plan.kept, refused: plan.refused };
  await carryOut(plan, client, options.onProgress);
  const fed = await feedPolicyChoices(client, wanted);
  return { ...summarise(plan, fed), kept: plan.kept, refused: [] };
}

async function carryOut(plan: Plan, client: Client, onProgress: ApplyOptions["onProgress"]): Promise<void> {
  if (plan.newCollections.length > 0) {
    onProgress?.(`Creating ${plan.newCollections.length} collections and folders`);
    // One call for all of them: Directus reads its whole schema again after each, and either all are there or none.
    const body = plan.newCollections.map(({ collection, meta, schema, fields }) => ({
      collection,
      meta,
      schema,
      ...(schema ? { fields: fields.map(asPayload) } : {}),
    }));
    await send(client, "POST", "/collections", body);
  }
  for (const { collection, meta } of plan.changedCollections) {
    await client.request(updateCollection(collection as never, { meta } as never));
  }
  for (const { collection, field } of plan.newFields) {
    await client.request(createField(collection as never, asPayload(field) as never));
  }
  for (const { collection, field, change } of plan.changedFields) {
    await client.request(updateField(collection as never, field as never, change as never));
  }
  if (plan.newRelations.length > 0) onProgress?.(`Connecting ${plan.newRelations.length} of them`);
  for (const relation of plan.newRelations) await client.request(createRelation(relation as never));
  for (const { collection, field, meta, schema } of plan.changedRelations) {
    await send(client, "PATCH", `/relations/${collection}/${field}`, { meta, schema });
  }
}

function asPayload({ field, type, meta, schema }: Field) {
  return { field, type, meta, schema };
}

function summarise(plan: Plan, fed: string[]): Pick<Applied, "created" | "changed"> {
  const names = (items: { collection: string; field: string }[]) =>
    items.map(({ collection, field }) => `${collection}.${field}`);
  const newNames = new Set(plan.newCollections.map(({ collection }) => collection));
  const newFields = plan.newFields.map(({ collection, field }) => `${collection}.${field.field}`);
  return {
    created: [...newNames, ...newFields],
    changed: [
      ...new Set([
        ...plan.changedCollections.map(({ collection }) => collection),
        ...names(plan.changedFields),
        ...names(
          [...plan.newRelations, ...plan.changedRelations].filter(({ collection }) => !newNames.has(collection)),
        ).filter((name) => !newFields.includes(name)),
        ...fed,
      ]),
    ],
  };
}
