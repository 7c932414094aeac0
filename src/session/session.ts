import type { APIContext } from "astro";
import { readConfig } from "../../pipelines/config.ts";
import { RecordUnreachable, readAccount } from "../data/content.ts";
import type { Account } from "./reader.ts";

/** What a session holds. The Directus token is not among it: it is given back as soon as it has said who signed in. */
export interface SignedIn {
  account: Account;
  /** When the record last confirmed the account, in milliseconds since 1970. */
  checkedAt: number;
  signedInAt: number;
  /** When the reader last opened a page, to within ten minutes. */
  seenAt: number;
}

const minuteMs = 60_000;
/** A session that nobody uses ends after half a day, and any session after a week. */
const idleMs = 12 * 60 * minuteMs;
const longestMs = 7 * 24 * 60 * minuteMs;
/** While the record does not answer, it is asked again this often, so that pages stay quick. */
const askAgainMs = minuteMs / 2;

const recheckMs = readConfig().accessRecheckSeconds * 1000;
let silentSince = Number.NEGATIVE_INFINITY;

/** Whether a session is still good at a moment. */
export function isCurrent(signedIn: SignedIn, now: number): boolean {
  return now - signedIn.seenAt < idleMs && now - signedIn.signedInAt < longestMs;
}

/** Opens a session for somebody whose password was right. It gets a new id, so that one planted before sign-in is worth nothing. */
export async function openSession(context: Pick<APIContext, "session">, account: Account): Promise<void> {
  const now = Date.now();
  await context.session!.regenerate();
  context.session!.set("signed_in", { account, checkedAt: now, signedInAt: now, seenAt: now });
}

/** Asks the record again, and keeps what was known when it does not answer. Null: there is no such user any more. */
async function confirm(signedIn: SignedIn, now: number): Promise<SignedIn | null> {
  if (now - silentSince < askAgainMs) return signedIn;
  try {
    const account = await readAccount(signedIn.account.userId);
    return account?.isActive ? { ...signedIn, account, checkedAt: now, seenAt: now } : null;
  } catch (error) {
    if (!(error instanceof RecordUnreachable)) throw error;
    silentSince = now;
    console.warn("The record cannot be reached; readers keep the access last known.", error.cause);
    return { ...signedIn, seenAt: now };
  }
}

/**
 * Who is signed in, confirmed by the record within the last ten minutes or, while it does not answer, when it last did.
 * Someone disabled or deleted is signed out here.
 *
 * @returns null when nobody is signed in
 */
export async function readSession({ session }: Pick<APIContext, "session">): Promise<Account | null> {
  const signedIn = await session!.get("signed_in");
  if (signedIn === undefined) return null;
  const now = Date.now();
  if (!isCurrent(signedIn, now)) {
    session!.destroy();
    return null;
  }
  if (now - signedIn.checkedAt < recheckMs) return signedIn.account;
  const confirmed = await confirm(signedIn, now);
  if (confirmed === null) session!.destroy();
  else if (confirmed !== signedIn) session!.set("signed_in", confirmed);
  return confirmed?.account ?? null;
}
