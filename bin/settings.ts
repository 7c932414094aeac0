import { createHmac, randomBytes, randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseEnv } from "node:util";

const token = () => randomBytes(32).toString("hex");

/** The tokens that every hub needs. */
const services = { DIRECTUS_PIPELINE_TOKEN: token, DIRECTUS_SITE_TOKEN: token, DIRECTUS_CLERK_TOKEN: token };

/** What the hub's own Directus needs besides; an organisation's Directus has its own. */
const ownDirectus = {
  DIRECTUS_SECRET: token,
  DIRECTUS_ADMIN_TOKEN: token,
  DIRECTUS_ADMIN_EMAIL: () => "administrator@hub.example.org",
  DIRECTUS_ADMIN_PASSWORD: () => randomBytes(12).toString("base64url"),
};

/**
 * Makes sure that `<dataDir>/settings.env` holds every secret the hub needs, made at random, and whether it has the invented
 * trust. Those that are there, or set in the environment, stay as they are. The file is readable by its owner only and is
 * replaced in one step.
 */
export function ensureSettings(
  dataDir: string,
  { hasDemo, isExternalDirectus }: { hasDemo: boolean; isExternalDirectus: boolean },
  environment: NodeJS.ProcessEnv = process.env,
): void {
  // Names and answers are kept here: for nobody else on this machine.
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const file = join(dataDir, "settings.env");
  const known = existsSync(file) ? parseEnv(readFileSync(file, "utf8")) : {};
  const needed = { DEMO: () => (hasDemo ? "yes" : "no"), ...services, ...(isExternalDirectus ? {} : ownDirectus) };
  const missing = Object.entries(needed).filter(([name]) => !known[name] && !environment[name]);
  if (missing.length === 0) return;
  const settings = { ...known, ...Object.fromEntries(missing.map(([name, make]) => [name, make()])) };
  const lines = Object.entries(settings).map(([name, value]) => `${name}=${value}`);
  const draft = `${file}.${randomUUID()}`;
  writeFileSync(draft, `# Made by npm start. Keep it secret, and keep it with the data.\n${lines.join("\n")}\n`, {
    mode: 0o600,
  });
  renameSync(draft, file);
}

/** A demo account's password: the same at every start of this hub, and another in every other hub. */
export function demoPassword(secret: string, email: string): string {
  return createHmac("sha256", secret).update(email).digest("base64url").replace(/[-_]/g, "x").slice(0, 12);
}
