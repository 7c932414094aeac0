/** What an import is called where it stands, in whole words. */
import type { ImportBatch, ImportState } from "../../pipelines/contract.ts";
import { capitalised, counted, shownCount } from "../format.ts";
import type { ImportPage } from "./open.ts";

/** Where an upload is, for the list of those that are not finished. */
export const pageWords: Record<ImportPage, string> = {
  wait: "At work",
  stopped: "Stopped",
  kind: "What kind of file it is",
  columns: "Matching columns and words",
  preview: "Preview, nothing written yet",
  done: "Written",
  problem: "Cannot be used",
};

/** The outcomes of a preview, in the order in which they matter to whoever reads it. */
export const outcomes = ["refused", "added", "changed", "left"] as const;
/** What becomes of a line of the file. */
export type Outcome = (typeof outcomes)[number];

/** What each outcome is called before anything is written, and after. */
export const outcomeWords: Record<Outcome | "not_ours", { before: string; after: string }> = {
  refused: { before: "Refused", after: "Refused" },
  added: { before: "To be added", after: "Added" },
  changed: { before: "To be changed", after: "Changed" },
  left: { before: "Left as they are", after: "Left as they are" },
  not_ours: { before: "About others", after: "About others" },
};

const kindNames: Record<string, string> = {
  gias: "Register of schools (GIAS)",
  ks2: "Key stage 2 results",
  ks4: "Key stage 4 results",
  workforce: "School workforce census",
  turnover: "Teacher turnover by school",
  trust_tables: "Performance tables of trusts",
  staff: "Staff and their posts",
  training: "Training register",
  evaluations: "Answers to a form",
};

/** What people call a kind of file: `Training register` of `training`, `Pupil voice` of `pupil_voice`. */
export function kindName(kind: string): string {
  return kindNames[kind] ?? capitalised(kind.replaceAll("_", " "));
}

/** How a batch stands, as the list of imports says it. */
export function batchWords({ state, problem, undone }: ImportBatch): string {
  if (state === "written") return "In the record";
  if (state === "undone") {
    const kept = undone?.kept ?? 0;
    return kept === 0 ? "Undone" : `Undone, but for ${counted(kept, "record")}`;
  }
  if (problem) return state === "writing" ? "Stopped half-way" : "Undoing stopped half-way";
  return state === "writing" ? "Being written, or stopped" : "Being undone, or stopped";
}

/** What becomes of each collection: `Members of staff: 4 to be added, 1 to be changed`. */
export function collectionWords(collections: ImportState["collections"], when: "before" | "after"): string[] {
  const done = { before: ["to be added", "to be changed"], after: ["added", "changed"] }[when];
  return collections.flatMap(({ label, added, changed }) => {
    const parts = [added, changed].flatMap((count, index) =>
      count > 0 ? [`${shownCount(count)} ${done[index]}`] : [],
    );
    return parts.length > 0 ? [`${capitalised(label)}: ${parts.join(", ")}`] : [];
  });
}

/** What undoing an import came to, in one sentence. */
export function undoneWords({ deleted, restored, kept }: NonNullable<ImportBatch["undone"]>): string {
  const were = (count: number) => `${counted(count, "record")} ${count === 1 ? "was" : "were"}`;
  const parts = [
    ...(deleted > 0 ? [`${were(deleted)} deleted`] : []),
    ...(restored > 0 ? [`${were(restored)} put back as before`] : []),
    ...(kept > 0
      ? [`${counted(kept, "record")} stayed, because somebody has changed them since or others refer to them`]
      : []),
  ];
  return `${capitalised(parts.join("; ") || "there was nothing to undo")}.`;
}
