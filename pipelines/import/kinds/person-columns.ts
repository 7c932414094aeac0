import { HubError } from "../../errors.ts";
import type { ImportContext } from "../kind.ts";
import type { Found, StaffNames, StaffRecord } from "../lookups.ts";
import { isOwnPerson } from "../own-people.ts";
import type { ImportColumn, Table, TableRow } from "../table.ts";

/** The columns by which files name a person. */
export type PersonColumn = "mis_reference" | "email" | "first_name" | "last_name" | "full_name";

/** How the systems of schools head them. */
export const personColumns: Record<PersonColumn, ImportColumn> = {
  mis_reference: {
    headings: [
      "MIS reference",
      "MIS ID",
      "Person ID",
      "PersonID",
      "Staff ID",
      "StaffID",
      "Employee ID",
      "Employee number",
      "Employee no",
      "Payroll number",
      "Payroll no",
      "Personnel number",
      "Staff number",
      "Staff code",
      "Arbor staff ID",
      "Bromcom ID",
      "External ID",
      "Delegate ID",
      "User ID",
      "ID",
    ],
    optional: true,
    label: "Reference in the school's system",
    note: "The number or code by which the school's own system knows them",
  },
  email: {
    headings: [
      "E-mail",
      "Email",
      "Work email",
      "Work e-mail",
      "Email address",
      "E-mail address",
      "Work email address",
      "Main email",
      "Primary email",
      "Default email",
      "Staff email",
      "Delegate email",
      "Participant email",
      "Username",
    ],
    optional: true,
    label: "E-mail",
    note: "The surest way to find somebody again",
  },
  first_name: {
    headings: [
      "First name",
      "Forename",
      "Preferred first name",
      "Preferred forename",
      "Chosen forename",
      "Legal first name",
      "Legal forename",
      "Given name",
      "Delegate first name",
    ],
    optional: true,
    label: "First name",
  },
  last_name: {
    headings: [
      "Last name",
      "Surname",
      "Preferred last name",
      "Preferred surname",
      "Chosen surname",
      "Legal last name",
      "Legal surname",
      "Family name",
      "Delegate last name",
      "Delegate surname",
    ],
    optional: true,
    label: "Last name",
  },
  full_name: {
    headings: [
      "Name",
      "Full name",
      "Staff name",
      "Staff member",
      "Member of staff",
      "Employee name",
      "Employee",
      "Person",
      "Preferred name",
      "Delegate",
      "Delegate name",
      "Participant",
      "Participant name",
      "Attendee",
      "Attendee name",
      "Learner",
      "Learner name",
      "Staff",
    ],
    optional: true,
    label: "Whole name",
    note: "First and last name in one column, either way round",
  },
};

/** Makes sure that a file names people somehow. @throws HubError when it does not */
export function needPeople(table: Table<PersonColumn>): void {
  if ((["mis_reference", "email", "last_name", "full_name"] as const).some((name) => table.has(name))) return;
  throw new HubError({
    at: table.file,
    problem: "has no column that says who it is about",
    fix: "Match one of its columns with the e-mail, the reference in the school's system, the last name or the whole name",
  });
}

/** How a row names somebody. */
export function namesIn(row: TableRow<PersonColumn>, schoolUrn?: string): StaffNames {
  return {
    mis_reference: row.text("mis_reference"),
    email: row.text("email"),
    first_name: row.text("first_name"),
    last_name: row.text("last_name"),
    full_name: row.text("full_name"),
    ...(schoolUrn ? { school_urn: schoolUrn } : {}),
  };
}

/**
 * Finds a member of staff who must be in the record already: among the staff of the school, where one is given, and then among everybody.
 * For an importer for some schools alone it must be somebody who works there today.
 *
 * @returns the person, or why there is not one, with what to do about it
 */
export function findPerson(names: StaffNames, context: ImportContext): Found<StaffRecord> {
  const isNamed = [names.mis_reference, names.email, names.last_name, names.full_name].some(
    (name) => name !== "" && name,
  );
  if (!isNamed) return { item: null, isAmbiguous: false, reason: "does not say who it is about" };
  const { school_urn, ...anywhere } = names;
  const there = context.lookups.staff(names);
  const found = there.item || there.isAmbiguous || !school_urn ? there : context.lookups.staff(anywhere);
  if (found.item && isOwnPerson(context, found.item.id)) return found;
  if (found.item) {
    const reason =
      "is about somebody who works at another school, or worked here before: ask a CPD administrator to import it";
    return { item: null, isAmbiguous: false, reason };
  }
  const advice = found.isAmbiguous
    ? "give their e-mail or their reference in the school's system"
    : "import the staff first, or correct the e-mail, reference or name";
  return { ...found, reason: `${found.reason}: ${advice}` };
}

/** The school by which whoever imports may speak for somebody: one of those they may import for, else the latest. */
export function schoolOfPerson(person: StaffRecord, context: ImportContext): string | null {
  const { school_urns } = person;
  return school_urns.find((urn) => context.allowedSchoolUrns?.includes(urn)) ?? school_urns.at(-1) ?? null;
}
