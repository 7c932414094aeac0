import type { ImportContext } from "./kind.ts";

/**
 * Whether whoever imports may speak for somebody of the record: an importer for some schools alone, for those who hold a post there today.
 * A school where they worked before, or will work, knows less of them than the one where they are.
 */
export function isOwnPerson({ allowedSchoolUrns, lookups, today }: ImportContext, staffId: string): boolean {
  if (allowedSchoolUrns === null) return true;
  if (lookups.staffById(staffId) === undefined) return false;
  return lookups
    .employmentsOf(staffId)
    .some(
      ({ school_urn, starts_on, ends_on }) =>
        allowedSchoolUrns.includes(school_urn) &&
        starts_on.slice(0, 10) <= today &&
        (ends_on === null || ends_on.slice(0, 10) >= today),
    );
}
