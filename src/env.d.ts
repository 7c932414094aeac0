/// <reference types="astro/client" />

declare namespace App {
  interface Locals {
    /** Who is reading, and what they may see; null on pages that need nobody to be signed in. */
    reader: import("./session/reader.ts").Reader | null;
    /** What the figures are from; null before anything is published. */
    release: import("../pipelines/contract.ts").Release | null;
    /** What readers must be told before anything else, in whole sentences. */
    banner: string | null;
    /** The organisation's name in its policy; null before anything is published. */
    organisationName: string | null;
  }

  interface SessionData {
    /** Set at sign-in, absent before it and after sign-out. */
    signed_in: import("./session/session.ts").SignedIn;
  }
}
