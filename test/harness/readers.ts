/** Somebody of every role in a real Directus, appointed to the schools of the invented release. */
import { type Account, provisionAccounts } from "../../directus/accounts.ts";
import { connect, send } from "../../directus/client.ts";
import type { TestDirectus } from "./directus.ts";
import { inventedSchools } from "./release.ts";

/** The readers that tests sign in as: one of each role, and a governor whose term is over. */
export const readers = [
  "governor",
  "cpd_lead",
  "trust_executive",
  "trustee",
  "cpd_administrator",
  "system_administrator",
  "former_governor",
] as const;
export type ReaderKey = (typeof readers)[number];

/** The school that the governor, the CPD lead and the former governor are appointed to. */
export const ownSchool = inventedSchools[0]!;
/** A school that they are not appointed to. */
export const otherSchool = inventedSchools[4]!;

/** How to sign in as each of them. */
export type Credentials = Record<ReaderKey, { email: string; password: string }>;

/** Makes the schools, the accounts and the appointments. */
export async function appointReaders({ url, adminToken, accounts }: TestDirectus): Promise<Credentials> {
  const admin = { url, token: adminToken };
  const schools = [ownSchool, otherSchool].map(({ urn, name, phase }) => ({ urn, name, phase }));
  await send(connect(admin), "POST", "/items/schools", schools);
  const local = accounts.filter(({ role }) => role === "governor" || role === "cpd_lead");
  const former: Account = {
    email: "former-governor@larkmoor.example.org",
    password: "password of former_governor",
    role: "governor",
    first_name: "Fern",
    appointments: [{ role: "governor", school_urn: ownSchool.urn, starts_on: "2022-09-01", ends_on: "2026-11-19" }],
  };
  const appointed = local.map((account) => ({
    ...account,
    appointments: [{ role: account.role, school_urn: ownSchool.urn, starts_on: "2025-09-01" }],
  }));
  await provisionAccounts({ ...admin, accounts: [...appointed, former] });
  const byRole = accounts.map(({ role, email, password }) => [role, { email, password }]);
  const { email, password } = former;
  return Object.fromEntries([...byRole, ["former_governor", { email, password }]]);
}
