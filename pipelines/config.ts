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
  /** An administrator's token for an existing Directus; only `npm start` and imports use it. */
  DIRECTUS_ADMIN_TOKEN: z.string().min(1).optional(),
  /** The pipeline's token: reads records, changes nothing. */
  DIRECTUS_PIPELINE_TOKEN: z.string().min(1).optional(),
  /** The site's token: reads users, appointments and the policy, changes nothing. */
  DIRECTUS_SITE_TOKEN: z.string().min(1).optional(),
  /** Handed to DuckDB unchanged; a file under DATA_DIR unless set. */
  WAREHOUSE: z.string().optional(),
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
  adminToken: string | undefined;
  pipelineToken: string | undefined;
  siteToken: string | undefined;
  warehouse: string;
  publishedDir: string;
  /** An ISO date: the day on which figures are worked out. */
  today: string;
}

/**
 * Reads the settings from the environment and from `<DATA_DIR>/settings.env`, which `npm start` writes; the environment wins.
 * The one place that reads the environment.
 *
 * @throws HubError naming the setting that cannot be used
 */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const settingsFile = join(resolve(environment["DATA_DIR"] || "data"), "settings.env");
  if (environment === process.env && existsSync(settingsFile)) loadEnvFile(settingsFile);
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
    adminToken: found.DIRECTUS_ADMIN_TOKEN,
    pipelineToken: found.DIRECTUS_PIPELINE_TOKEN,
    siteToken: found.DIRECTUS_SITE_TOKEN,
    warehouse: found.WAREHOUSE ?? join(dataDir, "warehouse.duckdb"),
    publishedDir: join(dataDir, "published"),
    today: found.TODAY ?? new Date().toISOString().slice(0, 10),
  };
}
