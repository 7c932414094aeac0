/** What people wrote for papers and what meetings decided, read from the record for whoever may read the paper. */
import { z } from "zod";
import { paperKinds } from "../papers/paper.ts";
import type { Written } from "../papers/written.ts";
import { RecordUnreachable } from "./content.ts";
import { readRecords } from "./record.ts";

const words = z.string().nullable();
const day = z.iso.date().nullable();
const listOf = <T extends z.ZodType>(item: T) =>
  z
    .array(item)
    .nullish()
    .transform((found) => found ?? []);

const shape = z.object({
  id: z.string(),
  title: z.string(),
  kind: z.enum([...paperKinds, "minute"]),
  school_urn: words,
  time_period: z.number().int().nullable(),
  meeting_on: day,
  presented_by_role: words,
  decision_asked: words,
  sections: listOf(z.object({ section: z.string().nullish(), words: z.string().nullish() })).transform((found) =>
    found.flatMap(({ section, words: text }) => (section && text ? [{ heading: section, words: text }] : [])),
  ),
  forward_plan: words,
  future_needs: words,
  lead_role_evaluation: words,
  lead_role_evaluated_by: words,
  decisions: listOf(
    z.object({
      decision: z.string().nullish(),
      owner_role: words.optional(),
      due_on: day.optional(),
      done_on: day.optional(),
    }),
  ).transform((found) =>
    found.flatMap(({ decision, owner_role = null, due_on = null, done_on = null }) =>
      decision ? [{ decision, owner_role, due_on, done_on }] : [],
    ),
  ),
});

/**
 * The papers and board items of a place, the last meeting first. For the modules of this folder, which know whom they are for.
 *
 * @param urn - a school, or null for the trust's own
 * @returns null while the record cannot be reached: papers are then shown without their written words
 */
export async function readWritten(urn: string | null): Promise<Written[] | null> {
  const ofPlace = urn === null ? { _null: true } : { _eq: urn };
  const filter = { _and: [{ status: { _eq: "active" } }, { school_urn: ofPlace }] };
  const rows = await readRecords("editions", {
    fields: Object.keys(shape.shape),
    filter,
    sort: ["-meeting_on", "id"],
  }).catch((cause: unknown) => {
    if (cause instanceof RecordUnreachable) return null;
    throw cause;
  });
  return rows?.map((row) => shape.parse(row)) ?? null;
}
