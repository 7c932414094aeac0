/** What a policy may do with a collection. */
export type Action = "create" | "read" | "update" | "delete";

/**
 * A role and its one policy. In Directus's Core tier a permission covers a whole collection with all its fields; row
 * rules need a licence that grants them, and nothing here uses them.
 */
export interface RoleDraft {
  /** The same in every installation, so that provisioning finds it again. */
  id: string;
  policyId: string;
  /** The key in `appointments.role`; null for a service. */
  key: string | null;
  name: string;
  icon: string;
  /** What it is for, as the Studio shows it. */
  note: string;
  /** Whether it opens the Studio. Each active user with such a role takes one of the licence's seats. */
  hasStudio: boolean;
  /** Whether it may do everything, including changing collections and users. */
  isAdministrator: boolean;
  /** What it may do, by collection. */
  permissions: Record<string, Action[]>;
}

/** Everything with a record, short of deleting the collection itself. */
export const all: Action[] = ["create", "read", "update", "delete"];

/** Checks nothing and changes nothing: it gives an author the type. */
export function defineRole(draft: RoleDraft): RoleDraft {
  return draft;
}
