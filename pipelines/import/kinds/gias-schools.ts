import type { Candidate, RecordFields } from "../kind.ts";

/**
 * The phase in the record's own words, from Get Information about Schools' phase and type of establishment, whose phase for special
 * schools and alternative provision is "Not applicable".
 *
 * @returns null where neither says
 */
export function phaseOf(phase: string, establishmentType: string): string | null {
  const type = establishmentType.toLowerCase();
  if (type.includes("special") && !type.includes("specialist")) return "special";
  if (type.includes("alternative provision") || type.includes("pupil referral")) return "alternative_provision";
  const plain = phase.toLowerCase().replaceAll("-", " ");
  if (plain.endsWith("primary")) return "primary";
  if (plain.endsWith("secondary")) return "secondary";
  if (plain === "nursery") return "nursery";
  if (plain.startsWith("all through")) return "all_through";
  return plain === "16 plus" ? "post_16" : null;
}

/** A school as a candidate for the record; `fields` need not repeat its URN. */
export function schoolCandidate(urn: string, line: number, fields: RecordFields): Candidate {
  return { collection: "schools", key: urn, line, fields: { urn, ...fields } };
}
