/** What an import is called where it stands, in whole words. */
import type { ImportBatch, ImportState } from "../../pipelines/contract.ts";
import { capitalised, counted } from "../format.ts";
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

/** `Staff register` of `staff_register`. */
export function kindName(kind: string): string {
  return capitalised(kind.replaceAll("_", " "));
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

/** What a written or undone upload came to, in one sentence. */
export function resultOf({ step, collections }: ImportState): string {
  if (step === "undone") return "This import has been undone.";
  const parts = collections.flatMap(({ label, added, changed }) => [
    ...(added > 0 ? [`${counted(added, "record")} added to ${label}`] : []),
    ...(changed > 0 ? [`${counted(changed, "record")} changed in ${label}`] : []),
  ]);
  return parts.length === 0 ? "Nothing had to be written." : `${parts.join("; ")}.`;
}
