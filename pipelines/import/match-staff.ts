import { groupBy } from "./group.ts";
import type { Lookups, StaffNames, StaffRecord } from "./lookups.ts";
import { oneOf } from "./read-lookups.ts";

/** A name as it is compared: without capitals, accents, full stops, titles, and spaces that do not matter. */
export function plainName(name: string): string {
  // Most names are plain letters, and a file has hundreds of thousands of them.
  const isPlain = /^[\w ',-]*$/.test(name);
  const letters = isPlain
    ? name
    : name
        .normalize("NFKD")
        .replace(/\p{Mark}/gu, "")
        .replace(/[’‘`]/g, "'");
  return letters
    .toLowerCase()
    .replace(/[.\s]+/g, " ")
    .trim();
}

const courtesy = /^(mr|mrs|ms|miss|mx|dr|prof|professor|rev|sir|dame) (?=\S+ \S)/;

/**
 * Finds a member of staff by the surest thing a file says of them: their e-mail address, then the reference of the school's own system,
 * then their name. References and names are not the same person's at another school, so they are looked for among the staff of the
 * school, where one is given, and those whose school is not recorded.
 */
export function staffFinder(staff: StaffRecord[]): Lookups["staff"] {
  const byEmail = groupBy(
    staff.filter(({ email }) => email),
    ({ email }) => email!.trim().toLowerCase(),
  );
  const byReference = groupBy(
    staff.filter((person) => person.mis_reference),
    (person) => person.mis_reference!.trim().toLowerCase(),
  );
  const byName = groupBy(
    staff.filter(({ last_name }) => last_name),
    (person) => plainName(`${person.first_name ?? ""} ${person.last_name}`),
  );
  const none = "fits nobody in the record";
  const several = "fits several people in the record, and nothing says which is meant";
  return (names) => {
    const isThere = ({ school_urns }: StaffRecord) =>
      !names.school_urn || school_urns.length === 0 || school_urns.includes(names.school_urn);
    const written = names.email?.trim().toLowerCase();
    const sameEmail = written ? byEmail.get(written) : undefined;
    if (sameEmail) return oneOf(sameEmail, none, several);
    const reference = names.mis_reference?.trim().toLowerCase();
    const sameReference = reference ? byReference.get(reference)?.filter(isThere) : undefined;
    if (sameReference && sameReference.length > 0) return oneOf(sameReference, none, several);
    const sameName = namesOf(names).flatMap((name) => byName.get(name)?.filter(isThere) ?? []);
    return oneOf([...new Set(sameName)], none, several);
  };
}

/** The ways in which a file's name may be written in the record. */
function namesOf({ first_name = "", last_name = "", full_name = "" }: StaffNames): string[] {
  if (last_name.trim() !== "") return [plainName(`${first_name} ${last_name}`)];
  const comma = /^([^,]+),\s*([^,]+)$/.exec(full_name.trim());
  const plain = plainName(comma ? `${comma[2]} ${comma[1]}` : full_name).replace(courtesy, "");
  return plain === "" ? [] : [plain];
}
