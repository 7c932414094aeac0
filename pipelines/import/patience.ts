import { setTimeout as sleep } from "node:timers/promises";
import { HubError } from "../errors.ts";

const attempts = 6;
const busy = [429, 502, 503, 504];

/**
 * Asks Directus, and asks again while it is busy or restarting, waiting twice as long each time.
 *
 * @param what - the collection it is about, for messages
 * @param address - Directus's address, for messages
 * @param firstWaitMs - how long to wait before the second attempt
 * @returns the answer
 * @throws HubError when Directus refuses, or still does not answer after six attempts; never with a value of a record
 */
export async function askPatiently<Answer>(
  what: string,
  address: string,
  request: () => Promise<Answer>,
  firstWaitMs: number,
): Promise<Answer> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await request();
    } catch (cause) {
      const status = statusOf(cause);
      // `fetch` throws a TypeError when a connection is refused or breaks off.
      const isWorthRetrying = status === undefined ? cause instanceof TypeError : busy.includes(status);
      if (!isWorthRetrying) throw status === undefined ? cause : refusal(what, status, cause);
      if (attempt === attempts) {
        throw new HubError({
          at: address,
          problem: "Directus does not answer",
          fix: "Start the hub with npm start, then run the same import again",
          cause,
        });
      }
      await sleep(firstWaitMs * 2 ** (attempt - 1));
    }
  }
}

const statusOf = (cause: unknown) => (cause as { response?: { status?: number } } | null)?.response?.status;

function refusal(what: string, status: number, cause: unknown): HubError {
  if (status === 401 || status === 403) {
    return new HubError({
      at: `collection ${what}`,
      problem: "Directus does not let this token read or change it",
      fix: "Run npm start once, which gives the clerk's token what it needs; for your own Directus set DIRECTUS_ADMIN_TOKEN to an administrator's token first",
      cause,
    });
  }
  // Directus's own message may quote the value it refuses; its code and field do not.
  const errors = (cause as { errors?: { extensions?: { code?: string; field?: string } }[] }).errors;
  const first = Array.isArray(errors) ? errors[0]?.extensions : undefined;
  return new HubError({
    at: `collection ${what}${first?.field ? `, field ${first.field}` : ""}`,
    problem: `Directus refused the request (${first?.code ?? `status ${status}`})`,
    fix: "Run npm start once so that the collections are up to date, then run the same import again",
    cause,
  });
}
