import { isDeepStrictEqual } from "node:util";
import { readFields, readSingleton, updateField } from "@directus/sdk";
import { approvalRules, type Criterion } from "./approval.ts";
import type { Client } from "./client.ts";
import type { Collection, PolicyList } from "./schema/define.ts";

type Meta = Record<string, unknown>;

interface Policy extends Record<PolicyList, unknown> {
  criteria_mode: "gate" | "score" | "checklist" | null;
}

/**
 * Brings what the policy decides into the fields of the record: lists of choices (staff groups, criteria, values, standards,
 * ladder), whether a field is asked for at all, and the rules of approval. Writes only where a field differs.
 *
 * @returns the fields that were changed, as `collection.field`
 */
export async function feedPolicyChoices(client: Client, record: Collection[]): Promise<string[]> {
  const ruled = record.flatMap(({ collection, fields }) =>
    fields.flatMap((field) => (field.ruledByPolicy ? [{ collection, ...field }] : [])),
  );
  if (ruled.length === 0) return [];
  const policy = (await client.request(readSingleton("policy" as never))) as unknown as Policy;
  const found = (await client.request(readFields())) as unknown as { collection: string; field: string; meta: Meta }[];
  const rules = approvalRules(policy.criteria_mode ?? "checklist", asList<Criterion>(policy.criteria));
  const changed: string[] = [];
  for (const { collection, field, choicesFrom } of ruled) {
    const there = found.find((candidate) => candidate.collection === collection && candidate.field === field);
    if (!there) continue;
    const wanted = {
      ...(choicesFrom ? offered(there.meta, asChoices(policy[choicesFrom], labelOf(choicesFrom, policy))) : {}),
      ...(collection === "activities" ? rules[field] : {}),
    };
    const differing = Object.entries(wanted).filter(([part, value]) => !isDeepStrictEqual(there.meta[part], value));
    if (differing.length === 0) continue;
    await client.request(
      updateField(collection as never, field as never, { meta: Object.fromEntries(differing) } as never),
    );
    changed.push(`${collection}.${field}`);
  }
  return changed;
}

/** A list that is empty offers nothing, so its field is not shown. */
function offered(there: Meta, choices: { text: string; value: string }[]): Meta {
  return {
    options: { ...(there["options"] as object), choices },
    display_options: { ...(there["display_options"] as object), choices },
    hidden: choices.length === 0,
  };
}

/** Where criteria make up a score, each says how much it counts. */
function labelOf(list: PolicyList, { criteria_mode }: Policy): (entry: Criterion) => string {
  if (list !== "criteria" || criteria_mode !== "score") return ({ label }) => label;
  return ({ label, weight }) => `${label} (${weight} ${weight === 1 ? "point" : "points"})`;
}

/** Lists of the policy hold either keys with labels, or plain words. */
function asChoices(list: unknown, label: (entry: Criterion) => string) {
  return asList<string | Criterion>(list).map((entry) =>
    typeof entry === "string" ? { text: entry, value: entry } : { text: label(entry), value: entry.key },
  );
}

function asList<T>(list: unknown): T[] {
  return Array.isArray(list) ? list : [];
}
