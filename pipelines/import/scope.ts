import type { Candidate, Draft, ImportContext, RecordFields, Refusal } from "./kind.ts";
import { isOwnPerson } from "./own-people.ts";

/** Why a record that is there already may not be changed by whoever imports; undefined where it may. */
export type MayNotChange = (candidate: Candidate, record: RecordFields) => string | undefined;

const ofPeople = new Set(["qualifications", "participations"]);
const notOurs = "is not about a school for which you may import";
const notHere = "works at another school, or worked here before: ask a CPD administrator to move them";

/**
 * Takes out of a draft what is not about the schools for which somebody imports: whole rows, each refused once. Kinds take care of it
 * too; this is the place that makes sure, for every kind. A post opens all that is known of somebody, so that nobody of the record gets
 * one by it who does not work there already.
 */
export function keepToSchools(draft: Draft, context: ImportContext): Draft {
  if (context.allowedSchoolUrns === null) return draft;
  const { lookups } = context;
  const allowed = new Set(context.allowedSchoolUrns);
  const made = new Set(
    draft.candidates
      .filter(({ collection, key }) => collection === "staff" && lookups.staffById(key) === undefined)
      .map(({ key }) => key),
  );
  const newHere = new Set(
    draft.candidates
      .filter(({ collection, fields }) => collection === "employments" && allowed.has(String(fields["school_urn"])))
      .map(({ fields }) => String(fields["staff_id"]))
      .filter((id) => made.has(id)),
  );
  const isOurPerson = (id: string) => newHere.has(id) || isOwnPerson(context, id);
  const whyNot = ({ collection, key, fields, school_urn }: Candidate): string | undefined => {
    if (collection === "policy" || collection === "schools") return notOurs;
    const person = String(fields["staff_id"]);
    if (ofPeople.has(collection) && !isOurPerson(person)) return notOurs;
    const schools = [school_urn, fields["school_urn"]].filter((urn) => urn !== undefined && urn !== null);
    if (!schools.every((urn) => allowed.has(String(urn)))) return notOurs;
    if (schools.length === 0 && !ofPeople.has(collection)) return notOurs;
    if (collection !== "employments" || isOurPerson(person)) return undefined;
    // What becomes of a post that is in the record is for the comparison with it.
    return lookups.employmentsOf(person).some(({ id }) => id === key) ? undefined : notHere;
  };
  const reasons = new Map<number, string>();
  for (const candidate of draft.candidates) {
    const reason = whyNot(candidate);
    if (reason !== undefined && reasons.get(candidate.line) !== notHere) reasons.set(candidate.line, reason);
  }
  const refused: Refusal[] = [...reasons].map(([line, reason]) => ({ line, column: null, reason }));
  return {
    ...draft,
    candidates: draft.candidates.filter(({ line }) => !reasons.has(line)),
    refused: [...draft.refused, ...refused].sort((one, other) => one.line - other.line),
  };
}

const elsewhere = "it is another school's, and stays as it is";
const gone = "it is of somebody who does not work there today, and stays as it is: ask a CPD administrator";

/** What somebody who imports for some schools alone leaves as it is: records of other schools, of the trust, and shared ones. */
export function changesKeptToSchools(context: ImportContext): MayNotChange {
  const { allowedSchoolUrns } = context;
  if (allowedSchoolUrns === null) return () => undefined;
  const allowed = new Set(allowedSchoolUrns);
  return ({ collection, key, fields }, record) => {
    if (collection === "staff") return isOwnPerson(context, key) ? undefined : gone;
    const person = String(record["staff_id"] ?? fields["staff_id"]);
    if (ofPeople.has(collection)) return isOwnPerson(context, person) ? undefined : gone;
    if (record["school_urn"] === undefined || record["school_urn"] === null) return "it is shared, and stays as it is";
    if (!allowed.has(String(record["school_urn"]))) return elsewhere;
    if (collection !== "employments" || isOwnPerson(context, person)) return undefined;
    return staysOver(fields, record, context.today) ? undefined : gone;
  };
}

/** Whether a post of the same person is over before and after a change, such as one of where they went. */
function staysOver(fields: RecordFields, record: RecordFields, today: string): boolean {
  const isOver = (end: unknown) => typeof end === "string" && end !== "" && end.slice(0, 10) < today;
  const isSamePerson = (fields["staff_id"] ?? record["staff_id"]) === record["staff_id"];
  return (
    isSamePerson && isOver(record["ends_on"]) && isOver("ends_on" in fields ? fields["ends_on"] : record["ends_on"])
  );
}
