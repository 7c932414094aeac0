import { join } from "node:path";
import { provisionAccounts } from "../directus/accounts.ts";
import { applyRecord } from "../directus/apply.ts";
import { type Connection, connect, send } from "../directus/client.ts";
import { chooseProfile } from "../directus/profiles.ts";
import { type Entitlements, provision } from "../directus/provision.ts";
import { provideQuestionnaires } from "../directus/questionnaires.ts";
import { demoAccounts, demoLeads } from "../directus/seed/accounts.ts";
import { seedDemo } from "../directus/seed/seed.ts";
import { type RunningDirectus, startDirectus } from "../directus/server.ts";
import type { Config } from "../pipelines/config.ts";
import { HubError } from "../pipelines/errors.ts";
import { demoPassword } from "./settings.ts";
import { step } from "./steps.mjs";

/** Somebody who can sign in, as the first screen shows them. */
export interface ShownAccount {
  role: string;
  email: string;
  password: string;
}

/** What the record has come to, for the first screen. */
export interface Prepared {
  accounts: ShownAccount[];
  entitlements: Entitlements;
  /** Fields and collections that somebody added by hand. */
  kept: string[];
}

/** Starts our own Directus with the secrets that `ensureSettings` has made. */
export async function startRecord(config: Config, report: (detail: string) => void): Promise<RunningDirectus> {
  return startDirectus({
    dataDir: config.dataDir,
    port: config.directusPort,
    secret: config.directusSecret!,
    adminEmail: config.adminEmail!,
    adminPassword: config.adminPassword!,
    adminToken: config.adminToken!,
    onProgress: report,
  });
}

/** The profile of a hub that nobody chose one for: a trust with committees. */
const usualProfile = "C";

/**
 * Makes sure that the record is there and ready: its collections, roles and services, the policy's words, the invented trust
 * where this hub has it, and somebody who can sign in. Safe at every start; shows a step for whatever takes time.
 *
 * @param profile - the letter of a ready policy, when one was asked for
 * @returns who can sign in, what Directus's licence allows, and what was found beside our collections
 * @throws HubError or DirectusFault saying what stands in the way
 */
export async function prepareRecord(config: Config, profile: string | undefined): Promise<Prepared> {
  if (!config.adminToken) {
    throw new HubError({
      at: "setting DIRECTUS_ADMIN_TOKEN",
      problem: "is missing, and DIRECTUS_URL names a Directus of your own",
      fix: "Make a token for an administrator there (user page, Token) and set it",
    });
  }
  const connection = { url: config.directusUrl, token: config.adminToken };
  const kept = await step("Checking the collections", "roles", async (onProgress) => {
    const applied = await applyRecord({ ...connection, onProgress });
    const [first] = applied.refused;
    if (first) throw new HubError({ at: first.at, problem: first.problem, fix: first.fix });
    return applied.kept;
  });
  const entitlements = await step(
    "Checking roles and the policy",
    config.hasDemo ? "the invented trust" : "the figures",
    async (onProgress) => {
      const serviceTokens = {
        pipeline: config.pipelineToken!,
        site: config.siteToken!,
        clerk: config.clerkToken!,
      };
      const provisioned = await provision({ ...connection, serviceTokens, onProgress });
      const chosen = await profileToChoose(connection, profile);
      if (chosen) await chooseProfile({ ...connection, profile: chosen });
      await provideQuestionnaires(connection);
      return provisioned.entitlements;
    },
  );
  if (config.hasDemo) {
    await step("Making the invented trust", "the figures", (onProgress) =>
      seedDemo({ ...connection, today: config.today, onProgress }),
    );
  }
  if (!config.isExternalDirectus) await neverSuspend(connection);
  const accounts = config.isExternalDirectus
    ? await appointOwner(config, connection)
    : await ensureAccounts(config, connection);
  return { accounts, entitlements, kept };
}

/**
 * The profile to fill the policy with: the one asked for, or the usual one where nobody has saved a policy. None where the
 * policy is that profile's already, because choosing it again would undo what people changed in its words.
 */
async function profileToChoose(connection: Connection, asked: string | undefined): Promise<string | undefined> {
  // Until a policy is saved it has no id, and answers with the defaults of its fields.
  const policy = await send<{ id: unknown; profile: string | null }>(
    connect(connection),
    "GET",
    "/items/policy?fields=id,profile",
  );
  if (policy.id === null || policy.id === undefined) return asked ?? usualProfile;
  return asked === policy.profile ? undefined : asked;
}

/**
 * Directus suspends an account for good after 25 wrong passwords, so that anybody who knows an e-mail address could shut out
 * its owner, the only administrator included. The site has limits of its own, which pass.
 */
async function neverSuspend(connection: Connection): Promise<void> {
  const client = connect(connection);
  const settings = await send<{ auth_login_attempts: number | null }>(
    client,
    "GET",
    "/settings?fields=auth_login_attempts",
  );
  if (settings.auth_login_attempts !== null) await send(client, "PATCH", "/settings", { auth_login_attempts: null });
}

/** The first day of the appointments that are made here: far enough back to be in force today. */
const termStart = (today: string) => `${Number(today.slice(0, 4)) - 1}-09-01`;

const ofTheWholeTrust = { role: "system_administrator", school_urn: null };

/** Lets the person whose token was given read the site too; nobody is added to a Directus that is not ours. */
async function appointOwner(config: Config, connection: Connection): Promise<ShownAccount[]> {
  const me = await send<{ email: string | null }>(connect(connection), "GET", "/users/me?fields=email");
  if (!me.email) return [];
  const appointments = [{ ...ofTheWholeTrust, starts_on: termStart(config.today) }];
  await provisionAccounts({
    ...connection,
    accounts: [{ email: me.email, password: "", role: "system_administrator", appointments }],
  });
  return [{ role: "system administrator", email: me.email, password: "(yours)" }];
}

/** Makes the first administrator a reader of the site, and the demo's people where there is a demo. */
async function ensureAccounts(config: Config, connection: Connection): Promise<ShownAccount[]> {
  const { adminEmail, adminPassword, directusSecret } = config;
  const invented = config.hasDemo ? demoAccounts.filter(({ role }) => role !== "system_administrator") : [];
  const shown = [
    { email: adminEmail!, password: adminPassword!, role: "system_administrator", appointments: [ofTheWholeTrust] },
    ...invented.map((account) => ({ ...account, password: demoPassword(directusSecret!, account.email) })),
  ];
  const others = config.hasDemo
    ? demoLeads.map((account) => ({ ...account, password: demoPassword(directusSecret!, account.email) }))
    : [];
  const starts_on = termStart(config.today);
  await provisionAccounts({
    ...connection,
    accounts: [...shown, ...others].map((account) => ({
      ...account,
      appointments: account.appointments.map((appointment) => ({ ...appointment, starts_on })),
    })),
  });
  return shown.map(({ role, email, password }) => ({
    role: role.replaceAll("_", " "),
    email,
    // Invented people's passwords may stand on a screen; the key to real people's records may not.
    password: config.hasDemo ? password : `DIRECTUS_ADMIN_PASSWORD in ${join(config.dataDir, "settings.env")}`,
  }));
}
