import { createDirectus, customEndpoint, isDirectusError, rest, staticToken } from "@directus/sdk";
import { DirectusFault } from "./fault.ts";

/** Which Directus to talk to, and as whom. */
export interface Connection {
  url: string;
  /** A token with the rights that the work needs; an administrator's unless said. */
  token: string;
  /** For tests, which count what is written. */
  fetch?: typeof globalThis.fetch;
}

/** A client of this Directus that acts with the connection's token. */
export function connect({ url, token, fetch }: Connection) {
  return createDirectus(url, fetch ? { globals: { fetch } } : {})
    .with(staticToken(token))
    .with(rest());
}

export type Client = ReturnType<typeof connect>;

/** One request to any address of Directus's API; returns what it answers under `data`. */
export async function send<T>(
  client: Client,
  method: "GET" | "POST" | "PATCH",
  path: string,
  body?: unknown,
): Promise<T> {
  const command = customEndpoint<T>({ method, path, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  return client.request(command);
}

/** The address of a list's records that match a filter, all of them. */
export function filtered(path: string, filter: object): string {
  return `${path}?limit=-1&filter=${encodeURIComponent(JSON.stringify(filter))}`;
}

/** An account as Directus lists it; passwords and tokens cannot be read. */
export interface User {
  id: string;
  email: string;
  role: string | null;
  status: string;
}

/** The accounts that match a filter. */
export async function readUsers(client: Client, filter: object): Promise<User[]> {
  return send<User[]>(client, "GET", filtered("/users", filter));
}

/** Whether Directus refused with this code. */
export function hasCode(error: unknown, code: string): boolean {
  return isDirectusError(error) && error.errors.some(({ extensions }) => extensions.code === code);
}

/** The fault in place of Directus's refusal because a licence does not reach further, or the refusal itself where it is another. */
export function explainLicence(error: unknown, at: string): unknown {
  if (hasCode(error, "LIMIT_EXCEEDED")) {
    return new DirectusFault({
      at,
      problem: "Directus's licence has no seat left for an account that opens the Studio",
      fix: "Archive an administrator who no longer needs it, or add a licence key",
      cause: error,
    });
  }
  if (hasCode(error, "RESOURCE_RESTRICTED")) {
    return new DirectusFault({
      at,
      problem: "Directus's licence does not allow it",
      fix: "Add a licence key that does",
      cause: error,
    });
  }
  return error;
}
