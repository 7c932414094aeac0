import type { Candidate, Draft, ImportContext, RecordFields, Refusal } from "./kind.ts";

/** Why a record that is there already may not be changed by whoever imports; undefined where it may. */
export type MayNotChange = (candidate: Candidate, record: RecordFields) => string | undefined;

const ofPeople = new Set(["qualifications", "participations"]);

/**
 * Takes out of a draft what is not about the schools for which somebody imports: whole rows, each refused once. Kinds take care of it
 * too; this is the place that makes sure, for every kind.
 */
export function keepToSchools(draft: Draft, context: ImportContext): Draft {
  if (context.allowedSchoolUrns === null) return draft;
  const allowed = new Set(context.allowedSchoolUrns);
  const newlyHere = new Set(
    draft.candidates
      .filter(({ collection, fields }) => collection === "employments" && allowed.has(String(fields["school_urn"])))
      .map(({ fields }) => fields["staff_id"]),
  );
  const isOurPerson = (id: unknown) =>
    newlyHere.has(id) || context.lookups.staffById(String(id))?.school_urns.some((urn) => allowed.has(urn)) === true;
  const isOurs = ({ collection, fields, school_urn }: Candidate) => {
    if (collection === "policy" || collection === "schools") return false;
    if (ofPeople.has(collection) && !isOurPerson(fields["staff_id"])) return false;
    const schools = [school_urn, fields["school_urn"]].filter((urn) => urn !== undefined && urn !== null);
    return schools.length > 0 ? schools.every((urn) => allowed.has(String(urn))) : ofPeople.has(collection);
  };
  const lines = new Set(draft.candidates.filter((candidate) => !isOurs(candidate)).map(({ line }) => line));
  const reason = "is not about a school for which you may import";
  const refused: Refusal[] = [...lines].map((line) => ({ line, column: null, reason }));
  return {
    ...draft,
    candidates: draft.candidates.filter(({ line }) => !lines.has(line)),
    refused: [...draft.refused, ...refused].sort((one, other) => one.line - other.line),
  };
}

/** What somebody who imports for some schools alone leaves as it is: records of other schools, of the trust, and shared ones. */
export function changesKeptToSchools(context: ImportContext): MayNotChange {
  const { allowedSchoolUrns, lookups } = context;
  if (allowedSchoolUrns === null) return () => undefined;
  const allowed = new Set(allowedSchoolUrns);
  return ({ collection, key, fields }, record) => {
    const elsewhere = "it is another school's, and stays as it is";
    if (collection === "staff") {
      const person = lookups.staffById(key);
      return person?.school_urns.some((urn) => allowed.has(urn)) ? undefined : elsewhere;
    }
    if (ofPeople.has(collection)) {
      const person = lookups.staffById(String(record["staff_id"] ?? fields["staff_id"]));
      return person?.school_urns.some((urn) => allowed.has(urn)) ? undefined : elsewhere;
    }
    if (record["school_urn"] === undefined || record["school_urn"] === null) return "it is shared, and stays as it is";
    return allowed.has(String(record["school_urn"])) ? undefined : elsewhere;
  };
}
