import { type Client, type Connection, connect, explainLicence, filtered, readUsers, send } from "./client.ts";
import { DirectusFault } from "./fault.ts";
import { roles } from "./roles/roles.ts";

/** Somebody who may sign in. */
export interface Account {
  email: string;
  /** Given once, when the account is made; an existing account keeps its own. */
  password: string;
  /** A key of `appointments.role`. */
  role: string;
  first_name?: string;
  last_name?: string;
  appointments: {
    role: string;
    /** Null: the whole trust. */
    school_urn: string | null;
    /** ISO dates; no `ends_on` is no end. */
    starts_on: string;
    ends_on?: string | null;
  }[];
}

/**
 * Makes sure that these accounts and their appointments are there. Safe to run again: an account that exists keeps its
 * password, its name and whatever an administrator did to it; an appointment is added where there is none like it.
 *
 * @returns the e-mail addresses of the accounts that were made
 * @throws DirectusFault when a role does not exist, or the licence has no seat left
 */
export async function provisionAccounts(options: Connection & { accounts: readonly Account[] }): Promise<string[]> {
  const client = connect(options);
  const made: string[] = [];
  for (const account of options.accounts) {
    const role = roles.find(({ key }) => key === account.role);
    if (!role) {
      throw new DirectusFault({
        at: "accounts",
        problem: `there is no role ${account.role}`,
        fix: `Use one of ${roles.flatMap(({ key }) => key ?? []).join(", ")}`,
      });
    }
    const [found] = await readUsers(client, { email: { _eq: account.email.toLowerCase() } });
    if (!found) made.push(account.email);
    const userId = found?.id ?? (await createUser(client, account, role.id));
    await ensureAppointments(client, userId, account);
  }
  return made;
}

async function createUser(client: Client, account: Account, role: string): Promise<string> {
  const { email, password, first_name = null, last_name = null } = account;
  const user = { email: email.toLowerCase(), password, first_name, last_name, role, status: "active" };
  try {
    return (await send<{ id: string }>(client, "POST", "/users?fields=id", user)).id;
  } catch (error) {
    throw explainLicence(error, "accounts");
  }
}

async function ensureAppointments(client: Client, userId: string, { appointments }: Account): Promise<void> {
  const path = filtered("/items/appointments", { user_id: { _eq: userId } });
  const held = await send<{ role: string; school_urn: string | null }[]>(client, "GET", path);
  const missing = appointments.filter(
    ({ role, school_urn }) => !held.some((one) => one.role === role && one.school_urn === school_urn),
  );
  if (missing.length === 0) return;
  const rows = missing.map((appointment) => ({ ...appointment, user_id: userId }));
  await send(client, "POST", "/items/appointments", rows);
}
