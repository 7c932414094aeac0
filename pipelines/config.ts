import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { loadEnvFile } from "node:process";
import { z } from "zod";
import { HubError } from "./errors.ts";

const port = z.coerce.number().int().min(1).max(65535);
const isoDate = z.iso.date();

const settings = z.object({
  /** Where the records, the warehouse and the releases live. */
  DATA_DIR: z.string().default("data"),
  /** The site's port. */
  PORT: port.default(4321),
  /** The port of the Directus that `npm start` runs. */
  DIRECTUS_PORT: port.default(8055),
  /** An existing Directus to use instead; the site, the pipeline and the imports all talk to this address. */
  DIRECTUS_URL: z.url().optional(),
  /** Whether this hub holds the invented trust; `npm start` decides it once for each data folder. */
  DEMO: z.enum(["yes", "no"]).optional(),
  /** Signs Directus's sessions, and its first administrator; `npm start` makes them. */
  DIRECTUS_SECRET: z.string().min(32).optional(),
  DIRECTUS_ADMIN_EMAIL: z.email().optional(),
  DIRECTUS_ADMIN_PASSWORD: z.string().min(8).optional(),
  /** An administrator's token for an existing Directus; only `npm start` and imports use it. */
  DIRECTUS_ADMIN_TOKEN: z.string().min(1).optional(),
  /** The pipeline's token: reads records, changes nothing. */
  DIRECTUS_PIPELINE_TOKEN: z.string().min(1).optional(),
  /** The site's token: reads users, appointments and the policy, changes nothing. */
  DIRECTUS_SITE_TOKEN: z.string().min(1).optional(),
  /** The clerk's token: writes what imports, forms and duties bring, for people who work on the site. */
  DIRECTUS_CLERK_TOKEN: z.string().min(1).optional(),
  /** The mail server that sends links to forms, as `smtp://user:password@host:587`; without one, links are handed out on paper. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  /** Whom e-mails are from, as `CPD <cpd@school.example>`. */
  MAIL_FROM: z.string().min(3).optional(),
  /** Handed to DuckDB unchanged; a file under DATA_DIR unless set. */
  WAREHOUSE: z.string().optional(),
  /** The address at which readers reach the site, where a proxy stands before it: `https://cpd.example.org`. Read when the site is built. */
  SITE_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** How old a signed-in reader's appointments may be before they are asked for again; at most ten minutes. */
  ACCESS_RECHECK_SECONDS: z.coerce.number().min(0).max(600).default(600),
  /** The largest file that may be imported on the site, in millions of bytes. */
  IMPORT_LIMIT_MB: z.coerce.number().min(1).max(500).default(25),
  /** The day that "today" means, for tests and for making an old release again. */
  TODAY: isoDate.optional(),
});

/** Every setting of the hub, checked, with paths made absolute. */
export interface Config {
  dataDir: string;
  port: number;
  directusPort: number;
  directusUrl: string;
  /** Whether `directusUrl` is somebody else's Directus rather than the one `npm start` runs. */
  isExternalDirectus: boolean;
  hasDemo: boolean | undefined;
  directusSecret: string | undefined;
  adminEmail: string | undefined;
  adminPassword: string | undefined;
  adminToken: string | undefined;
  pipelineToken: string | undefined;
  siteToken: string | undefined;
  clerkToken: string | undefined;
  smtpUrl: string | undefined;
  mailFrom: string | undefined;
  warehouse: string;
  publishedDir: string;
  /** Where the site keeps who is signed in. */
  sessionsDir: string;
  siteUrl: string | undefined;
  accessRecheckSeconds: number;
  /** The size of the largest file that may be imported on the site. */
  importLimitBytes: number;
  /** An ISO date in England: the day on which figures are worked out and duties done. */
  today: string;
}

const londonDay = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/London", dateStyle: "short" });

/** The civil day at a moment where the hub's people are, in England, as an ISO date; their summer time changes nothing. */
export function dayInLondon(moment: Date): string {
  return londonDay.format(moment);
}

/**
 * Reads the settings from the environment, then `.env`, then `<DATA_DIR>/settings.env`, which `npm start` writes; the first that
 * sets a thing wins.
 * The one place that reads the environment.
 *
 * @throws HubError naming the setting that cannot be used
 */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  if (environment === process.env) {
    if (existsSync(".env")) loadEnvFile(".env");
    // A setting that is left empty is not set, so that a later file may set it.
    for (const [name, value] of Object.entries(environment)) if (value === "") delete environment[name];
    const settingsFile = join(resolve(environment["DATA_DIR"] || "data"), "settings.env");
    if (existsSync(settingsFile)) loadEnvFile(settingsFile);
  }
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
  const parsed = settings.safeParse(set);
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!;
    throw new HubError({
      at: `setting ${issue.path.join(".")}`,
      problem: issue.message.toLowerCase(),
      fix: "Correct it in the environment or in .env; .env.example lists every setting",
    });
  }
  const found = parsed.data;
  const dataDir = resolve(found.DATA_DIR);
  return {
    dataDir,
    port: found.PORT,
    directusPort: found.DIRECTUS_PORT,
    directusUrl: found.DIRECTUS_URL ?? `http://127.0.0.1:${found.DIRECTUS_PORT}`,
    isExternalDirectus: found.DIRECTUS_URL !== undefined,
    hasDemo: found.DEMO && found.DEMO === "yes",
    directusSecret: found.DIRECTUS_SECRET,
    adminEmail: found.DIRECTUS_ADMIN_EMAIL,
    adminPassword: found.DIRECTUS_ADMIN_PASSWORD,
    adminToken: found.DIRECTUS_ADMIN_TOKEN,
    pipelineToken: found.DIRECTUS_PIPELINE_TOKEN,
    siteToken: found.DIRECTUS_SITE_TOKEN,
    clerkToken: found.DIRECTUS_CLERK_TOKEN,
    smtpUrl: found.SMTP_URL,
    mailFrom: found.MAIL_FROM,
    warehouse: found.WAREHOUSE ?? join(dataDir, "warehouse.duckdb"),
    publishedDir: join(dataDir, "published"),
    sessionsDir: join(dataDir, "sessions"),
    siteUrl: found.SITE_URL,
    accessRecheckSeconds: found.ACCESS_RECHECK_SECONDS,
    importLimitBytes: found.IMPORT_LIMIT_MB * 1e6,
    today: found.TODAY ?? dayInLondon(new Date()),
  };
}
