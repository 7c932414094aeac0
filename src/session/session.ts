import type { Account } from "./reader.ts";

/** What a session holds. The Directus token is not among it: it is dropped as soon as it has said who signed in. */
export interface SignedIn {
  account: Account;
  /** When the record last confirmed the account, in milliseconds since 1970. */
  checkedAt: number;
  signedInAt: number;
  /** When the reader last opened a page, to within ten minutes. */
  seenAt: number;
}
