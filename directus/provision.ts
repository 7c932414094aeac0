import { type Client, type Connection, connect, explainLicence, filtered, hasCode, readUsers, send } from "./client.ts";
import type { Action, RoleDraft } from "./roles/define.ts";
import { roles, type Service, services } from "./roles/roles.ts";
import { provisionStudio } from "./studio.ts";

/** What a licence allows, as `GET /license` tells it; -1 is no limit. */
export interface Entitlements {
  name: string;
  seats: number;
  collections: number;
  flows: number;
  hasRowRules: boolean;
  usage: { seats: number; collections: number; flows: number };
}

/** Which Directus to provision, and with what. */
export interface ProvisionOptions extends Connection {
  /** Static tokens for the services, at least 16 characters each. */
  serviceTokens: Record<Service["token"], string>;
  onProgress?: (step: string) => void;
}

/**
 * Makes sure that every role, its permissions, the two services and the Studio's settings are there. Safe to run at
 * every start. Roles, permissions and bookmarks that somebody added by hand are left alone.
 *
 * @returns what was written, in words (empty the second time), and what the licence allows
 * @throws DirectusFault when the licence does not reach
 */
export async function provision(options: ProvisionOptions): Promise<{ changed: string[]; entitlements: Entitlements }> {
  const client = connect(options);
  const changed: string[] = [];
  options.onProgress?.("Checking roles and permissions");
  try {
    for (const role of roles) changed.push(...(await ensureRole(client, role)));
    changed.push(...(await ensurePermissions(client)));
    for (const service of services) {
      changed.push(...(await ensureService(client, options, service, options.serviceTokens[service.token])));
    }
    changed.push(...(await provisionStudio(client)));
  } catch (error) {
    throw explainLicence(error, "roles");
  }
  return { changed, entitlements: await readEntitlements(client) };
}

/** What the licence of this Directus allows, and how much of it is used. */
export async function readEntitlements(client: Client): Promise<Entitlements> {
  const licence = await send<{
    name: string;
    entitlements: Record<string, { limit?: number; default?: boolean; override?: boolean }>;
    usage: Entitlements["usage"];
  }>(client, "GET", "/license");
  const limit = (key: string) => licence.entitlements[key]?.limit ?? -1;
  const rules = licence.entitlements["custom_permission_rules_enabled"];
  return {
    name: licence.name,
    seats: limit("seats"),
    collections: limit("collections"),
    flows: limit("flows"),
    hasRowRules: rules?.override ?? rules?.default ?? false,
    usage: licence.usage,
  };
}

async function ensureRole(client: Client, draft: RoleDraft): Promise<string[]> {
  const role = { id: draft.id, name: draft.name, icon: draft.icon, description: draft.note };
  const policy = {
    id: draft.policyId,
    name: draft.name,
    icon: draft.icon,
    description: draft.note,
    app_access: draft.hasStudio,
    admin_access: draft.isAdministrator,
  };
  const changed = [...(await ensure(client, "/roles", role)), ...(await ensure(client, "/policies", policy))];
  const held = { role: { _eq: draft.id }, policy: { _eq: draft.policyId } };
  const access = await send<unknown[]>(client, "GET", filtered("/access", held));
  if (access.length === 0) {
    await send(client, "POST", "/access", { role: draft.id, policy: draft.policyId });
    changed.push(`${draft.name}: its policy`);
  }
  return changed;
}

/** Creates the item when it is not there, changes what differs, and says what it did. */
async function ensure(
  client: Client,
  path: string,
  item: { id: string; name: string } & Record<string, unknown>,
): Promise<string[]> {
  const [found] = await send<Record<string, unknown>[]>(client, "GET", filtered(path, { id: { _eq: item.id } }));
  if (!found) {
    await send(client, "POST", path, item);
    return [`${item.name} in ${path.slice(1)}`];
  }
  const differences = Object.entries(item).filter(([key, value]) => found[key] !== value);
  if (differences.length === 0) return [];
  await send(client, "PATCH", `${path}/${item.id}`, Object.fromEntries(differences));
  return [`${item.name} in ${path.slice(1)}`];
}

/** Permissions are added where they lack; those that somebody added to one of our policies by hand stay. */
async function ensurePermissions(client: Client): Promise<string[]> {
  const found = await send<{ policy: string; collection: string; action: Action }[]>(
    client,
    "GET",
    "/permissions?limit=-1&fields=policy,collection,action",
  );
  const there = new Set(found.map(({ policy, collection, action }) => `${policy} ${collection} ${action}`));
  const missing = roles.flatMap(({ policyId, permissions }) =>
    Object.entries(permissions).flatMap(([collection, actions]) =>
      actions
        .filter((action) => !there.has(`${policyId} ${collection} ${action}`))
        .map((action) => ({
          policy: policyId,
          collection,
          action,
          fields: ["*"],
          permissions: null,
          validation: null,
          presets: null,
        })),
    ),
  );
  if (missing.length === 0) return [];
  await send(client, "POST", "/permissions", missing);
  return [`${missing.length} permissions`];
}

/** A token cannot be read back, so it is tried instead. */
async function ensureService(
  client: Client,
  connection: Connection,
  service: Service,
  token: string,
): Promise<string[]> {
  const { id, email, role } = service;
  const [found] = await readUsers(client, { id: { _eq: id } });
  const user = { role: role.id, status: "active" };
  if (!found) {
    const names = { first_name: "Service", last_name: service.token };
    await send(client, "POST", "/users", { id, email, ...names, ...user, token });
    return [role.name];
  }
  const isCurrent = found.role === user.role && found.status === user.status;
  if (isCurrent && (await holdsToken({ ...connection, token }, id))) return [];
  await send(client, "PATCH", `/users/${id}`, { ...user, token });
  return [role.name];
}

async function holdsToken(connection: Connection, id: string): Promise<boolean> {
  try {
    const me = await send<{ id: string }>(connect(connection), "GET", "/users/me?fields=id");
    return me.id === id;
  } catch (error) {
    if (hasCode(error, "INVALID_CREDENTIALS") || hasCode(error, "INVALID_TOKEN")) return false;
    throw error;
  }
}
