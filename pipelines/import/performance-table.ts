import { keepBest, type OutcomeCandidate, schoolPlace, schoolPlaces } from "./join-schools.ts";
import type { Draft, ImportContext, Refusal } from "./kind.ts";
import { isUrn, type MeasureColumn, type Place, type Publication, place, readMeasures, rowFault } from "./published.ts";
import type { Table, TableRow } from "./table.ts";
import { schoolsToJoin } from "./trust.ts";

/** What the rows of a file are about, by the kind's own reading of them. */
export type Subject =
  | { about: "school"; urn: string; successorUrn?: string }
  | { about: "local_authority"; code: string; name: string }
  | { about: "nation"; name: string; breakdown?: string; category?: string }
  /** A row that we have no use for, such as one that adds independent schools to the nation. */
  | { about: "other" }
  | { about: "unknown"; column: string; reason: string };

/** How a table of schools, with areas and the nation in the same columns, is read. */
export interface PerformanceTable<Name extends string> {
  table: Table<Name>;
  measures: MeasureColumn<Name>[];
  publication: Publication;
  subjectOf(row: TableRow<Name>): Subject;
}

/**
 * Reads a published table: the trust's schools, the local authorities they are in, and the nation; everybody else is counted.
 *
 * @throws HubError when no trust has been chosen or none of its schools is in the record
 */
export function readPerformanceTable<Name extends string>(from: PerformanceTable<Name>, context: ImportContext): Draft {
  const schools = schoolsToJoin(from.table.file, context);
  const places = schoolPlaces(schools);
  const authorities = new Map(schools.map((school) => [school.local_authority_code ?? "", school.local_authority]));
  const candidates: OutcomeCandidate[] = [];
  const refused: Refusal[] = [];
  let notOurs = 0;

  const placeOf = (subject: Subject): Place | undefined => {
    if (subject.about === "school") {
      const successor = schools.find((school) => school.urn === subject.successorUrn);
      return places.get(subject.urn) ?? (successor && schoolPlace(successor, subject.urn));
    }
    if (subject.about === "local_authority" && authorities.has(subject.code)) {
      return place("local_authority", subject.code, subject.name || (authorities.get(subject.code) ?? subject.code));
    }
    if (subject.about !== "nation") return undefined;
    const nation = place("national", england, subject.name);
    return {
      ...nation,
      breakdown: subject.breakdown ?? nation.breakdown,
      category: subject.category ?? nation.category,
    };
  };

  for (const row of from.table.rows) {
    const subject = from.subjectOf(row);
    const fault = rowFault(row);
    if (fault || subject.about === "unknown") {
      const isUnknown = subject.about === "unknown" && !fault;
      refused.push({
        line: row.line,
        column: isUnknown ? subject.column : null,
        reason: fault ?? (isUnknown ? subject.reason : ""),
      });
      continue;
    }
    const at = placeOf(subject);
    if (!at) {
      notOurs += 1;
      continue;
    }
    const read = readMeasures(from.table, row, at, from.measures, from.publication);
    candidates.push(...read.candidates);
    refused.push(...read.refused);
  }
  const best = keepBest(candidates);
  const found = new Set(best.kept.map((candidate) => candidate.fields["school_urn"]).filter(Boolean));
  const notes = found.size === 0 ? ["None of the trust's schools is in this file."] : [];
  return {
    candidates: best.kept,
    refused: [...refused, ...best.refused].sort((a, b) => a.line - b.line),
    not_ours: notOurs,
    notes,
  };
}

/** England's code in the register of the Office for National Statistics. */
const england = "E92000001";

/** The subject of a school's row. */
export function schoolSubject(urn: string, heading: string, successorUrn?: string): Subject {
  if (!isUrn(urn)) return { about: "unknown", column: heading, reason: "is not a URN of six digits" };
  return { about: "school", urn, successorUrn };
}
