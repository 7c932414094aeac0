/** The budgets of development, as they are written in the record; what was spent of them is in the release. */
import { z } from "zod";
import type { Budget } from "../sentences/budget.ts";
import { academicYearOf } from "../sentences/years.ts";
import { RecordUnreachable } from "./content.ts";
import { readRecords } from "./record.ts";

const shape = z.object({ amount: z.number(), incurred_on: z.iso.date(), school_urn: z.string().nullable() });

/**
 * The budgets of one school, or the trust's own and those of all its schools. For the modules of this folder, which know whom they are for: a
 * school's budget is for its own readers, all of them for readers of the whole trust.
 *
 * @param urn - a school, or null for all
 * @returns null while the record cannot be reached
 */
export async function readBudgets(urn: string | null): Promise<Budget[] | null> {
  const own = urn === null ? [] : [{ school_urn: { _eq: urn } }];
  const filter = {
    _and: [
      { status: { _eq: "active" } },
      { kind: { _eq: "budget" } },
      { amount: { _nnull: true } },
      { incurred_on: { _nnull: true } },
      ...own,
    ],
  };
  const rows = await readRecords("costs", {
    fields: Object.keys(shape.shape),
    filter,
    sort: ["incurred_on", "school_urn", "id"],
  }).catch((cause: unknown) => {
    if (cause instanceof RecordUnreachable) return null;
    throw cause;
  });
  return (
    rows?.map((row) => {
      const { amount, incurred_on, school_urn } = shape.parse(row);
      return { school_urn: school_urn?.trim() || null, time_period: academicYearOf(incurred_on), amount };
    }) ?? null
  );
}
