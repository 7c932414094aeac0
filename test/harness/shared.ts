/** Vitest's global set-up of the tests that need more than this program: one site build and one set of Directus servers for all of them. */
import { rm } from "node:fs/promises";
import type { TestProject } from "vitest/node";
import { directusPool } from "./directus-pool.ts";
import { buildSite } from "./site-build.ts";
import { emptyTemplate } from "./template.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The folder of the built site. */
    siteBuild: string;
    /** Where a test file asks for a Directus; `testDirectus` does. */
    directusPool: string;
  }
}

type Shared = Awaited<ReturnType<typeof prepare>>;
const shared = globalThis as { cpdShared?: Promise<Shared> };

/** The two take as long as each other, and do not need each other. */
async function prepare() {
  const [siteBuild, pool] = await Promise.all([buildSite(), emptyTemplate().then(directusPool)]);
  return { siteBuild, pool };
}

/** Several kinds of test share what the first of them prepared. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  shared.cpdShared ??= prepare();
  const { siteBuild, pool } = await shared.cpdShared;
  project.provide("siteBuild", siteBuild);
  project.provide("directusPool", pool.address);
  return async () => {
    await pool.stop();
    await rm(siteBuild, { recursive: true, force: true });
  };
}
