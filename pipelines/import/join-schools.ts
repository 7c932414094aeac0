import { groupBy } from "./group.ts";
import type { Candidate, Refusal, SchoolRecord } from "./kind.ts";
import type { Place } from "./published.ts";

/** A candidate for the outcomes collection. */
export type OutcomeCandidate = Candidate & { collection: "outcomes" };

/**
 * The places of the trust's schools by every number their figures may be published under: their own, and those they had before they
 * became an academy or joined with another school.
 *
 * A number that two of the schools had before them (a school that was split) is left out: its figures are neither's.
 */
export function schoolPlaces(schools: SchoolRecord[]): Map<string, Place> {
  const places = new Map<string, Place>();
  const shared = new Set<string>();
  const own = new Set(schools.map((school) => school.urn));
  for (const school of schools) {
    for (const urn of new Set([school.urn, ...school.predecessor_urns])) {
      if (urn !== school.urn && own.has(urn)) continue;
      if (places.has(urn)) shared.add(urn);
      places.set(urn, schoolPlace(school, urn));
    }
  }
  for (const urn of shared) places.delete(urn);
  return places;
}

/** The place of one school, whose figures are published under `publishedUrn`. */
export function schoolPlace(school: SchoolRecord, publishedUrn: string): Place {
  return {
    geographic_level: "school",
    school_urn: school.urn,
    published_urn: publishedUrn,
    geography_code: null,
    geography_name: school.name,
    breakdown: "total",
    category: "Total",
  };
}

/**
 * Leaves one candidate for each figure, where a file has a school both under its own number and under an earlier one: a number is
 * better than a code, then its own row is better than an earlier school's.
 *
 * @returns the candidates that stay, and a refusal for each figure that two schools before it, or two rows with the same number, have
 */
export function keepBest(candidates: OutcomeCandidate[]): { kept: OutcomeCandidate[]; refused: Refusal[] } {
  const byKey = groupBy(candidates, (candidate) => candidate.key);
  const kept: OutcomeCandidate[] = [];
  const refusedRows = new Map<number, string>();
  for (const same of byKey.values()) {
    const best = Math.max(...same.map(rank));
    const first = same.filter((candidate) => rank(candidate) === best);
    if (first.length === 1 || first[0]!.fields["value"] === null) {
      kept.push(first[0]!);
      continue;
    }
    const lines = first.map((candidate) => candidate.line);
    const isTwice = new Set(first.map((candidate) => candidate.fields["published_urn"])).size === 1;
    for (const line of lines) {
      const others = lines.filter((other) => other !== line).join(", ");
      refusedRows.set(
        line,
        isTwice
          ? `is there more than once (also on line ${others}), and nothing says which is right`
          : `is about one of several schools that came before the same school (also on line ${others}), so neither can stand for it`,
      );
    }
  }
  return { kept, refused: [...refusedRows].map(([line, reason]) => ({ line, column: null, reason })) };
}

function rank({ fields }: OutcomeCandidate): number {
  const isOwn = fields["published_urn"] === fields["school_urn"];
  return (fields["value"] === null ? 0 : 2) + (isOwn ? 1 : 0);
}
