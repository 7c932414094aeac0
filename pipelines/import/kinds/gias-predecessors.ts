import type { Candidate, Draft, ImportContext, Refusal } from "../kind.ts";
import { columnsOf, isUrn, rowFault } from "../published.ts";
import type { Sheet } from "../sheet.ts";
import { findColumns } from "../table.ts";
import { schoolsToJoin } from "../trust.ts";
import { schoolCandidate } from "./gias-schools.ts";

/** The columns read of the establishment links file. */
export const predecessorColumns = columnsOf({ urn: ["URN"], link: ["LinkURN"], type: ["LinkType"] }, []);

/**
 * The links that make an earlier number the same school's: a school that became an academy, or several that were joined. A school that
 * was split is neither of its parts, so "Predecessor - Split School" is left out.
 */
const predecessorTypes = ["predecessor", "predecessor - merged", "predecessor - amalgamated"];

/** Whether a link's type, as Get Information about Schools words it, points to an earlier number of the same school. */
export function isPredecessorLink(linkType: string): boolean {
  return predecessorTypes.includes(linkType.toLowerCase());
}

/** The earlier numbers of the trust's schools, and those before them, from the establishment links file. */
export function readPredecessors(sheet: Sheet, context: ImportContext): Draft {
  const table = findColumns(sheet, predecessorColumns);
  const schools = schoolsToJoin(sheet.file, context);
  const refused: Refusal[] = [];
  const before = new Map<string, { urn: string; line: number }[]>();
  for (const row of table.rows) {
    if (!isPredecessorLink(row.text("type"))) continue;
    const isReadable = isUrn(row.text("urn")) && isUrn(row.text("link")) && !rowFault(row);
    if (isReadable)
      before.set(row.text("urn"), [...(before.get(row.text("urn")) ?? []), { urn: row.text("link"), line: row.line }]);
    else if (schools.some((school) => school.urn === row.text("urn"))) {
      refused.push({
        line: row.line,
        column: rowFault(row) ? null : "LinkURN",
        reason: rowFault(row) ?? "is not a URN of six digits",
      });
    }
  }
  const used = new Set(refused.map(({ line }) => line));
  const candidates: Candidate[] = [];
  for (const school of schools) {
    const found = earlierUrns(school.urn, before);
    if (found.length === 0) continue;
    for (const { line } of found) used.add(line);
    const predecessor_urns = [...new Set([...school.predecessor_urns, ...found.map(({ urn }) => urn)])].sort();
    candidates.push(schoolCandidate(school.urn, found[0]!.line, { predecessor_urns }));
  }
  return { candidates, refused, not_ours: table.rows.length - used.size, notes: [] };
}

/** Follows the links back; a number is never visited twice, so links in a circle end. */
function earlierUrns(
  urn: string,
  before: Map<string, { urn: string; line: number }[]>,
): { urn: string; line: number }[] {
  const found = new Map<string, { urn: string; line: number }>();
  const queue = [urn];
  for (const next of queue) {
    for (const link of before.get(next) ?? []) {
      if (link.urn === urn || found.has(link.urn)) continue;
      found.set(link.urn, link);
      queue.push(link.urn);
    }
  }
  return [...found.values()];
}
