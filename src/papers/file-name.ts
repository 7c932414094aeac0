import { shownYear } from "../format.ts";
import type { Form } from "./addresses.ts";
import type { Paper } from "./paper.ts";

/** `board-paper-900001-2025-26.pdf`: a name that says what the file is wherever it is kept. */
export function fileName(
  { kind, place, timePeriod, edition }: Pick<Paper, "kind" | "place" | "timePeriod" | "edition">,
  form: Form,
): string {
  const what = form === "xlsx" ? `${kind} figures` : kind;
  const parts = [what, place.urn ?? "trust", shownYear(timePeriod), edition ? `edition ${edition.number}` : "draft"];
  return `${parts.join(" ").replace(/[^a-z0-9]+/gi, "-")}.${form}`;
}
