import { isDeepStrictEqual } from "node:util";
import { readFields, readSingleton, updateField } from "@directus/sdk";
import type { Client } from "./client.ts";
import type { Collection, PolicyList } from "./schema/define.ts";

interface Choice {
  text: string;
  value: string;
}

/**
 * Fills the lists of choices that come from the organisation's policy (staff groups, criteria, values), so that the
 * Studio offers what the policy says. Writes only where a list differs.
 *
 * @returns the fields whose choices were changed, as `collection.field`
 */
export async function feedPolicyChoices(client: Client, record: Collection[]): Promise<string[]> {
  const fed = record.flatMap(({ collection, fields }) =>
    fields.flatMap(({ field, choicesFrom }) => (choicesFrom ? [{ collection, field, list: choicesFrom }] : [])),
  );
  if (fed.length === 0) return [];
  const policy = (await client.request(readSingleton("policy" as never))) as unknown as Record<PolicyList, unknown>;
  const found = (await client.request(readFields())) as unknown as {
    collection: string;
    field: string;
    meta: { options: object | null; display_options: object | null };
  }[];
  const changed: string[] = [];
  for (const { collection, field, list } of fed) {
    const choices = asChoices(policy[list]);
    const there = found.find((candidate) => candidate.collection === collection && candidate.field === field);
    if (!there || choices.length === 0) continue;
    if (isDeepStrictEqual((there.meta.options as { choices?: unknown } | null)?.choices, choices)) continue;
    const meta = {
      options: { ...there.meta.options, choices },
      display_options: { ...there.meta.display_options, choices },
    };
    await client.request(updateField(collection as never, field as never, { meta } as never));
    changed.push(`${collection}.${field}`);
  }
  return changed;
}

/** Lists of the policy hold either keys with labels, or plain words. */
function asChoices(list: unknown): Choice[] {
  if (!Array.isArray(list)) return [];
  return list.map((entry: string | { key: string; label: string }) =>
    typeof entry === "string" ? { text: entry, value: entry } : { text: entry.label, value: entry.key },
  );
}
