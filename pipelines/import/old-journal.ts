import { z } from "zod";
import type { ImportBatch } from "../contract.ts";
import type { JournalEntry } from "./journal.ts";

const fields = z.record(z.string(), z.unknown());
const collection = z.enum(["schools", "outcomes", "policy"]);

/** How release 0.1.0 kept an import: what is known of it and its records in one file. */
const oldBatch = z.object({
  batch: z.string(),
  kind: z.string(),
  file: z.string(),
  started_at: z.string(),
  state: z.enum(["writing", "written", "undone"]),
  added: z.array(z.object({ collection, key: z.string(), fields })),
  changed: z.array(z.object({ collection, key: z.string(), before: fields, after: fields })),
});

/** What is known of an import that release 0.1.0 kept, with its entries in the order in which they are undone; undefined for any other. */
export function readOldBatch(content: unknown): { batch: ImportBatch; entries: JournalEntry[] } | undefined {
  const { success, data } = oldBatch.safeParse(content);
  if (!success) return undefined;
  const { added, changed, ...about } = data;
  const batch: ImportBatch = {
    ...about,
    added: added.length,
    changed: changed.length,
    imported_by: null,
    allowed_school_urns: null,
    undone: null,
    problem: null,
  };
  // Figures go before the schools they refer to.
  const additions = added.toSorted((one, other) => one.collection.localeCompare(other.collection));
  return { batch, entries: [...changed, ...additions] };
}
