import type { ImportContext } from "../kind.ts";
import type { ImportColumn, Table, TableRow } from "../table.ts";
import { wholeFile } from "../words.ts";

/** The column that says which school a row is about; people may match its words by hand, as a record knows no LAESTAB numbers. */
export const schoolColumn: ImportColumn = {
  headings: [
    "URN",
    "School URN",
    "School",
    "School name",
    "Academy",
    "Academy name",
    "School/Academy",
    "Establishment",
    "Establishment name",
    "Site",
    "Business unit",
    "Location",
    "Organisation",
    "LAESTAB",
    "DfE number",
    "School number",
    "Your school",
    "Which school do you work at?",
    "Which school do you work in?",
  ],
  optional: true,
  label: "School",
  note: "Its URN or its name; other words, such as its DfE number, are matched once",
  choices: "schools",
};

/** What a row says of its school: one of ours, one that is not ours, nothing, or something that cannot be read. */
export type SchoolSaid =
  | { urn: string | null; isOurs: true; reason?: never }
  | { isOurs: false; reason?: never }
  | { isOurs?: never; reason: string };

/**
 * Reads the school of a row by its URN, its name, or as somebody matched it; where the file has no such column, as somebody said it of
 * the whole file, else the only school there can be.
 *
 * @returns a null URN where the cell is empty
 */
export function schoolIn(table: Table<"school">, row: TableRow<"school">, context: ImportContext): SchoolSaid {
  const word = table.has("school") ? row.text("school") : wholeFile;
  if (word === "") return { urn: null, isOurs: true };
  const key = context.keyOf("school", word);
  if (key === null) return { isOurs: false };
  if (key === undefined && word === wholeFile) return { urn: onlySchool(context), isOurs: true };
  const found = key === undefined ? context.lookups.school(word) : context.lookups.school(key);
  if (!found.item) {
    if (/^\d{6}$/.test(word)) return { isOurs: false };
    return { reason: `${found.reason}; match it with a school, or give the URN` };
  }
  const isOurs = context.trustUid === null || found.item.trust_uid === context.trustUid;
  return isOurs ? { urn: found.item.urn, isOurs } : { isOurs };
}

/** The one school that a file can be about: the only one that whoever imports may import for, or the only one there is. */
function onlySchool({ allowedSchoolUrns, schools, trustUid }: ImportContext): string | null {
  if (allowedSchoolUrns) return allowedSchoolUrns.length === 1 ? allowedSchoolUrns[0]! : null;
  const own = schools.filter((school) => trustUid === null || school.trust_uid === trustUid);
  return own.length === 1 ? own[0]!.urn : null;
}
