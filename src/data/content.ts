/** What the site asks the record: who somebody is, and what they are appointed to. The one file here that imports @directus/sdk. */
import {
  createDirectus,
  isDirectusError,
  login,
  logout,
  readItems,
  readUsers,
  rest,
  serverPing,
  staticToken,
} from "@directus/sdk";
import { z } from "zod";
import { readConfig } from "../../pipelines/config.ts";
import { type Account, appointment } from "../session/reader.ts";

/** The record does not answer, or not in a way the site can use. What is already known stays good. */
export class RecordUnreachable extends Error {
  override name = "RecordUnreachable";
}

const { directusUrl, siteToken } = readConfig();

const answerWithinMs = 5000;
const patientFetch: typeof fetch = (input, init) =>
  fetch(input, { ...init, signal: AbortSignal.timeout(answerWithinMs) });

const asAnybody = createDirectus(directusUrl, { globals: { fetch: patientFetch } }).with(rest());
const asSite = asAnybody.with(staticToken(siteToken ?? ""));

const user = z.object({
  id: z.string(),
  status: z.string(),
});

/** Turns whatever went wrong into the one thing readers can be told. */
function unreachable(cause: unknown): never {
  throw new RecordUnreachable("The record cannot be reached", { cause });
}

/**
 * What the record says of a user now.
 *
 * @returns null when there is no such user any more
 * @throws RecordUnreachable
 */
export async function readAccount(userId: string): Promise<Account | null> {
  const [users, appointments] = await Promise.all([
    asSite.request(readUsers({ filter: { id: { _eq: userId } }, fields: ["id", "status"], limit: 1 })),
    asSite.request(
      readItems(
        "appointments" as never,
        {
          filter: { user_id: { _eq: userId }, status: { _eq: "active" } },
          fields: ["role", "school_urn", "starts_on", "ends_on"],
          limit: -1,
        } as never,
      ),
    ),
  ])
    .then(([found, held]) => [z.array(user).parse(found), z.array(appointment).parse(held)] as const)
    .catch(unreachable);
  const found = users[0];
  if (found === undefined) return null;
  return {
    userId,
    isActive: found.status === "active",
    appointments: [...appointments],
  };
}

/** How a try at signing in ended. */
export type SignIn = { outcome: "signed_in"; userId: string } | { outcome: "refused" } | { outcome: "needs_code" };

/**
 * Has Directus check an e-mail and a password, and gives back at once the token it hands out: the site keeps none.
 *
 * @param code - the six digits of an authenticator app, where one is set up
 * @throws RecordUnreachable
 */
export async function checkPassword(email: string, password: string, code: string | null): Promise<SignIn> {
  try {
    const tokens = await asAnybody.request(
      login({ email, password }, { mode: "json", ...(code ? { otp: code } : {}) }),
    );
    const claims = JSON.parse(Buffer.from(tokens.access_token!.split(".")[1]!, "base64url").toString());
    const { id } = z.object({ id: z.string() }).parse(claims);
    await asAnybody.request(logout({ mode: "json", refresh_token: tokens.refresh_token! })).catch(() => undefined);
    return { outcome: "signed_in", userId: id };
  } catch (refusal) {
    const codes: string[] = isDirectusError(refusal) ? refusal.errors.map((error) => error.extensions.code) : [];
    if (codes.includes("INVALID_OTP")) return { outcome: "needs_code" };
    if (
      codes.some((found) =>
        ["INVALID_CREDENTIALS", "USER_SUSPENDED", "INVALID_PAYLOAD", "FAILED_VALIDATION"].includes(found),
      )
    )
      return { outcome: "refused" };
    return unreachable(refusal);
  }
}

const askAgainMs = 10_000;
let lastPing: { at: number; answers: Promise<boolean> } | null = null;

/** Whether the record answers, as it was at most ten seconds ago. Takes a second at most. */
export function recordAnswers(): Promise<boolean> {
  const now = performance.now();
  if (lastPing === null || now - lastPing.at > askAgainMs) {
    const ping = asAnybody.request(serverPing()).then(
      () => true,
      () => false,
    );
    const late = new Promise<boolean>((resolve) => setTimeout(resolve, 1000, false).unref());
    lastPing = { at: now, answers: Promise.race([ping, late]) };
  }
  return lastPing.answers;
}
