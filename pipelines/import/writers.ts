/** Which kinds of import write which records, so that a reader of a figure learns which file it may be from. */
import type { ImportCollection } from "./kind.ts";

/**
 * The collections that each kind writes, in the order in which a new trust would use them. The kind "trust_tables" is left out: it brings
 * figures of trusts to compare with, and none that a figure here counts.
 */
export const writtenBy: Record<string, readonly ImportCollection[]> = {
  gias: ["schools"],
  staff: ["staff", "employments"],
  training: ["providers", "activities", "participations"],
  qualifications: ["qualifications"],
  costs: ["costs"],
  evaluations: ["evaluations"],
  ks2: ["outcomes"],
  ks4: ["outcomes"],
  workforce: ["outcomes"],
  turnover: ["outcomes"],
  inspections: ["outcomes"],
  pupil_voice: ["outcomes"],
};

/** The published numbers that each kind writes, by what their codes look like. */
const outcomeCodes: Record<string, RegExp> = {
  ks2: /^ks2_/,
  ks4: /^ks4_/,
  workforce: /^workforce_(?!turnover|left|moved)/,
  turnover: /^workforce_(turnover|left|moved)/,
  inspections: /^(inspection|report_card)_/,
  pupil_voice: /^pupil_voice_/,
};

/** A published number's code where SQL or TypeScript names it; the organisation's own are typed in the Studio. */
const anyCode = /(?<=["'])(ks2|ks4|workforce|inspection|report_card|pupil_voice|own)_\w*(?=["'])/g;

/**
 * The kinds of import that write what a query counts.
 *
 * @param collections - whose records it counts
 * @param texts - the query, then what it leads to, nearest first: the first that names published numbers says which it is of
 */
export function importsOf(collections: readonly string[], texts: readonly string[]): string[] {
  const codes = texts.map((text) => text.match(anyCode) ?? []).find((found) => found.length > 0) ?? [];
  const brings = (kind: string) => {
    const pattern = outcomeCodes[kind];
    return pattern === undefined || codes.some((code) => pattern.test(code));
  };
  return Object.entries(writtenBy)
    .filter(([kind, written]) => written.some((name) => collections.includes(name)) && brings(kind))
    .map(([kind]) => kind);
}
