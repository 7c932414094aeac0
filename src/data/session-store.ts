import { randomUUID } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { readConfig } from "../../pipelines/config.ts";

const dayMs = 24 * 60 * 60 * 1000;

/** Deletes the session files that nothing has written to for a day: they ended long before. */
async function sweep(folder: string): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const file = join(folder, name);
    const written = await stat(file).catch(() => null);
    if (written !== null && Date.now() - written.mtimeMs > dayMs) await rm(file, { force: true });
  }
}

/**
 * Keeps sessions as files under DATA_DIR, so that readers stay signed in when the site restarts. Astro's own file store fixes its
 * folder when the site is built and may leave half a file behind; this one reads the setting and replaces a file whole.
 *
 * @returns a driver for Astro's sessions, whose keys are session ids
 */
export default function sessionStore() {
  const folder = readConfig().sessionsDir;
  void sweep(folder);
  setInterval(() => void sweep(folder), dayMs / 4).unref();
  return {
    name: "cpd-sessions",
    getItem: (id: string) => readFile(join(folder, id), "utf8").catch(() => null),
    async setItem(id: string, value: string) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const draft = join(folder, `${id}.${randomUUID()}`);
      await writeFile(draft, value, { mode: 0o600 });
      await rename(draft, join(folder, id));
    },
    removeItem: (id: string) => rm(join(folder, id), { force: true }),
  };
}
