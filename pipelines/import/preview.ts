import type { ImportState } from "../contract.ts";
import { collectionNames, collections } from "./collections.ts";
import type { ImportCollection } from "./kind.ts";
import { shownLines, shownRefusals } from "./limits.ts";
import { changedFields, type Plan } from "./plan.ts";

type Preview = Pick<ImportState, "counts" | "collections" | "lines" | "notes">;
type Line = ImportState["lines"][number];

/** A plan as whoever imports sees it: how many, of what, and the first lines of each outcome. */
export function previewOf(plan: Plan): Required<Preview> {
  const counted = new Map<ImportCollection, { added: number; changed: number }>();
  for (const [outcome, records] of [
    ["added", plan.added],
    ["changed", plan.changed],
  ] as const) {
    for (const { collection } of records) {
      const count = counted.get(collection) ?? { added: 0, changed: 0 };
      count[outcome] += 1;
      counted.set(collection, count);
    }
  }
  return {
    counts: {
      added: plan.added.length,
      changed: plan.changed.length,
      left: plan.left + plan.superseded,
      refused: plan.refused.length,
      not_ours: plan.not_ours,
    },
    collections: collectionNames.flatMap((collection) => {
      const count = counted.get(collection);
      return count ? [{ collection, label: collections[collection].words[1], ...count }] : [];
    }),
    lines: [...addedLines(plan), ...changedLines(plan), ...restLines(plan), ...refusedLines(plan)].sort(
      (one, other) => one.line - other.line,
    ),
    notes: plan.notes,
  };
}

/** The lines of refused rows alone, which are still of use once the others are in the record. */
export function refusedLines({ refused }: Plan): Line[] {
  return first(refused, shownRefusals).map(({ line, column, reason }) => ({
    line,
    outcome: "refused",
    what: "",
    column,
    reason,
  }));
}

function addedLines({ added }: Plan): Line[] {
  return first(added, shownLines).map(({ collection, line, label }) => ({
    line,
    outcome: "added",
    what: whatIs(collection, label),
    column: null,
    reason: null,
  }));
}

function changedLines({ changed }: Plan): Line[] {
  return first(changed, shownLines).map((change) => {
    const fields = changedFields(change).map((name) => name.replace(/_(id|urn|on)$/, "").replaceAll("_", " "));
    return {
      line: change.line,
      outcome: "changed",
      what: `${whatIs(change.collection, change.label)} (${fields.join(", ")})`,
      column: null,
      reason: null,
    };
  });
}

function restLines({ rest }: Plan): Line[] {
  return first(rest, shownLines).map(({ collection, line, label, reason }) => ({
    line,
    outcome: "left",
    what: whatIs(collection, label),
    column: null,
    reason: reason ?? null,
  }));
}

function whatIs(collection: ImportCollection, label: string | undefined): string {
  const word = collections[collection].words[0];
  const name = word.charAt(0).toUpperCase() + word.slice(1);
  return label ? `${name}: ${label}` : name;
}

/** The first in the order of the file; the plan has them by collection. */
function first<Item extends { line: number }>(items: readonly Item[], most: number): Item[] {
  return [...items].sort((one, other) => one.line - other.line).slice(0, most);
}
