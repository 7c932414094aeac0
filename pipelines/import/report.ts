import { collectionNames, collections, countOf } from "./collections.ts";
import type { Batch } from "./journal.ts";
import type { ImportCollection } from "./kind.ts";
import type { Plan } from "./plan.ts";
import type { Undone } from "./undo.ts";

/** So many refused rows are printed one by one; the rest are counted. */
const shownRefusals = 50;

/**
 * A plan in plain lines: what is added, changed, left and refused, with the line and column of each refusal. The same for a dry run and
 * a real one.
 */
export function describePlan(plan: Plan): string[] {
  const refused = plan.refused.slice(0, shownRefusals).map(({ line, column, reason }) => {
    return `  line ${line}${column ? `, column ${column}` : ""}: ${reason}`;
  });
  if (plan.refused.length > shownRefusals) refused.push(`  and ${count(plan.refused.length - shownRefusals)} more`);
  return [
    `Added     ${count(plan.added.length)}${listed(plan.added)}`,
    `Changed   ${count(plan.changed.length)}${listed(plan.changed)}`,
    ...plan.changed
      .filter(({ collection }) => collection !== "outcomes")
      .map((change) => `  ${change.key}: ${changedFields(change)}`),
    `Left      ${count(plan.left)} as they are${plan.superseded > 0 ? `, and ${count(plan.superseded)} because later figures are there already` : ""}`,
    `Refused   ${count(plan.refused.length)}`,
    ...refused,
    `Not ours  ${count(plan.not_ours)} rows about others`,
    ...plan.notes,
  ];
}

/** One line for each batch, the latest first. */
export function describeBatches(batches: Batch[]): string[] {
  const states = {
    writing: "stopped half-way: undo it, or run the import again",
    written: "written",
    undone: "undone",
  };
  const lines = batches.map(
    ({ batch, file, added, changed, state }) =>
      `${batch}  ${file}  ${count(added.length)} added, ${count(changed.length)} changed  ${states[state]}`,
  );
  return lines.length > 0 ? lines : ["Nothing has been imported yet."];
}

/** What undoing a batch did, with each record that was kept. */
export function describeUndone({ deleted, restored, kept }: Undone): string[] {
  return [
    `Deleted   ${count(deleted)}`,
    `Restored  ${count(restored)}`,
    `Kept      ${count(kept.length)}`,
    ...kept.map(({ collection, key, reason }) => `  ${collection} ${key}: ${reason}`),
  ];
}

/** 1204 as `1,204`. */
export function count(number: number): string {
  return number.toLocaleString("en-GB");
}

function listed(records: { collection: ImportCollection }[]): string {
  const parts = collectionNames.flatMap((collection) => {
    const number = records.filter((record) => record.collection === collection).length;
    if (number === 0) return [];
    return [collection === "policy" ? collections.policy.words[0] : countOf(collection, number)];
  });
  return parts.length > 0 ? ` (${parts.join(", ")})` : "";
}

/** Names of fields only: a value may be about a person in kinds that come later. */
function changedFields({ before, after }: { before: Record<string, unknown>; after: Record<string, unknown> }): string {
  return Object.keys(after)
    .filter((name) => name in before && name !== "import_batch" && name !== "retrieved_on")
    .join(", ");
}
