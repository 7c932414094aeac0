/// <reference types="astro/client" />

declare namespace App {
  interface Locals {
    /** Who is reading, and what they may see; null on pages that need nobody to be signed in. */
    reader: import("./session/reader.ts").Reader | null;
    /** Whether the page cannot be shown because the record does not answer. */
    isRecordSilent?: boolean;
  }

  interface SessionData {
    /** Set at sign-in, absent before it and after sign-out. */
    signed_in: import("./session/session.ts").SignedIn;
  }
}
