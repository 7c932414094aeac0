/**
 * What every Directus in the tests begins with: a folder with one that holds the collections, roles and policy of profile C, and, when a
 * test first asks for it, one with the demo trust besides. Both are made once and copied by each test. They are kept in the
 * system's temporary folder under a hash of everything they are made from, so that runs and projects share them.
 */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { provisionAccounts } from "../../directus/accounts.ts";
import { applyRecord } from "../../directus/apply.ts";
import { chooseProfile } from "../../directus/profiles.ts";
import { provision } from "../../directus/provision.ts";
import { provideQuestionnaires } from "../../directus/questionnaires.ts";
import { demoAccounts } from "../../directus/seed/accounts.ts";
import { seedDemo } from "../../directus/seed/seed.ts";
import { startDirectus } from "../../directus/server.ts";
import { freePort } from "./free-port.ts";

/** "Today" in every test. */
export const today = "2026-11-20";

/** The tokens of every Directus in the tests. */
export const tokens = {
  admin: "token-of-the-administrator-in-tests",
  pipeline: "token-of-the-pipeline-in-tests",
  site: "token-of-the-site-in-tests",
  clerk: "token-of-the-clerk-in-tests",
};

/** The accounts of every Directus in the tests: one for each role, those of the demo trust. */
export const accounts = demoAccounts.map((account) => ({ ...account, password: `password of ${account.role}` }));

const administrator = accounts.find(({ role }) => role === "system_administrator")!;

/** How every Directus in the tests is started. */
export const serverSettings = {
  secret: "a secret of the tests, long enough to sign with",
  adminEmail: administrator.email,
  adminPassword: administrator.password,
  adminToken: tokens.admin,
};

const templates = join(tmpdir(), "cpd-impact-templates");

/** Makes the folder without records, unless an earlier run has; returns where it is. */
export async function emptyTemplate(): Promise<string> {
  const path = join(
    templates,
    fingerprint((file) => !isOfSeed(file)),
  );
  await removeOld();
  await makeOnce(path, async (dataDir) => {
    const directus = await startDirectus({ ...serverSettings, dataDir, port: await freePort() });
    try {
      const admin = { url: directus.url, token: tokens.admin };
      const applied = await applyRecord(admin);
      if (applied.refused.length > 0) throw new Error(JSON.stringify(applied.refused));
      await provision({ ...admin, serviceTokens: tokens });
      await chooseProfile({ ...admin, profile: "C" });
      await provideQuestionnaires(admin);
      // Without schools, only appointments to the whole trust can be made.
      await provisionAccounts({ ...admin, accounts: appointed((school) => school === null) });
    } finally {
      await directus.stop();
    }
  });
  return path;
}

/** Makes the folder with the demo trust, unless another test has; returns where it is. */
export async function demoTemplate(template: string): Promise<string> {
  const path = `${template}-demo-${fingerprint(isOfSeed)}`;
  await makeOnce(path, async (dataDir) => {
    await cp(template, dataDir, { recursive: true });
    const directus = await startDirectus({ ...serverSettings, dataDir, port: await freePort() });
    try {
      const admin = { url: directus.url, token: tokens.admin };
      await seedDemo({ ...admin, today });
      await provisionAccounts({ ...admin, accounts: appointed(() => true) });
    } finally {
      await directus.stop();
    }
  });
  return path;
}

function appointed(isWanted: (school: string | null) => boolean) {
  return accounts.map((account) => ({
    ...account,
    appointments: account.appointments
      .filter(({ school_urn }) => isWanted(school_urn))
      .map((appointment) => ({ ...appointment, starts_on: "2025-09-01" })),
  }));
}

/** Runs `build` on a new folder and moves it to `path`, unless it is there or another process is making it just now. */
async function makeOnce(path: string, build: (folder: string) => Promise<void>): Promise<void> {
  await mkdir(templates, { recursive: true });
  const lock = `${path}.lock`;
  while (!existsSync(path)) {
    if (!(await takeLock(lock))) {
      await wait(500);
      continue;
    }
    try {
      if (existsSync(path)) return;
      const draft = await mkdtemp(join(templates, "draft-"));
      try {
        await build(draft);
        await rename(draft, path);
      } finally {
        await rm(draft, { recursive: true, force: true });
      }
    } finally {
      await rm(lock, { force: true });
    }
  }
}

/** A lock whose owner has ended without giving it back is taken over. */
async function takeLock(lock: string): Promise<boolean> {
  try {
    await writeFile(lock, String(process.pid), { flag: "wx" });
    return true;
  } catch {
    const owner = Number(await readFile(lock, "utf8").catch(() => "0"));
    if (owner > 0 && !isRunning(owner)) await rm(lock, { force: true });
    return false;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

const folder = join(import.meta.dirname, "..", "..", "directus");

/** A hash of every file of this folder that `isWanted`, and of this one. */
function fingerprint(isWanted: (file: string) => boolean): string {
  const hash = createHash("sha256").update(readFileSync(import.meta.filename));
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
    (file) => /\.(ts|json)$/.test(file) && !file.startsWith("node_modules") && isWanted(file),
  );
  for (const file of files.sort()) hash.update(file).update(readFileSync(join(folder, file)));
  return hash.digest("hex").slice(0, 16);
}

function isOfSeed(file: string): boolean {
  return file.startsWith("seed") && file !== join("seed", "accounts.ts");
}

async function removeOld(): Promise<void> {
  const dayMs = 86_400_000;
  for (const name of await readdir(templates).catch(() => [])) {
    const path = join(templates, name);
    const made = await stat(path).catch(() => undefined);
    if (made && Date.now() - made.mtimeMs > dayMs) await rm(path, { recursive: true, force: true });
  }
}
