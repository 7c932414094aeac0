/** The code at the end of a link: 128 random bits. The record holds its fingerprint alone. */
import { createHash, randomBytes } from "node:crypto";

/** A new code, as 22 letters, digits, hyphens and underscores. */
export function makeToken(): string {
  return randomBytes(16).toString("base64url");
}

/** The sha256 of a code, in hexadecimal digits, as `invitations.token_hashes` holds it. */
export function fingerprint(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** Where a browser keeps a draft of this form. It tells nothing of the code, and is not what the record holds. */
export function draftKey(token: string): string {
  return `form-${fingerprint(`draft of ${token}`).slice(0, 16)}`;
}

/** How many codes open one invitation: the first e-mail's and the two reminders', or slips of paper. */
const most = 3;

/** The fingerprints of an invitation with one more; the oldest goes where there are more than three. */
export function withFingerprint(hashes: string | null, added: string): string {
  return [...splitFingerprints(hashes), added].slice(-most).join(",");
}

/** The fingerprints that an invitation holds. */
export function splitFingerprints(hashes: string | null): string[] {
  return (hashes ?? "")
    .split(",")
    .map((hash) => hash.trim())
    .filter((hash) => hash !== "");
}
